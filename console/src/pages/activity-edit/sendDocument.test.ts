import { FakeUpload } from '../../../testing/fakeUpload';
import { unitMe } from '../../../testing/rows';
import { signedIn } from '../../../testing/signIn';
import { documentProblem, MOST_BYTES } from './documentProblem';
import { hashFile } from './hashFile';
import { sendDocument } from './sendDocument';

const PART = 4;
const DOCUMENT = { id: '8'.repeat(24), kind: 'notice', name: '通知.pdf' };
const fileOf = (text: string, name = '通知.pdf') => new File([text], name, { type: 'application/pdf' });
/** Ten bytes: parts 0 and 1 of four bytes, part 2 of two. */
const FILE = fileOf('%PDF-12345');
/** Until the part that is next is on its way: its file is read before. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 50));

async function begin(received: number[] = [], aborter = new AbortController()) {
  const uploads = FakeUpload.install();
  const sent = await signedIn(unitMe, ({ path }) =>
    path.endsWith('/uploads')
      ? { body: { uploadId: '7'.repeat(24), partBytes: PART, parts: 3, received } }
      : { body: DOCUMENT },
  );
  const shares: number[] = [];
  const done = sendDocument({
    activityId: '1'.repeat(24),
    kind: 'notice',
    file: FILE,
    signal: aborter.signal,
    onProgress: (share) => shares.push(share),
  });
  // The test looks at it at its end.
  done.catch(() => undefined);
  await turn();
  return { uploads, sent, shares, done, aborter };
}

test('the hash is that of the whole file', async () => {
  expect(await hashFile(fileOf('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('a file goes in parts, with its progress, and is finished', async () => {
  const { uploads, sent, shares, done } = await begin();
  for (let part = 0; part < 3; part++) {
    const upload = uploads[part];
    expect(upload?.path).toBe(`/api/unit/uploads/${'7'.repeat(24)}/parts/${part}`);
    expect(upload?.form.get('file')).toMatchObject({ size: part < 2 ? PART : 2 });
    upload?.progress(1, 2);
    upload?.answer(200, { received: [] });
    await turn();
  }
  expect(await done).toEqual(DOCUMENT);
  expect(shares).toEqual([0, 0.2, 0.4, 0.6, 0.8, 0.9, 1]);
  expect(sent.map(({ path }) => path.split('/').at(-1))).toEqual(['uploads', 'finish']);
  expect(sent[0]?.body).toMatchObject({ kind: 'notice', name: '通知.pdf', bytes: 10 });
});

test('of a broken upload only the missing parts are sent', async () => {
  const { uploads, shares, done } = await begin([0, 2]);
  expect(shares[0]).toBeCloseTo(0.6);
  uploads[0]?.answer(200, { received: [0, 1, 2] });
  expect(await done).toEqual(DOCUMENT);
  expect(uploads.map(({ path }) => path.slice(-1))).toEqual(['1']);
});

test('a refusal of the server ends it at once', async () => {
  const { uploads, done } = await begin();
  uploads[0]?.answer(410, {
    code: 'UPLOAD_EXPIRED',
    message: '本次上传已失效，请重新选择文件',
    requestId: 'r',
  });
  await expect(done).rejects.toMatchObject({ code: 'UPLOAD_EXPIRED' });
  expect(uploads).toHaveLength(1);
});

test('a pause cuts the part that is on its way, and no other follows', async () => {
  const { uploads, done, aborter } = await begin();
  aborter.abort();
  await expect(done).rejects.toMatchObject({ code: 'NETWORK', message: '已暂停' });
  expect(uploads).toHaveLength(1);
});

test.each([
  ['通知.docx', 'PK', /不是PDF、JPEG或PNG文件/],
  ['通知.pdf', '', /是空文件/],
  ['通知.pdf', 'MZ renamed', /内容不是PDF或图片/],
])('%s with %j is told before anything is sent', async (name, text, words) => {
  expect(await documentProblem(fileOf(text, name))).toMatch(words);
});

test('51 MB are told with their size, 50 MB are not', async () => {
  const big = (size: number) => Object.defineProperty(fileOf('%PDF-1.7'), 'size', { value: size });
  expect(await documentProblem(big(51 * 1024 * 1024))).toBe('“通知.pdf”有51MB，超过50MB，请压缩后再上传');
  expect(await documentProblem(big(MOST_BYTES))).toBeNull();
});
