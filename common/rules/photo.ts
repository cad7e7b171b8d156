/**
 * 照片: 5K-3M (manual 003 §三.(2)), JPEG or PNG. The phone checks the same before it sends one; what the picture is, the
 * server finds out from its content.
 */

export const PHOTO_BYTES = { min: 5 * 1024, max: 3 * 1024 * 1024 } as const;
/** More is no photo of a person or a certificate, and only costs memory to open. */
export const PHOTO_PIXELS = 40_000_000;

export type PhotoCheck = { ok: true } | { ok: false; message: string };

const fault = (message: string): PhotoCheck => ({ ok: false, message });

/** Whether a file of this many bytes can be a photo; `message` says what to do. */
export function checkPhotoSize(bytes: number): PhotoCheck {
  if (bytes < PHOTO_BYTES.min) {
    return fault('照片小于5KB，请选择更清晰的照片');
  }
  return bytes > PHOTO_BYTES.max ? fault('照片大于3MB，请压缩或裁剪后重新选择') : { ok: true };
}

/** What the server found a file to be, once opened. */
export interface PhotoFacts {
  /** As the decoder calls it: jpeg, png, gif, webp, heif. */
  format: string;
  width: number;
  height: number;
  isAnimated: boolean;
}

/** Whether what was found is a still JPEG or PNG of a sensible size in pixels; `message` says what to do. */
export function checkPhotoFacts({ format, width, height, isAnimated }: PhotoFacts): PhotoCheck {
  if (format !== 'jpeg' && format !== 'png') {
    return fault('只支持JPEG或PNG照片，请转换格式或重新拍摄');
  }
  if (isAnimated) {
    return fault('不支持动态图片，请选择静态照片');
  }
  return width * height > PHOTO_PIXELS ? fault('照片尺寸过大，请缩小到4000万像素以内') : { ok: true };
}
