import { useReachBottom } from '@tarojs/taro';
import { useCallback, useRef } from 'react';
import { useLatest } from './useLatest';
import type { Pages } from './usePages';

/**
 * Lets a list grow by scrolling to its end.
 * @returns The same by a tap (加载更多), for who is too quick or has no network: it rejects when the next page cannot be had.
 */
export function useMoreOnScroll({ hasMore, more }: Pick<Pages<{ id: string }>, 'hasMore' | 'more'>) {
  const latest = useLatest({ hasMore, more });
  const loading = useRef<Promise<void>>();
  const next = useCallback(() => {
    // A tap while the scrolling loads would draw the same rows twice.
    loading.current ??= latest.current.more().finally(() => {
      loading.current = undefined;
    });
    return loading.current;
  }, [latest]);
  useReachBottom(() => {
    if (latest.current.hasMore) {
      // The button stays and says why.
      next().catch(() => undefined);
    }
  });
  return next;
}
