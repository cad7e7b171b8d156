import QRCode from 'qrcode';

/** Light modules around the symbol, as the standard wants. */
export const QUIET_ZONE = 4;

/** A QR symbol as one SVG path, one unit a module. */
export interface QrPath {
  /** Modules on a side, with the quiet zone. */
  size: number;
  path: string;
}

/** Draws a text with error correction M in byte mode: at most 62 bytes make a version 4 symbol. */
export function qrPath(text: string): QrPath {
  const { modules } = QRCode.create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  });
  let path = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      let run = 0;
      while (x + run < modules.size && modules.get(y, x + run)) {
        run++;
      }
      if (run > 0) {
        path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${run}v1h-${run}z`;
        x += run;
      }
    }
  }
  return { size: modules.size + 2 * QUIET_ZONE, path };
}
