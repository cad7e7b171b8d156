import Taro from '@tarojs/taro';
import { resetTaro } from '../testing/taro';
import { send } from './transport';

const mock = (name: 'uploadFile' | 'downloadFile') => Taro[name] as unknown as jest.Mock;
const task = (answer: Promise<object>) => Object.assign(answer, { progress: jest.fn() });

beforeEach(resetTaro);

describe('in WeChat', () => {
  test('a picked file goes by uploadFile with its fields and the token, and tells its progress', async () => {
    const upload = task(Promise.resolve({ statusCode: 200, data: '{"photoId":"1"}' }));
    mock('uploadFile').mockReturnValue(upload);
    const onProgress = jest.fn();
    const file = { path: 'wxfile://tmp/1.jpg', bytes: 9000, onProgress };
    const answer = await send({ method: 'POST', path: '/api/me/photos', body: { kind: 1 }, file }, 'T');
    expect(answer).toEqual({ status: 200, body: { photoId: '1' } });
    expect(Taro.uploadFile).toHaveBeenCalledWith(
      expect.objectContaining({
        url: 'https://api.test/api/me/photos',
        filePath: 'wxfile://tmp/1.jpg',
        name: 'file',
        formData: { kind: '1' },
        header: { Authorization: 'Bearer T' },
      }),
    );
    upload.progress.mock.calls[0][0]({ progress: 40 });
    expect(onProgress).toHaveBeenCalledWith(40);
  });

  test('what a proxy answers to an upload is no answer of ours', async () => {
    mock('uploadFile').mockReturnValue(task(Promise.resolve({ statusCode: 502, data: '<html>' })));
    const answer = await send({ method: 'POST', path: '/api/x', file: { path: 'p', bytes: 1 } }, undefined);
    expect(answer).toEqual({ status: 502, body: null });
  });

  test('a download opens as a document', async () => {
    mock('downloadFile').mockResolvedValue({ statusCode: 200, tempFilePath: 'wxfile://tmp/a.xlsx' });
    const { body } = await send({ method: 'GET', path: '/api/me/export', isDownload: true }, 'T');
    await (body as { save(): Promise<void> }).save();
    expect(Taro.openDocument).toHaveBeenCalledWith(
      expect.objectContaining({ filePath: 'wxfile://tmp/a.xlsx', showMenu: true }),
    );
  });

  test('a refused download is read out of the file that WeChat made of it', async () => {
    mock('downloadFile').mockResolvedValue({ statusCode: 429, tempFilePath: 'wxfile://tmp/no' });
    const readFileSync = jest.fn(() => '{"code":"TOO_MANY_REQUESTS","message":"稍后再试"}');
    jest.spyOn(Taro, 'getFileSystemManager').mockReturnValue({ readFileSync } as never);
    const answer = await send({ method: 'GET', path: '/api/me/export', isDownload: true }, 'T');
    expect(readFileSync).toHaveBeenCalledWith('wxfile://tmp/no', 'utf8');
    expect(answer).toEqual({ status: 429, body: { code: 'TOO_MANY_REQUESTS', message: '稍后再试' } });
  });
});
