import Taro from '@tarojs/taro';
import { act, render, screen, waitFor } from '@testing-library/react';
import { ErrorState } from '@/components/error-state/errorState';
import { resetTaro, showAgain } from '@/testing/taro';
import { useLoad } from './useLoad';

beforeEach(resetTaro);

function Page({ load, year }: { load: (year: number) => Promise<string>; year: number }) {
  const { data, error, reload } = useLoad(() => load(year), year);
  return data ? <div>{data}</div> : error ? <ErrorState error={error} onRetry={reload} /> : <div>骨架</div>;
}

test('skeleton, error with a retry, then the data', async () => {
  const load = jest.fn().mockRejectedValueOnce(new Error('x')).mockResolvedValue('学分');
  render(<Page load={load} year={2026} />);
  expect(screen.getByText('骨架')).toBeTruthy();
  const retry = await screen.findByText('重试');
  await act(async () => retry.click());
  expect(await screen.findByText('学分')).toBeTruthy();
});

test('an answer that was overtaken is dropped', async () => {
  const answers = new Map<number, (text: string) => void>();
  const load = (year: number) => new Promise<string>((resolve) => answers.set(year, resolve));
  const { rerender } = render(<Page load={load} year={2025} />);
  rerender(<Page load={load} year={2026} />);
  await act(async () => answers.get(2026)?.('今年'));
  await act(async () => answers.get(2025)?.('去年'));
  expect(screen.getByText('今年')).toBeTruthy();
});

test('shown again it loads anew; a failure then leaves what is there and says so', async () => {
  const load = jest.fn().mockResolvedValueOnce('一').mockRejectedValueOnce(new Error('x'));
  render(<Page load={load} year={2026} />);
  await screen.findByText('一');
  await act(async () => showAgain());
  await waitFor(() => expect(load).toHaveBeenCalledTimes(2));
  expect(screen.getByText('一')).toBeTruthy();
  expect(Taro.showToast).toHaveBeenCalled();
});
