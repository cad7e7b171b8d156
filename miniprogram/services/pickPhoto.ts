import Taro from '@tarojs/taro';
import type { PickedFile } from './pickedFile';

/**
 * One picture out of the album or from the camera; null when the person thought better of it. WeChat compresses it and makes
 * a JPEG of what an iPhone keeps as HEIC. pickPhoto.h5.ts takes its place in a browser.
 */
export async function pickPhoto(): Promise<PickedFile | null> {
  try {
    const { tempFiles } = await Taro.chooseMedia({
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
