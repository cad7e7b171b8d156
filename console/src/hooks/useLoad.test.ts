import { ApiError } from '@common/contract/errors';
import { act, renderHook } from '@testing-library/react';
import { useLoad } from './useLoad';

/** Answers that come when the test says so. */
function pending() {
  const calls: { resolve: (text: string) => void; reject: (error: unknown) => void }[] = [];
  const load = () => new Promise<string>((resolve, reject) => calls.push({ resolve, reject }));
  const settle = (what: () => void) => act(async () => what());
  return { calls, load, settle };
}

test('an answer that has been overtaken is dropped', async () => {
  const { calls, load, settle } = pending();
  const { result, rerender } = renderHook(({ page }) => useLoad(load, [page]), {
    initialProps: { page: 1 },
  });
  rerender({ page: 2 });
  await settle(() => calls[1]?.resolve('second'));
  await settle(() => calls[0]?.resolve('first'));
  expect(result.current).toMatchObject({ data: 'second', loading: false });
});

test('what is shown stays while it is loaded anew, and when that fails', async () => {
  const { calls, load, settle } = pending();
  const { result } = renderHook(() => useLoad(load, []));
  await settle(() => calls[0]?.resolve('old'));
  act(() => result.current.reload());
  expect(result.current).toMatchObject({ data: 'old', loading: true });
  await settle(() => calls[1]?.reject(new ApiError({ code: 'NETWORK', message: '网络不给力' })));
  expect(result.current).toMatchObject({ data: 'old', loading: false, error: { code: 'NETWORK' } });
});

test('a failure is over with the next answer', async () => {
  const { calls, load, settle } = pending();
  const { result } = renderHook(() => useLoad(load, []));
  await settle(() => calls[0]?.reject(new TypeError('x')));
  expect(result.current.error?.code).toBe('INTERNAL');
  act(() => result.current.reload());
  await settle(() => calls[1]?.resolve('back'));
  expect(result.current).toMatchObject({ data: 'back', error: null });
});
