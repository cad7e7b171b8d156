import fc from 'fast-check';
import { moved } from './moved';

test('one goes up, down and to the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
});

test('what is not there moves nothing', () => {
  expect(moved(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});

test('nobody is lost or doubled, and moving back restores the order', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer(), { minLength: 1 }).chain((list) => {
        const place = fc.integer({ min: 0, max: list.length - 1 });
        return fc.tuple(fc.constant(list), place, place);
      }),
      ([list, from, to]) => {
        const once = moved(list, from, to);
        expect(once[to]).toBe(list[from]);
        expect(moved(once, to, from)).toEqual(list);
      },
    ),
  );
});
