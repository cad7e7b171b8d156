import fc from 'fast-check';
import { type DueSwipe, dueOn } from './dueToday';

const DAY = '2026-11-21';
const at = (time: string) => Date.parse(`${DAY}T${time}:00+08:00`);
const swipe = (time: string, direction: DueSwipe['direction'] = 'in') => ({ direction, at: at(time) });
const period = (from: string, to: string) => ({ from: at(from), to: at(to) });
const WHOLE = [period('08:00', '18:00')];
const NOTHING = { scansPerHalfDay: 0, isDepartureRequired: false };
const FUJIAN = { scansPerHalfDay: 2, isDepartureRequired: false };
const JIANGSU = { scansPerHalfDay: 0, isDepartureRequired: true };

test('where nothing is demanded one 签到 is due', () => {
  expect(dueOn(DAY, WHOLE, [], NOTHING)).toEqual([{ label: '签到', done: 0, of: 1 }]);
  expect(dueOn(DAY, WHOLE, [swipe('08:05'), swipe('14:00')], NOTHING)).toEqual([
    { label: '签到', done: 1, of: 1 },
  ]);
});

test('每半天两次: each half that is held, its own scans (manual 001 §三)', () => {
  const swipes = [swipe('08:05'), swipe('11:50'), swipe('14:03', 'out')];
  expect(dueOn(DAY, WHOLE, swipes, FUJIAN)).toEqual([
    { label: '上午扫码', done: 2, of: 2 },
    { label: '下午扫码', done: 1, of: 2 },
  ]);
});

test.each([
  [[period('08:00', '12:00')], ['上午扫码']],
  // A little over noon, or up to six o'clock sharp, makes no further half; a scan in it belongs to the half before.
  [[period('08:00', '12:20')], ['上午扫码']],
  [
    [period('14:00', '17:30'), period('19:00', '21:00')],
    ['下午扫码', '晚上扫码'],
  ],
  // Half an hour before and twenty minutes after noon: the half that has more of it.
  [[period('11:30', '12:20')], ['上午扫码']],
])('periods %# ask for the halves that they fill', (periods, labels) => {
  expect(dueOn(DAY, periods, [], FUJIAN).map(({ label }) => label)).toEqual(labels);
});

test('a scan just outside the half counts for the nearest one', () => {
  expect(dueOn(DAY, [period('08:00', '12:00')], [swipe('07:40'), swipe('12:10')], FUJIAN)).toEqual([
    { label: '上午扫码', done: 2, of: 2 },
  ]);
});

test('签到 and 撤离 are both due for each period, and one is not both (manual 002 §2.1)', () => {
  const periods = [period('08:00', '12:00'), period('14:00', '18:00')];
  const swipes = [swipe('07:50'), swipe('07:55'), swipe('18:20', 'out')];
  expect(dueOn(DAY, periods, swipes, JIANGSU)).toEqual([
    { label: '签到', done: 1, of: 2 },
    { label: '撤离', done: 1, of: 2 },
  ]);
});

test('other days’ periods and scans do not count', () => {
  const yesterday = { from: at('08:00') - 86_400_000, to: at('18:00') - 86_400_000 };
  const old = [{ direction: 'in' as const, at: at('09:00') - 86_400_000 }];
  expect(dueOn(DAY, [yesterday, ...WHOLE], old, JIANGSU)).toEqual([
    { label: '签到', done: 0, of: 1 },
    { label: '撤离', done: 0, of: 1 },
  ]);
});

test('one scan more never makes less done, and no more than one thing of a kind', () => {
  const swipes = fc.array(
    fc.record({
      direction: fc.constantFrom('in' as const, 'out' as const),
      at: fc.integer({ min: at('06:00'), max: at('22:00') }),
    }),
    { maxLength: 12 },
  );
  const rules = fc.constantFrom(NOTHING, FUJIAN, JIANGSU, { scansPerHalfDay: 3, isDepartureRequired: true });
  fc.assert(
    fc.property(swipes, rules, (given, rule) => {
      const before = dueOn(DAY, WHOLE, given.slice(1), rule);
      const after = dueOn(DAY, WHOLE, given, rule);
      expect(after.map(({ label }) => label)).toEqual(before.map(({ label }) => label));
      expect(new Set(after.map(({ label }) => label)).size).toBe(after.length);
      for (const [i, { done }] of after.entries()) {
        expect(done - (before[i]?.done ?? 0)).toBeGreaterThanOrEqual(0);
        expect(done - (before[i]?.done ?? 0)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
