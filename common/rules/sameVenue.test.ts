import fc from 'fast-check';
import { isSameVenue, type Venue } from './sameVenue';

const hall = { longitude: 114.016, latitude: 33.581 };
const at = (metresNorth: number) => ({ ...hall, latitude: hall.latitude + metresNorth / 111_200 });

it.each<[string, Venue, Venue, boolean]>([
  ['points of one campus', { unitId: 'a', point: hall }, { unitId: 'b', point: at(450) }, true],
  [
    'points apart, whatever is written',
    { unitId: 'a', address: '路1号', point: hall },
    { unitId: 'a', address: '路1号', point: at(600) },
    false,
  ],
  [
    'one address, written otherwise',
    { unitId: 'a', address: '人民路 56号' },
    { unitId: 'b', address: '人民路５６号', point: hall },
    true,
  ],
  [
    'two addresses of one unit: a hotel',
    { unitId: 'a', address: '人民路56号' },
    { unitId: 'a', address: '交通路1号' },
    false,
  ],
  ['nothing said, one unit', { unitId: 'a', address: '' }, { unitId: 'a' }, true],
  ['nothing said, two units', { unitId: 'a' }, { unitId: 'b', address: '人民路56号' }, false],
])('%s', (_what, a, b, isSame) => {
  expect(isSameVenue(a, b)).toBe(isSame);
});

it('is the same both ways, and of itself', () => {
  const anyVenue = fc.record(
    {
      unitId: fc.constantFrom('a', 'b'),
      address: fc.constantFrom('', '人民路56号', '交通路1号'),
      point: fc.nat(1000).map(at),
    },
    { requiredKeys: ['unitId'] },
  );
  fc.assert(
    fc.property(anyVenue, anyVenue, (a, b) => {
      expect(isSameVenue(a, b)).toBe(isSameVenue(b, a));
      expect(isSameVenue(a, a)).toBe(true);
    }),
  );
});
