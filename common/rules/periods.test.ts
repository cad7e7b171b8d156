import { currentPeriod, holdingState, nextPeriod } from './periods';

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
