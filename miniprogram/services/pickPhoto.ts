import Taro from '@tarojs/taro';
import type { PickedFile } from './pickedFile';

/**
 * One picture out of the album or from the camera; null when the person thought better of it. WeChat compresses it and makes
 * a JPEG of what an iPhone keeps as HEIC. pickPhoto.h5.ts takes its place in a browser.
 */
export async function pickPhoto(): Promise<PickedFile | null> {
  try {
    const { tempFiles } = await chooseMedia({
      count: 1,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
    });
    const [file] = tempFiles;
    return file ? { path: file.tempFilePath, bytes: file.size } : null;
  } catch (failure) {
    if (/cancel/.test(String((failure as { errMsg?: string }).errMsg))) {
      return null;
    }
    throw failure;
  }
}

/** Taro hands this one on to WeChat as it is, whose older versions know callbacks only. */
function chooseMedia(options: Taro.chooseMedia.Option): Promise<Taro.chooseMedia.SuccessCallbackResult> {
  return new Promise((resolve, reject) => {
    void Taro.chooseMedia({ ...options, success: resolve, fail: reject });
  });
}
