import { ScanFailure } from './scanFailure';

interface Detector {
  detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: new (options: { formats: string[] }) => Detector;
  }
}

/** Longest side that is read: more pixels only take longer. */
const MAX_SIDE = 1280;

function takePhoto(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    // The camera at once, not the album.
    input.setAttribute('capture', 'environment');
    input.style.display = 'none';
    const finish = (file: File | null) => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => finish(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => finish(null));
    document.body.append(input);
    input.click();
  });
}

async function detectNatively(image: HTMLImageElement): Promise<string | null> {
  if (!window.BarcodeDetector) {
    return null;
  }
  try {
    const [hit] = await new window.BarcodeDetector({ formats: ['qr_code'] }).detect(image);
    return hit?.rawValue ?? null;
  } catch {
    // Declared but not there on this platform.
    return null;
  }
}

async function detectInPixels(image: HTMLImageElement): Promise<string | null> {
  const scale = Math.min(1, MAX_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * scale);
  canvas.height = Math.round(image.naturalHeight * scale);
  const context = canvas.getContext('2d');
  if (!context) {
    return null;
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  const { default: jsQR } = await import('jsqr');
  return jsQR(data, width, height)?.data ?? null;
}

/** In a browser: a photo of the screen, read by the browser itself or by jsQR, which is loaded only then. */
export async function scan(): Promise<string | null> {
  const photo = await takePhoto();
  if (!photo) {
    return null;
  }
  const image = new Image();
  image.src = URL.createObjectURL(photo);
  try {
    await image.decode();
    const text = (await detectNatively(image)) ?? (await detectInPixels(image));
    if (!text) {
      throw new ScanFailure('照片里没有找到二维码，请对准大屏再拍一张，或输入签到码');
    }
    return text;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
