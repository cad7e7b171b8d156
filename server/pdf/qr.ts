import QRCode from 'qrcode';

/** A QR code as one area; dark modules that are neighbours in a row are drawn together, without hair lines. */
export function qrPath(text: string, x: number, y: number, size: number): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const module = size / modules.size;
  const number = (value: number) => value.toFixed(3);
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) {
        continue;
      }
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) {
        column += 1;
      }
      const across = number((column - from + 1) * module);
      path += `M${number(x + from * module)} ${number(y + row * module)}h${across}v${number(module)}h-${across}z`;
    }
  }
  return path;
}
