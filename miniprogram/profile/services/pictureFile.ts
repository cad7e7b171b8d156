import Taro from '@tarojs/taro';

/**
 * Where an Image finds a PNG: a file, as WeChat's long press recognises a code in a file and not in a data address.
 * pictureFile.h5.ts takes its place in a browser.
 * @param name Of the file; the same name is written over.
 * @throws When the phone's storage is full.
 */
export function pictureFile(png: Uint8Array, name: string): string {
  const path = `${Taro.env.USER_DATA_PATH}/${name}.png`;
  Taro.getFileSystemManager().writeFileSync(path, png.buffer as ArrayBuffer);
  return path;
}
