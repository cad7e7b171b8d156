/** Uploads and downloads as such: what the reader of multipart bodies refuses before any handler sees a file. */
import { contract } from '@common/contract';
import type { Area, Endpoint } from '@common/contract/endpoint';
import { type Fixtures, startTestServer, type TestServer } from '../testing/harness';
import { fileOf, jpeg } from '../testing/photos';

const MB = 1024 * 1024;

let server: TestServer;
let fixtures: Fixtures;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  token = (await server.wechat(1)).token;
});
afterAll(async () => server.stop());

type Body = FormData | string | null;

async function post(body?: Body, headers: Record<string, string> = {}, path = '/api/me/photos') {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, ...headers },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
function formOf(...parts: [string, File | string][]) {
  const form = new FormData();
  for (const [name, value] of parts) {
    form.append(name, value);
  }
  return form;
}
const bytes = (length: number) => fileOf(Buffer.alloc(length, 1));

const uploads = Object.values(contract as Record<string, Area>)
  .flatMap((area): Endpoint[] => Object.values(area))
  .flatMap(({ path, upload }) => (upload ? [[path, upload.maxBytes] as [string, number]] : []));

test('every upload of the contract is bounded', () => {
  expect(uploads.length).toBeGreaterThanOrEqual(3);
  for (const [, maxBytes] of uploads) {
    expect(maxBytes).toBeLessThanOrEqual(10 * MB);
  }
});

test('a picture arrives', async () => {
  expect(await post(formOf(['file', fileOf(await jpeg())]))).toMatchObject({ status: 200 });
});

test('a byte too many is refused with the limit, whatever was announced', async () => {
  expect(await post(formOf(['file', bytes(3 * MB + 1)]))).toMatchObject({
    status: 413,
    body: { code: 'BODY_TOO_LARGE', field: 'file', message: '文件过大，最大3MB' },
  });
  // Just as large as allowed: the content decides, not the reader.
  expect(await post(formOf(['file', bytes(3 * MB)]))).toMatchObject({
    status: 400,
    body: { code: 'PHOTO_INVALID' },
  });
});

test('the server goes on after twenty that were far too large', async () => {
  const big = await Promise.all(
    Array.from({ length: 20 }, async () => post(formOf(['file', bytes(8 * MB)]))),
  );
  expect(big.map(({ status }) => status)).toEqual(Array(20).fill(413));
  expect((await server.client(token).accounts.me({})).roles).toEqual(['wechat']);
});

test.each<[string, () => [Body?, Record<string, string>?]]>([
  ['no file', () => [formOf(['note', 'x'])]],
  ['an empty form', () => [formOf()]],
  ['JSON', () => ['{"file":"x"}', { 'content-type': 'application/json' }]],
  ['a text under the name of the file', () => [formOf(['file', 'not a file'])]],
  ['nothing at all', () => [null]],
])('%s: asked to choose one', async (_what, given) => {
  const [body = null, headers] = given();
  expect(await post(body, headers)).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', field: 'file', message: '请选择文件' },
  });
});

test.each<[string, () => [Body?, Record<string, string>?]]>([
  ['two files', () => [formOf(['file', bytes(10)], ['file', bytes(10)])]],
  ['a file under another name', () => [formOf(['photo', bytes(10)])]],
  [
    'a hundred fields',
    () => [
      formOf(...Array.from({ length: 100 }, (_, i): [string, string] => [`f${i}`, 'x']), ['file', bytes(10)]),
    ],
  ],
  ['a field of 20 KB', () => [formOf(['note', 'x'.repeat(20_000)], ['file', bytes(10)])]],
  [
    'a body that ends in the middle',
    () => [
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      { 'content-type': 'multipart/form-data; boundary=b' },
    ],
  ],
  ['no boundary', () => ['abc', { 'content-type': 'multipart/form-data' }]],
])('%s is refused', async (_what, given) => {
  const [body = null, headers] = given();
  expect(await post(body, headers)).toMatchObject({
    status: 400,
    body: { code: 'INVALID_INPUT', field: 'file', message: '文件上传失败，请重新选择文件' },
  });
});

test('who may not upload is told so and his file is not read', async () => {
  const path = '/api/unit/imports/staff';
  const form = () => formOf(['file', bytes(1000)]);
  expect(await post(form(), {}, path)).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  expect(await post(form(), { authorization: '' }, path)).toMatchObject({
    status: 401,
    body: { code: 'NOT_SIGNED_IN' },
  });
});

test('a download has a Chinese name, is stored and not shown, and runs nothing', async () => {
  const template = (await fixtures.unit.learners.staffTemplate({})) as unknown as {
    name: string;
    bytes: Buffer;
    headers: Headers;
  };
  expect(template.name).toMatch(/[一-龥].*\.xlsx$/);
  expect(template.bytes.subarray(0, 2).toString()).toBe('PK');
  expect(template.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%/);
  expect(template.headers.get('x-content-type-options')).toBe('nosniff');
  expect(template.headers.get('content-security-policy')).toContain('sandbox');
  expect(template.headers.get('cache-control')).toBe('no-store');
});
