import fc from 'fast-check';
import { distanceBetween } from './distance';
import { toGcj02 } from './gcj02';

test('天安门, as published with the approximation', () => {
  const { longitude, latitude } = toGcj02({ longitude: 116.404, latitude: 39.915 });
  expect(longitude).toBeCloseTo(116.410244, 5);
  expect(latitude).toBeCloseTo(39.916404, 5);
});

test('abroad nothing is shifted', () => {
  const paris = { longitude: 2.3522, latitude: 48.8566 };
  expect(toGcj02(paris)).toEqual(paris);
});

test('anywhere in the provinces the shift is less than a kilometre', () => {
  const inChina = fc.record({
    longitude: fc.double({ min: 98, max: 130, noNaN: true }),
    latitude: fc.double({ min: 19, max: 50, noNaN: true }),
  });
  fc.assert(
    fc.property(inChina, (point) => {
      const metres = distanceBetween(point, toGcj02(point));
      expect(metres).toBeGreaterThan(10);
      expect(metres).toBeLessThan(1000);
    }),
  );
});
