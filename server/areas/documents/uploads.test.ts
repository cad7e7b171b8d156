/** 资料上传: in parts, begun again after a broken connection, proved at the end; nothing but PDF, JPEG and PNG becomes a document. */
import { newProject, partOf, pdfOf, sha256, upload } from '../../testing/activities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { fileOf, jpeg, noise } from '../../testing/photos';

const MB = 1024 * 1024;
const HOUR = 3_600_000;

let server: TestServer;
let fixtures: Fixtures;
let activityId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const projectId = await newProject(server, fixtures);
  activityId = (await fixtures.unit.activities.createActivity({ projectId })).id;
});
afterAll(async () => server.stop());

const start = async (bytes: Buffer, name = '会议通知.pdf') =>
  fixtures.unit.documents.startUpload({
    activityId,
    kind: 'notice',
    name,
    bytes: bytes.length,
    sha256: sha256(bytes),
  });
const put = async (uploadId: string, bytes: Buffer, part: number) =>
  fixtures.unit.documents.putPart({ uploadId, part, file: partOf(bytes, part, MB) });
const documents = async () => (await fixtures.unit.activities.getActivity({ activityId })).documents;
const stored = async (collection: string) =>
  server.platform.mongo.db?.collection(collection).countDocuments();
const filesStored = async () =>
  server.platform.mongo.db?.collection('files.files').countDocuments({ 'metadata.kind': 'document' });
const read = async (documentId: string) =>
  (await fixtures.unit.documents.getDocument({ activityId, documentId })) as unknown as {
    name: string;
    bytes: Buffer;
    headers: Headers;
  };

test('a file of several parts, in any order and some twice, arrives as it was', async () => {
  const bytes = pdfOf(2 * MB + 321);
  const { uploadId, parts, partBytes, received } = await start(bytes);
  expect({ parts, partBytes, received }).toEqual({ parts: 3, partBytes: MB, received: [] });
  for (const part of [2, 0, 0, 1]) {
    await put(uploadId, bytes, part);
  }
  const document = await fixtures.unit.documents.finishUpload({ uploadId });
  expect(document).toMatchObject({
    kind: 'notice',
    name: '会议通知.pdf',
    bytes: bytes.length,
    type: 'application/pdf',
  });
  expect(await documents()).toEqual([document]);
  expect(sha256((await read(document.id)).bytes)).toBe(sha256(bytes));
  expect(await stored('uploadParts')).toBe(0);
});

test('a broken upload is gone on with where it broke off, by whoever starts the same file again', async () => {
  const bytes = pdfOf(3 * MB);
  const first = await start(bytes);
  await put(first.uploadId, bytes, 0);
  await put(first.uploadId, bytes, 2);
  server.clock.pass(5 * HOUR);
  const again = await start(bytes, '会议通知（重传）.pdf');
  expect(again).toEqual({ ...first, received: [0, 2] });
  await put(again.uploadId, bytes, 1);
  const document = await fixtures.unit.documents.finishUpload({ uploadId: again.uploadId });
  expect(document.name).toBe('会议通知（重传）.pdf');
  expect(sha256((await read(document.id)).bytes)).toBe(sha256(bytes));
});

test('the same part twice at once is one part', async () => {
  const bytes = pdfOf(MB + 1);
  const { uploadId } = await start(bytes);
  const answers = await Promise.all([0, 0, 0, 1, 1].map(async (part) => put(uploadId, bytes, part)));
  expect(answers.some(({ received }) => received.length === 2)).toBe(true);
  expect(await stored('uploadParts')).toBe(2);
  await fixtures.unit.documents.finishUpload({ uploadId });
});

test('begun by two windows at once it is one upload', async () => {
  const bytes = pdfOf();
  const begun = await Promise.all([1, 2, 3].map(async () => start(bytes)));
  expect(new Set(begun.map(({ uploadId }) => uploadId)).size).toBe(1);
});

test('finished twice, one after the other or at once, it is one document', async () => {
  const bytes = pdfOf();
  const { uploadId } = await start(bytes);
  await put(uploadId, bytes, 0);
  const finish = async () => fixtures.unit.documents.finishUpload({ uploadId });
  const answers = await Promise.all([finish(), finish(), finish()]);
  answers.push(await finish());
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await documents()).toHaveLength(1);
  expect(await filesStored()).toBe(1);
});

test('what has not arrived whole is not finished, and can be gone on with', async () => {
  const bytes = pdfOf(2 * MB);
  const { uploadId } = await start(bytes);
  await put(uploadId, bytes, 0);
  await expect(fixtures.unit.documents.finishUpload({ uploadId })).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: '文件还没有传完，请继续上传',
  });
  await put(uploadId, bytes, 1);
  expect((await fixtures.unit.documents.finishUpload({ uploadId })).bytes).toBe(2 * MB);
});

test('a file that changed on its way is refused, and begun anew', async () => {
  const bytes = pdfOf();
  const { uploadId } = await start(bytes);
  const other = Buffer.from(bytes);
  other.writeUInt8(0, 1_000);
  await put(uploadId, other, 0);
  await expect(fixtures.unit.documents.finishUpload({ uploadId })).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: '文件在传输中出现差错，请重新上传',
  });
  expect([await documents(), await filesStored(), await stored('uploads')]).toEqual([[], 0, 0]);
});

