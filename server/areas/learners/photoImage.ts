import { checkPhotoFacts, checkPhotoSize, PHOTO_PIXELS, type PhotoCheck } from '@common/rules/photo';
import sharp from 'sharp';
import { appError } from '../../http/errors';

const LARGEST = { width: 1200, height: 1600 };
const QUALITY = 85;
const SIGNATURES = [
  { format: 'jpeg', start: Buffer.from([0xff, 0xd8, 0xff]) },
  { format: 'png', start: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
];

/**
 * A photo as we keep it: a JPEG of at most 1200 × 1600, upright, made anew from its pixels, so that neither where it was
 * taken nor anything hidden in the file stays.
 * @throws AppError PHOTO_INVALID, saying what is wrong.
 */
export async function reencodePhoto(bytes: Buffer): Promise<Buffer> {
  insist(checkPhotoSize(bytes.length));
  // By its first bytes, so that no other decoder is ever asked.
  const format = SIGNATURES.find(({ start }) => bytes.subarray(0, start.length).equals(start))?.format ?? '';
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

/** An animated PNG says so before its first picture; decoders that do not know it show that one. */
function isAnimatedPng(bytes: Buffer): boolean {
  const animation = bytes.indexOf('acTL', 0, 'latin1');
  return animation > 0 && animation < bytes.indexOf('IDAT', 0, 'latin1');
}
