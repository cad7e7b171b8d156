import fc from 'fast-check';
import { metresInWords, placeVerdict } from './placeVerdict';

const HALL = { longitude: 114, latitude: 33.58 };
/** So many metres north of the hall. */
const north = (metres: number, accuracy: number) => ({
  longitude: HALL.longitude,
  latitude: HALL.latitude + metres / 111_195,
  accuracy,
});
const verdictOf = (metres: number, accuracy: number, radius = 500) =>
  placeVerdict(north(metres, accuracy), HALL, radius).verdict;
const RANK = { near: 0, unsure: 1, far: 2 };
const metres = fc.integer({ min: 0, max: 30_000 });
const radii = fc.integer({ min: 50, max: 20_000 });

test.each([
  [0, 10, 'near'],
  [499, 0, 'near'],
  [501, 0, 'far'],
  // An indoor fix is forgiven its error, up to 200 metres.
  [640, 150, 'near'],
  [690, 200, 'near'],
  [710, 200, 'far'],
  // A phone that knows nothing proves nothing, for or against.
  [710, 3_000, 'unsure'],
  [3_600, 3_000, 'far'],
])('%d metres away with an error of %d is %s', (distance, accuracy, verdict) => {
  expect(verdictOf(distance, accuracy)).toBe(verdict);
});

test('whoever is farther away is never judged nearer, and a wider circle never farther', () => {
  fc.assert(
    fc.property(metres, metres, metres, radii, fc.nat(5_000), (a, b, accuracy, radius, wider) => {
      const rank = (distance: number, within = radius) => RANK[verdictOf(distance, accuracy, within)];
      expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)));
      expect(rank(a, radius + wider)).toBeLessThanOrEqual(rank(a));
    }),
  );
});

test('a claimed error alone never makes one near beyond the tolerance', () => {
  fc.assert(
    fc.property(metres, radii, fc.nat(1_000_000), (distance, radius, accuracy) => {
      fc.pre(distance > radius + 201);
      expect(verdictOf(distance, accuracy, radius)).not.toBe('near');
    }),
  );
});

test('the distance is told in whole metres and in words', () => {
  expect(placeVerdict(north(350, 10), HALL, 500).metres).toBe(350);
  expect([0, 350, 999, 1_000, 2_249].map(metresInWords)).toEqual([
    '0米',
    '350米',
    '999米',
    '1公里',
    '2.2公里',
  ]);
});
