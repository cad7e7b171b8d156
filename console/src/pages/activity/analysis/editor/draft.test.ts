import { beginning, type DraftWindow, inOrder, isJust, methodOf, nextSpan, overlapping } from './draft';

const at = (time: string) => Date.parse(`2026-07-20T${time}:00+08:00`);
const windowOf = (from: string, to: string, some: Partial<DraftWindow> = {}): DraftWindow => ({
  key: from,
  from: at(from),
  to: at(to),
  direction: null,
  courseId: null,
  ...some,
});
const EMPTY = beginning(null);

test('nothing is asked without a window, or with one that ends before it begins', () => {
  expect(methodOf(EMPTY)).toBeNull();
  expect(methodOf({ ...EMPTY, windows: [windowOf('08:00', '08:00')] })).toBeNull();
  expect(methodOf({ ...EMPTY, windows: [windowOf('08:00', '08:40', { direction: 'in' })] })).toEqual({
    windows: [
      { from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T00:40:00.000Z', direction: 'in', courseId: null },
    ],
    strategy: 'everyWindow',
    isExamRequired: false,
    isEvaluationRequired: false,
  });
});

test('numbered in the order of time', () => {
  const [late, early] = [windowOf('14:00', '15:00'), windowOf('08:00', '09:00')];
  expect(inOrder([late, early])).toEqual([early, late]);
});

test('one more begins where the last one ends, the first with the period', () => {
  const period = { from: at('08:00'), to: at('18:00') };
  expect(nextSpan([], [period])).toEqual({ from: at('08:00'), to: at('08:30') });
  expect(nextSpan([windowOf('14:00', '15:00'), windowOf('08:00', '09:00')], [period])).toEqual({
    from: at('15:00'),
    to: at('15:30'),
  });
});

test('two overlap where one swipe would count in both', () => {
  const first = windowOf('08:00', '09:00', { direction: 'in' });
  expect(overlapping([first, windowOf('08:30', '10:00')], 0)).toBe(2);
  expect(overlapping([first, windowOf('08:30', '10:00', { direction: 'out' })], 0)).toBeNull();
  expect(overlapping([first, windowOf('09:00', '10:00')], 1)).toBeNull();
  const [one, other] = ['1', '2'].map((courseId) => windowOf('08:00', '09:00', { courseId }));
  expect(overlapping([one as DraftWindow, other as DraftWindow], 0)).toBeNull();
});

test('a suggestion is just that until something else is set', () => {
  const spans = [{ from: at('08:00'), to: at('09:00') }];
  expect(isJust([windowOf('08:00', '09:00')], spans)).toBe(true);
  expect(isJust([windowOf('08:00', '09:05')], spans)).toBe(false);
  expect(isJust([windowOf('08:00', '09:00', { direction: 'out' })], spans)).toBe(false);
});
