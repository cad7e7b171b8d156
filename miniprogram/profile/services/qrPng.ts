import QRCode from 'qrcode';
import { utf8 } from '@/services/bytes';
import { squaresPng } from './png';

/** Light modules around the symbol, as the standard (GB/T 18284) wants. */
const QUIET_ZONE = 4;
const SCALE = 8;

/** A QR symbol as a PNG: a picture, so that WeChat recognises it when it is pressed long. */
export function qrPng(text: string): Uint8Array {
  // Bytes, as WeChat's JavaScript has no TextEncoder for a text.
  const { modules } = QRCode.create([{ data: utf8(text), mode: 'byte' }], { errorCorrectionLevel: 'M' });
  const isDark = (x: number, y: number) => {
    const [column, row] = [x - QUIET_ZONE, y - QUIET_ZONE];
    const isInside = Math.min(column, row) >= 0 && Math.max(column, row) < modules.size;
    return isInside && Boolean(modules.get(row, column));
  };
  return squaresPng(isDark, modules.size + 2 * QUIET_ZONE, SCALE);
}