describe('refused', () => {
  const EXE = Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(2_000, 1)]);
  const HTML = Buffer.from('<html><script>alert(1)</script></html>');

  test.each<[string, Buffer, string]>([
    ['an .exe named .pdf', EXE, '文件内容不是PDF、JPEG或PNG，请重新选择'],
    ['a page named .pdf', HTML, '文件内容不是PDF、JPEG或PNG，请重新选择'],
    [
      'a picture that is none',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(2_000, 7)]),
      '图片无法打开，请重新选择',
    ],
  ])('%s', async (_what, bytes, message) => {
    const { uploadId } = await start(bytes);
    await put(uploadId, bytes, 0);
    await expect(fixtures.unit.documents.finishUpload({ uploadId })).rejects.toMatchObject({
      code: 'FILE_INVALID',
      message,
    });
    expect([await documents(), await stored('uploads'), await stored('uploadParts')]).toEqual([[], 0, 0]);
  });

  test('a 51 MB file, before a byte of it is sent', async () => {
    const given = { activityId, kind: 'notice' as const, name: '会议通知.pdf', sha256: '0'.repeat(64) };
    await expect(fixtures.unit.documents.startUpload({ ...given, bytes: 51 * MB })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'bytes',
      message: '文件过大，最大50MB',
    });
    expect((await fixtures.unit.documents.startUpload({ ...given, bytes: 50 * MB })).parts).toBe(50);
  });

  test.each([
    ['a part more than announced', 2, MB],
    ['a part that is too short', 0, MB - 1],
    ['a last part that is too long', 1, 6],
  ])('%s', async (_what, part, length) => {
    const { uploadId } = await start(pdfOf(MB + 5));
    await expect(
      fixtures.unit.documents.putPart({ uploadId, part, file: fileOf(Buffer.alloc(length, 1)) }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'part' });
  });

  test('a part of more than 2 MB', async () => {
    const { uploadId } = await start(pdfOf(4 * MB));
    await expect(
      fixtures.unit.documents.putPart({ uploadId, part: 0, file: fileOf(Buffer.alloc(2 * MB + 1)) }),
    ).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' });
  });

  test('more than twenty that nobody finishes', async () => {
    for (let i = 0; i < 20; i += 1) {
      await start(pdfOf(1_000 + i));
    }
    await expect(start(pdfOf(999))).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });
});

test.each([
  ['a photo', async () => jpeg(), 'image/jpeg', '红章.jpg'],
  ['a scan as PNG', async () => noise().png().toBuffer(), 'image/png', '红章.png'],
] as const)('%s is taken by what it is, and named so', async (_what, make, type, name) => {
  const bytes = await make();
  const document = await upload(
    fixtures.unit,
    activityId,
    'notice',
    bytes,
    'C:\\fakepath\\红章.exe'.replace('.exe', ''),
  );
  expect(document).toMatchObject({ type, name });
});

test('it is stored by whoever opens it, never shown as a page', async () => {
  const document = await upload(fixtures.unit, activityId, 'notice', pdfOf(), '../通知\u202efdp.exe');
  expect(document.name).toBe('通知fdp.exe.pdf');
  const { name, headers } = await read(document.id);
  expect(name).toBe('通知fdp.exe.pdf');
  expect(headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(headers.get('content-type')).toBe('application/pdf');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

test('an upload that nobody goes on with ends after a day, and nothing of it stays', async () => {
  const bytes = pdfOf(2 * MB);
  const { uploadId } = await start(bytes);
  await put(uploadId, bytes, 0);
  server.clock.pass(24 * HOUR - 1);
  await server.services.documents.sweep();
  expect([await stored('uploads'), await stored('uploadParts')]).toEqual([1, 1]);
  server.clock.pass(1);
  const by = {
    unitId: fixtures.unitId,
    actor: { kind: 'unit' as const, id: fixtures.unitId },
    requestId: 't',
  };
  await expect(server.services.documents.putPart(by, uploadId, 1, bytes)).rejects.toMatchObject({
    code: 'UPLOAD_EXPIRED',
  });
  await expect(server.services.documents.finish(by, uploadId)).rejects.toMatchObject({
    code: 'UPLOAD_EXPIRED',
  });
  await server.services.documents.sweep();
  expect([await stored('uploads'), await stored('uploadParts')]).toEqual([0, 0]);
});

test("another unit's upload is not there", async () => {
  const bytes = pdfOf();
  const { uploadId } = await start(bytes);
  const { documents: theirs } = fixtures.otherUnit;
  await expect(theirs.putPart({ uploadId, part: 0, file: fileOf(bytes) })).rejects.toMatchObject({
    code: 'UPLOAD_EXPIRED',
  });
  await expect(theirs.finishUpload({ uploadId })).rejects.toMatchObject({ code: 'UPLOAD_EXPIRED' });
  await expect(
    theirs.startUpload({ activityId, kind: 'notice', name: 'a.pdf', bytes: 10, sha256: '0'.repeat(64) }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
