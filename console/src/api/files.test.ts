import { ApiError } from '@common/contract/errors';
import { FakeUpload } from '../../testing/fakeUpload';
import { createBrowserClient } from './endpoints';
import { Upload } from './upload';

const EXCEL = new File(['rows'], '单位.xlsx');
const client = () => createBrowserClient({ token: () => 'secret' });

describe('an upload', () => {
  const REPORT = { importId: 'i', rows: 1, errors: [], errorCount: 0, preview: [] };

  test('sends the file under its name with the session, and tells how far it is', async () => {
    const sent = FakeUpload.install();
    const shares: number[] = [];
    const answer = client().regionsUnits.checkUnits({
      file: new Upload(EXCEL, (share) => shares.push(share)),
    });
    const [upload] = sent;
    upload?.progress(1, 4);
    upload?.progress(4, 4);
    upload?.answer(200, REPORT);
    expect(await answer).toEqual(REPORT);
    expect(shares).toEqual([0.25, 1]);
    expect(upload).toMatchObject({ method: 'POST', path: '/api/authority/imports/units' });
    expect(upload?.headers.Authorization).toBe('Bearer secret');
    // The browser writes the boundary of the parts into the type itself.
    expect(upload?.headers['Content-Type']).toBeUndefined();
    expect(upload?.form.get('file')).toMatchObject({ name: '单位.xlsx' });
  });

  test('is refused in the server’s words', async () => {
    const sent = FakeUpload.install();
    const answer = client().regionsUnits.checkUnits({ file: new Upload(EXCEL) });
    sent[0]?.answer(413, { code: 'BODY_TOO_LARGE', message: '文件过大，最大10MB', field: 'file' });
    await expect(answer).rejects.toMatchObject({ code: 'BODY_TOO_LARGE', message: '文件过大，最大10MB' });
  });

  test('on a cut line fails as any other call', async () => {
    const sent = FakeUpload.install();
    const answer = client().regionsUnits.checkUnits({ file: new Upload(EXCEL) });
    sent[0]?.cut();
    await expect(answer).rejects.toMatchObject({ code: 'NETWORK' });
  });

  test('shows its answer to who keeps the session', async () => {
    const sent = FakeUpload.install();
    const onAnswer = jest.fn();
    const answer = createBrowserClient({ token: () => 'old', onAnswer }).regionsUnits.checkUnits({
      file: new Upload(EXCEL),
    });
    sent[0]?.answer(401, { code: 'NOT_SIGNED_IN', message: '登录已失效，请重新登录' });
    await expect(answer).rejects.toBeInstanceOf(ApiError);
    expect(onAnswer).toHaveBeenCalledWith({ status: 401, body: expect.anything() }, 'old');
  });
});

describe('a download', () => {
  const BLOB = new Blob(['rows']);
  const serve = (status: number, disposition: string | null, text = '') => {
    globalThis.fetch = (async () => ({
      status,
      headers: { get: () => disposition },
      blob: async () => BLOB,
      text: async () => text,
    })) as unknown as typeof fetch;
  };
  const template = () => client().regionsUnits.unitTemplate({});

  test('is saved under the name that the server gives', async () => {
    serve(200, `attachment; filename*=UTF-8''${encodeURIComponent('单位导入模板.xlsx')}`);
    const saved: { href: string; download: string }[] = [];
    URL.createObjectURL = (blob) => (blob === BLOB ? 'blob:1' : '');
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push({ href: this.href, download: this.download });
    });
    const file = await template();
    expect(file.name).toBe('单位导入模板.xlsx');
    await file.save();
    expect(saved).toEqual([{ href: 'blob:1', download: '单位导入模板.xlsx' }]);
  });

  test.each([null, 'attachment', "attachment; filename*=UTF-8''%E5%8"])(
    'without a readable name (%j) still has one',
    async (disposition) => {
      serve(200, disposition);
      expect((await template()).name).toBe('下载文件');
    },
  );

  test('that is refused is no file', async () => {
    serve(403, null, JSON.stringify({ code: 'PERMISSION_REQUIRED', message: '您没有此项权限' }));
    await expect(template()).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
  });
});
