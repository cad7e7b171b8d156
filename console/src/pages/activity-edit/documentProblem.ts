import { formatBytes } from '../../format';

/** 附件最大50M (manual 002 §1.2). */
export const MOST_BYTES = 50 * 1024 * 1024;

/** What each allowed file begins with. */
const HEADS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
];

/** What can be said about a chosen document before a byte is sent; null where nothing speaks against it. */
export async function documentProblem(file: File): Promise<string | null> {
  const { name, size } = file;
  if (!/\.(pdf|jpe?g|png)$/i.test(name)) {
    return `“${name}”不是PDF、JPEG或PNG文件，请扫描、拍照或另存为PDF后上传`;
  }
  if (size === 0) {
    return `“${name}”是空文件，请重新选择`;
  }
  if (size > MOST_BYTES) {
    return `“${name}”有${formatBytes(size)}，超过50MB，请压缩后再上传`;
  }
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const isKnown = HEADS.some((known) => known.every((byte, index) => head[index] === byte));
  return isKnown ? null : `“${name}”的内容不是PDF或图片，可能只是改了扩展名，请重新选择`;
}
