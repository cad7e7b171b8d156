import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from './useLatest';

/** What a page follows live. */
export interface Polled<T> {
  /** The latest that came; stays while it is asked for anew. */
  data: T | undefined;
  error: unknown;
  /** The last answers did not come: what is shown is old. */
  isStale: boolean;
  /** Never rejects. */
  reload(): Promise<void>;
}

/**
 * Asks again and again while the page is on the screen; one question at a time, and an answer to an older key is dropped.
 * @param key What is asked for; a change asks at once. Null asks nothing.
 */
export function usePolled<T>(ask: () => Promise<T>, everyMs: number, key: string | null = ''): Polled<T> {
  const [data, setData] = useState<T>();
  const [error, setError] = useState<unknown>();
  const latestAsk = useLatest(ask);
  const isShown = useRef(true);
  const asking = useRef<string | null>(null);
  const current = useLatest(key);

  const reload = useCallback(async () => {
    if (key === null || asking.current === key || !isShown.current) {
      return;
    }
    asking.current = key;
    try {
      const answer = await latestAsk.current();
      if (current.current === key) {
        setData(answer);
        setError(undefined);
      }
    } catch (failure) {
      if (current.current === key) {
        setError(failure);
      }
    } finally {
      if (asking.current === key) {
        asking.current = null;
      }
    }
  }, [key, latestAsk, current]);

  useEffect(() => {
    void reload();
    const timer = setInterval(() => void reload(), everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  useDidShow(() => {
    isShown.current = true;
    void reload();
  });
  useDidHide(() => {
    isShown.current = false;
  });
  return { data, error, isStale: error !== undefined, reload };
}
