/** PNG (ISO/IEC 15948) of black and white squares, written without compression: neither WeChat's canvas nor zlib is needed. */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a stored block of deflate holds at most (RFC 1951 §3.2.4). */
const BLOCK = 0xffff;

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

const CRC = Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value;
});

function crc32(bytes: readonly number[]): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value = (CRC[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  }
  return ~value;
}

function adler32(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...type].map((letter) => letter.charCodeAt(0)).concat(data);
  return [...word(data.length), ...body, ...word(crc32(body))];
}

/** A zlib stream (RFC 1950) of stored blocks. */
function stored(bytes: readonly number[]): number[] {
  const out = [0x78, 0x01];
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = bytes.slice(at, at + BLOCK);
    const size = block.length;
    const isLast = at + BLOCK >= bytes.length ? 1 : 0;
    out.push(isLast, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255, ...block);
  }
  return [...out, ...word(adler32(bytes))];
}

/**
 * Draws squares as a picture, one bit a pixel.
 * @param isDark Of the square in column x of row y.
 * @param side Squares on a side.
 * @param scale Pixels on a side of a square.
 */
export function squaresPng(
  isDark: (x: number, y: number) => boolean,
  side: number,
  scale: number,
): Uint8Array {
  const pixels = side * scale;
  const rows: number[] = [];
  for (let y = 0; y < side; y += 1) {
    const row = new Array<number>(Math.ceil(pixels / 8)).fill(0);
    for (let x = 0; x < pixels; x += 1) {
      if (!isDark(Math.floor(x / scale), y)) {
        row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
      }
    }
    for (let times = 0; times < scale; times += 1) {
      // 0: the row is as it is, not the difference to the one above.
      rows.push(0, ...row);
    }
  }
  // One bit a pixel, grey, no interlacing.
  const header = [...word(pixels), ...word(pixels), 1, 0, 0, 0, 0];
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ]);
}
