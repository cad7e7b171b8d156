import { PHOTO_PIXELS } from '@common/rules/photo';
import sharp from 'sharp';
import { appError } from '../../http/errors';
import { isAnimatedPng, pictureFormat } from '../../platform/pictureBytes';

const WIDEST = 1200;
const HIGHEST = 2400;
const QUALITY = 85;

/**
 * A picture of a stem as we keep it: at most 1200 wide, upright, made anew from its pixels, so that nothing hidden in the file
 * stays. A PNG stays one: it is a drawing or a table, whose lines a JPEG would blur.
 * @throws AppError PICTURE_INVALID, saying what is wrong.
 */
export async function reencodePicture(bytes: Buffer): Promise<{ format: 'jpeg' | 'png'; bytes: Buffer }> {
  const format = pictureFormat(bytes);
  if (!format) {
    throw refusal('只支持PNG或JPEG图片，请转换格式后重新上传');
  }
  if (isAnimatedPng(bytes)) {
    throw refusal('不支持动态图片，请选择静态图片');
  }
  const unreadable = () => {
    throw refusal('图片无法打开，请选择其他PNG或JPEG图片');
  };
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(unreadable);
  if (width * height > PHOTO_PIXELS) {
    throw refusal('图片尺寸过大，请缩小到4000万像素以内');
  }
  const upright = sharp(bytes, { limitInputPixels: PHOTO_PIXELS, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: WIDEST, height: HIGHEST, fit: 'inside', withoutEnlargement: true });
  const encoded = format === 'png' ? upright.png() : upright.jpeg({ quality: QUALITY });
  return { format, bytes: await encoded.toBuffer().catch(unreadable) };
}

const refusal = (message: string) => appError('PICTURE_INVALID', { message, field: 'file' });
