import type { FileAnswer } from '@common/contract/shapes';
import { download, upload } from './fileTransport.h5';

/** A browser's request that answers at once. */
class FakeRequest {
  static last: FakeRequest;
  static answer = { status: 200, text: '{}' };
  upload: { onprogress?: (event: object) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  readonly headers: Record<string, string> = {};
  body: FormData | undefined;
  open = jest.fn();
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: FormData) {
    FakeRequest.last = this;
    this.body = body;
    this.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 3 });
    if (FakeRequest.answer.status === 0) {
      this.onerror?.();
      return;
    }
    this.status = FakeRequest.answer.status;
    this.responseText = FakeRequest.answer.text;
    this.onload?.();
  }
}

const original = { XMLHttpRequest: globalThis.XMLHttpRequest, fetch: globalThis.fetch };
beforeEach(() => {
  globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
});
afterEach(() => Object.assign(globalThis, original));

const blob = new Blob(['picture'], { type: 'image/jpeg' });
const wire = { method: 'POST', path: '/api/me/photos', body: { kind: 'x' } };

test('an upload is multipart with the file, its fields and the token', async () => {
  FakeRequest.answer = { status: 200, text: '{"photoId":"1"}' };
  const onProgress = jest.fn();
  const file = { path: 'blob:1', bytes: 7, blob, onProgress };
  const answer = await upload({ ...wire, file }, { Authorization: 'Bearer T' });
  expect(answer).toEqual({ status: 200, body: { photoId: '1' } });
  const { body, headers, open } = FakeRequest.last;
  expect(open).toHaveBeenCalledWith('POST', '/api/me/photos');
  expect(headers).toEqual({ Authorization: 'Bearer T' });
  expect(body?.get('kind')).toBe('x');
  expect(body?.get('file')).toMatchObject({ size: blob.size });
  expect(onProgress).toHaveBeenCalledWith(33);
});

test('a refused upload keeps its status and words', async () => {
  FakeRequest.answer = { status: 413, text: '{"code":"BODY_TOO_LARGE"}' };
  const answer = await upload({ ...wire, file: { path: '', bytes: 1, blob } }, {});
  expect(answer).toEqual({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
});

test('an upload that is cut off rejects', async () => {
  FakeRequest.answer = { status: 0, text: '' };
  await expect(upload({ ...wire, file: { path: '', bytes: 1, blob } }, {})).rejects.toThrow('cut');
});

test('a download is saved under the name that the server gave it', async () => {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent('我的数据.xlsx')}`;
  globalThis.fetch = jest.fn(async () => ({
    ok: true,
    status: 200,
    headers: { get: () => disposition },
    blob: async () => blob,
  })) as unknown as typeof fetch;
  const { status, body } = await download({ method: 'GET', path: '/api/me/export' }, {});
  expect(status).toBe(200);
  URL.createObjectURL = jest.fn(() => 'blob:2');
  let saved = '';
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    saved = this.download;
  });
  await (body as FileAnswer).save();
  expect(saved).toBe('我的数据.xlsx');
  click.mockRestore();
});

test('a refused download keeps its status and words', async () => {
  globalThis.fetch = jest.fn(async () => ({
    ok: false,
    status: 401,
    text: async () => '{"code":"NOT_SIGNED_IN"}',
  })) as unknown as typeof fetch;
  const answer = await download({ method: 'GET', path: '/api/me/export' }, {});
  expect(answer).toEqual({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
});
