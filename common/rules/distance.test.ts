import fc from 'fast-check';
import { boxAround, distanceBetween, FARTHEST } from './distance';

const point = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
});
const LUOHE = { longitude: 114.0165, latitude: 33.5815 };

test.each([
  ['漯河 and 郑州', { longitude: 113.6254, latitude: 34.7466 }, 134_500],
  ['漯河 and 北京', { longitude: 116.4074, latitude: 39.9042 }, 734_600],
  ['a degree of latitude', { longitude: 114.0165, latitude: 34.5815 }, 111_195],
  ['one place', LUOHE, 0],
])('%s', (_what, other, metres) => {
  expect(Math.abs(distanceBetween(LUOHE, other) - metres)).toBeLessThan(metres * 0.01 + 1e-6);
});

test('as far there as back, never more than half around the earth, and no way is shorter by a third place', () => {
  fc.assert(
    fc.property(point, point, point, (a, b, c) => {
      const direct = distanceBetween(a, b);
      expect(direct).toBeCloseTo(distanceBetween(b, a), 6);
      expect(direct).toBeGreaterThanOrEqual(0);
      expect(direct).toBeLessThanOrEqual(FARTHEST + 1e-6);
      // The haversine loses some centimetres at the other end of the earth.
      expect(direct).toBeLessThanOrEqual(distanceBetween(a, c) + distanceBetween(c, b) + 1);
    }),
  );
});

test('the box holds whatever is near enough', () => {
  fc.assert(
    fc.property(point, point, fc.double({ min: 0, max: 1.2, noNaN: true }), (a, b, more) => {
      const { south, north, west, east } = boxAround(a, distanceBetween(a, b) * (1 + more));
      expect(b.latitude).toBeGreaterThanOrEqual(south);
      expect(b.latitude).toBeLessThanOrEqual(north);
      expect(b.longitude).toBeGreaterThanOrEqual(west);
      expect(b.longitude).toBeLessThanOrEqual(east);
    }),
    { numRuns: 1000 },
  );
});

test('in China the box is a small one', () => {
  const { south, north, west, east } = boxAround(LUOHE, 10_000);
  expect(distanceBetween({ ...LUOHE, latitude: south }, { ...LUOHE, latitude: north })).toBeLessThan(20_100);
  expect(distanceBetween({ ...LUOHE, longitude: west }, { ...LUOHE, longitude: east })).toBeLessThan(20_100);
});
