import { act, renderHook } from '@testing-library/react';
import type { Code } from './screenState';
import { useCodeIsOver } from './useCodeIsOver';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const codeFor = (ms: number, slot = 1): Code => ({
  text: 't',
  shortCode: 'ABCD1234',
  slot,
  periodMs: ms,
  turnsAt: performance.now() + ms,
});
const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

test('a code is live in its slot and a little beyond, then over', () => {
  const code = codeFor(5000);
  const { result } = renderHook(() => useCodeIsOver(code));
  pass(5000);
  expect(result.current).toBe(false);
  pass(600);
  expect(result.current).toBe(true);
});

test('the next code is live although the one before is over', () => {
  const first = codeFor(1000);
  const { result, rerender } = renderHook(({ code }) => useCodeIsOver(code), {
    initialProps: { code: first },
  });
  pass(2000);
  expect(result.current).toBe(true);
  rerender({ code: codeFor(1000, 2) });
  expect(result.current).toBe(false);
});

test('a code of a day outlives what a timer can hold, and still ends', () => {
  const day = codeFor(86_400_000);
  const { result } = renderHook(() => useCodeIsOver(day));
  pass(86_399_000);
  expect(result.current).toBe(false);
  pass(2000);
  expect(result.current).toBe(true);
});

test('no code is never over', () => {
  expect(renderHook(() => useCodeIsOver(null)).result.current).toBe(false);
});
