import jsQR from 'jsqr';
import { QUIET_ZONE, qrPath } from './qrPath';

const TEXT = 'https://jijiaotong.luohe-health.org.cn/q/AbCdEfGh-_234567';
const PIXELS = 4;

/** Which modules the path fills, row by row. It knows only the one command that qrPath writes. */
function modulesOf({ size, path }: { size: number; path: string }): boolean[][] {
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  const runs = Array.from(path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g));
  expect(runs.map(([run]) => run).join('')).toBe(path);
  for (const [, x, y, width, back] of runs) {
    expect(back).toBe(width);
    dark[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
  }
  return dark;
}

function scan(dark: boolean[][]): string | undefined {
  const side = dark.length * PIXELS;
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (dark[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)]) {
        image.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
  }
  return jsQR(image, side, side)?.data;
}

test('what is drawn reads as the text', () => {
  expect(scan(modulesOf(qrPath(TEXT)))).toBe(TEXT);
});

test('62 bytes are a version 4 symbol: 33 modules and the quiet zone', () => {
  expect(qrPath('x'.repeat(62)).size).toBe(33 + 2 * QUIET_ZONE);
  expect(qrPath('x'.repeat(63)).size).toBeGreaterThan(33 + 2 * QUIET_ZONE);
});

test('the quiet zone stays light on all sides', () => {
  const drawn = qrPath(TEXT);
  const isEdge = (at: number) => at < QUIET_ZONE || at >= drawn.size - QUIET_ZONE;
  const inZone = modulesOf(drawn).flatMap((row, y) => row.filter((_, x) => isEdge(x) || isEdge(y)));
  expect(inZone.some(Boolean)).toBe(false);
  expect(inZone).not.toHaveLength(0);
});
