import Taro from '@tarojs/taro';
import { screen, waitFor } from '@testing-library/react';
import { Refusal } from '@/testing/fakeServer';
import { agree, fillBasics, fillThreePages, openPage, serve, tap, tapId } from '@/testing/register';
import { openedWith, picked, resetTaro } from '@/testing/taro';

const PHOTO = { photoId: 'f'.repeat(24), url: '/api/photos/T' };
const pick = (size: number) =>
  picked.mockResolvedValue({ tempFiles: [{ tempFilePath: 'wxfile://1.jpg', size }] });
const shown = () => document.querySelector('#field-photoId img')?.getAttribute('src');

beforeEach(() => {
  resetTaro();
  openedWith({});
});

test.each([
  [4_000, '照片小于5KB，请选择更清晰的照片'],
  [4_000_000, '照片大于3MB，请压缩或裁剪后重新选择'],
])('a photo of %i bytes is refused before it is sent', async (bytes, words) => {
  const sent = serve(null, { uploadPhoto: () => PHOTO });
  pick(bytes);
  await openPage();
  await agree();
  await tapId('field-photoId-choose');
  expect(screen.getByText(words)).toBeTruthy();
  expect(shown()).toBeUndefined();
  expect(sent.some(({ name }) => name === 'learners.uploadPhoto')).toBe(false);
});

test('a photo is seen at once, saved by its button, and goes out with the registration', async () => {
  const sent = serve(null, { uploadPhoto: () => PHOTO });
  pick(90_000);
  await openPage();
  await fillThreePages();
  await tapId('step-basics');
  await tapId('field-photoId-choose');
  expect(shown()).toBe('wxfile://1.jpg');
  expect(sent.some(({ name }) => name === 'learners.uploadPhoto')).toBe(false);
  await tapId('photo-save');
  await screen.findByText('照片已保存');
  expect(shown()).toBe('https://api.test/api/photos/T');
  // It is kept with the rest of the draft.
  expect(Taro.getStorageSync('jijiaotong.registerDraft').form.photo).toEqual(PHOTO);
  await tap('提交单位审核');
  const registration = sent.find(({ name }) => name === 'learners.register');
  expect(registration?.input).toMatchObject({ photoId: PHOTO.photoId });
});

test('a photo that the server refuses says why and can be chosen again', async () => {
  serve(null, {
    uploadPhoto: () => {
      throw new Refusal('PHOTO_INVALID');
    },
  });
  pick(90_000);
  await openPage();
  await agree();
  await tapId('field-photoId-choose');
  await tapId('photo-save');
  await screen.findByText('请选择5KB至3MB的JPEG或PNG照片');
  await tap('取消');
  expect(document.getElementById('field-photoId-choose')).toBeTruthy();
});

test('submitting with a photo that was not saved asks first', async () => {
  const sent = serve(null);
  pick(90_000);
  (Taro.showModal as unknown as jest.Mock).mockResolvedValueOnce({ confirm: false });
  await openPage();
  await fillThreePages();
  await tapId('step-basics');
  await tapId('field-photoId-choose');
  await tap('提交单位审核');
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1));
  expect(sent.some(({ name }) => name === 'learners.register')).toBe(false);
});

test('closing the chooser changes nothing', async () => {
  serve(null);
  picked.mockRejectedValue({ errMsg: 'chooseMedia:fail cancel' });
  await openPage();
  await agree();
  await fillBasics();
  await tapId('field-photoId-choose');
  expect(Taro.showToast).not.toHaveBeenCalled();
  expect(document.getElementById('field-photoId-choose')).toBeTruthy();
});
