import { checkPhotoFacts, checkPhotoSize, PHOTO_PIXELS, type PhotoCheck } from '@common/rules/photo';
import sharp from 'sharp';
import { appError } from '../../http/errors';
import { isAnimatedPng, pictureFormat } from '../../platform/pictureBytes';

const LARGEST = { width: 1200, height: 1600 };
const QUALITY = 85;

/**
 * A photo as we keep it: a JPEG of at most 1200 × 1600, upright, made anew from its pixels, so that neither where it was
 * taken nor anything hidden in the file stays.
 * @throws AppError PHOTO_INVALID, saying what is wrong.
 */
export async function reencodePhoto(bytes: Buffer): Promise<Buffer> {
  insist(checkPhotoSize(bytes.length));
  const format = pictureFormat(bytes) ?? '';
  insist(checkPhotoFacts({ format, width: 0, height: 0, isAnimated: isAnimatedPng(bytes) }));
  const unreadable = () => {
    throw appError('PHOTO_INVALID', {
      message: '照片无法打开，请选择其他JPEG或PNG照片',
      field: 'file',
    });
  };
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(unreadable);
  insist(checkPhotoFacts({ format, width, height, isAnimated: false }));
  return sharp(bytes, { limitInputPixels: PHOTO_PIXELS, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ ...LARGEST, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer()
    .catch(unreadable);
}

function insist(check: PhotoCheck): void {
  if (!check.ok) {
    throw appError('PHOTO_INVALID', { message: check.message, field: 'file' });
  }
}
