import { currentPeriod, daysHeld, holdingState, isoSpanOf, nextPeriod, spanOf } from './periods';

const morning = { from: 100, to: 200 };
const afternoon = { from: 300, to: 400 };
const periods = [afternoon, morning];

it.each([
  [99, 'before'],
  [100, 'within'],
  [200, 'within'],
  [201, 'between'],
  [300, 'within'],
  [400, 'within'],
  [401, 'after'],
])('at %d stands %s', (now, state) => {
  expect(holdingState(now, periods)).toBe(state);
});

it('stands nowhere without periods', () => {
  expect(holdingState(1, [])).toBe('none');
  expect(currentPeriod(1, [])).toBeNull();
  expect(nextPeriod(1, [])).toBeNull();
});

it('finds the period that holds, both ends included', () => {
  expect(currentPeriod(100, periods)).toBe(morning);
  expect(currentPeriod(200, periods)).toBe(morning);
  expect(currentPeriod(250, periods)).toBeNull();
  expect(currentPeriod(350, periods)).toBe(afternoon);
});

it('finds the next to begin', () => {
  expect(nextPeriod(0, periods)).toBe(morning);
  expect(nextPeriod(100, periods)).toBe(afternoon);
  expect(nextPeriod(300, periods)).toBeNull();
});

it('takes the earliest of two that overlap', () => {
  const all = [{ from: 150, to: 300 }, morning];
  expect(currentPeriod(160, all)).toBe(morning);
  expect(holdingState(250, all)).toBe('within');
});

describe('daysHeld', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);
  const periods = [
    { from: at('2026-07-20T08:00'), to: at('2026-07-21T18:00') },
    { from: at('2026-07-23T20:00'), to: at('2026-07-24T00:00') },
  ];

  test('is empty before the first period and grows day by day', () => {
    expect(daysHeld(periods, at('2026-07-20T07:59'))).toEqual([]);
    expect(daysHeld(periods, at('2026-07-20T23:59'))).toEqual(['2026-07-20']);
    expect(daysHeld(periods, at('2026-07-21T00:00'))).toEqual(['2026-07-20', '2026-07-21']);
  });

  test('counts both ends and leaves out the days between', () => {
    const days = ['2026-07-20', '2026-07-21', '2026-07-23', '2026-07-24'];
    expect(daysHeld(periods, at('2026-12-01T00:00'))).toEqual(days);
    expect(daysHeld([...periods].reverse(), at('2026-12-01T00:00'))).toEqual(days);
    expect(daysHeld([], at('2026-12-01T00:00'))).toEqual([]);
  });
});

test('the span of periods goes from the first beginning to the last end, in any order', () => {
  const [early, late] = [
    { from: 1_000, to: 9_000 },
    { from: 2_000, to: 3_000 },
  ];
  expect(spanOf([late, early])).toEqual({ from: 1_000, to: 9_000 });
  expect(isoSpanOf([late])).toEqual({ from: '1970-01-01T00:00:02.000Z', to: '1970-01-01T00:00:03.000Z' });
});
