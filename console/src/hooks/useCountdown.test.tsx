import { act, renderHook } from '@testing-library/react';
import { useCountdown } from './useCountdown';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

test('counts whole seconds down to nothing, and can begin again', () => {
  const { result } = renderHook(() => useCountdown());
  expect(result.current[0]).toBe(0);
  act(() => result.current[1](3));
  expect(result.current[0]).toBe(3);
  pass(1000);
  expect(result.current[0]).toBe(2);
  pass(5000);
  expect(result.current[0]).toBe(0);
  act(() => result.current[1](60));
  expect(result.current[0]).toBe(60);
});

test('a tab that slept is not behind', () => {
  const { result } = renderHook(() => useCountdown());
  act(() => result.current[1](60));
  jest.setSystemTime(Date.now() + 45_000);
  pass(500);
  expect(result.current[0]).toBeLessThanOrEqual(15);
});

test('leaves no timer behind', () => {
  const { result, unmount } = renderHook(() => useCountdown());
  act(() => result.current[1](60));
  unmount();
  expect(jest.getTimerCount()).toBe(0);
});
