import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { tell, wordsOf } from '@/services/feedback';
import { useLatest } from './useLatest';

/** What a page draws: `data` stays while it is loaded anew, `error` is only there without data. */
export interface Loaded<T> {
  data: T | undefined;
  error: unknown;
  /** Never rejects. */
  reload(): Promise<void>;
}

/**
 * Loads what a page shows: at first, when `key` changes, each time the page is shown again, and on pulling down. Answers that
 * have been overtaken are dropped. A failed reload leaves what is on the screen and says so.
 * @param key What the data belong to, e.g. the year; null loads nothing yet.
 */
export function useLoad<T>(load: () => Promise<T>, key: string | number | null = ''): Loaded<T> {
  const [data, setData] = useState<{ key: string | number | null; value: T }>();
  const [error, setError] = useState<unknown>();
  const latestLoad = useLatest(load);
  const turn = useRef(0);
  const hasData = useLatest(data?.key === key);

  const run = useCallback(async () => {
    if (key === null) {
      return;
    }
    turn.current += 1;
    const mine = turn.current;
    setError(undefined);
    try {
      const value = await latestLoad.current();
      if (mine === turn.current) {
        setData({ key, value });
      }
    } catch (failure) {
      if (mine !== turn.current) {
        return;
      }
      if (hasData.current) {
        tell(wordsOf(failure));
      } else {
        setError(failure);
      }
    }
  }, [key, latestLoad, hasData]);

  useEffect(() => {
    void run();
    return () => {
      turn.current += 1;
    };
  }, [run]);
  useDidShow(() => {
    if (hasData.current) {
      void run();
    }
  });
  usePullDownRefresh(() => {
    void run().finally(() => Taro.stopPullDownRefresh());
  });

  return { data: data?.key === key ? data.value : undefined, error, reload: run };
}
