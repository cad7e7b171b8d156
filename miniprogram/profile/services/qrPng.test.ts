import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { squaresPng } from './png';
import { qrPng } from './qrPng';

test('another decoder reads the picture, and another reader the symbol', () => {
  const text = 'http://weixin.qq.com/q/02sPjB5mVHeuC1qvHj1C1Q';
  const { data, width, height } = PNG.sync.read(Buffer.from(qrPng(text)));
  expect(width).toBe(height);
  expect(jsQR(Uint8ClampedArray.from(data), width, height)?.data).toBe(text);
});

test('a picture of more than a block of deflate, whose rows do not end with a byte', () => {
  const isDark = (x: number, y: number) => (x * 7 + y * 3) % 5 === 0;
  const { data, width } = PNG.sync.read(Buffer.from(squaresPng(isDark, 83, 9)));
  expect(width).toBe(747);
  for (const [x, y] of [
    [0, 0],
    [82, 82],
    [1, 1],
    [40, 61],
    [82, 0],
  ] as const) {
    expect(data[(y * 9 * width + x * 9) * 4]).toBe(isDark(x, y) ? 0 : 255);
  }
});
