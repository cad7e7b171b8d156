import type { Client } from '@common/contract/client';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '@/services/session';

export type Board = Awaited<ReturnType<Client['checkIns']['board']>>;

/** A board every this often while it is looked at, ms. */
const EVERY_MS = 3000;

export interface LiveBoard {
  data: Board | undefined;
  error: unknown;
  /** The last answers did not come: what is shown is old. */
  isStale: boolean;
  reload(): Promise<void>;
}

/** The board of an activity, asked for again and again while the page is on the screen; one question at a time. */
export function useBoard(activityId: string): LiveBoard {
  const [data, setData] = useState<Board>();
  const [error, setError] = useState<unknown>();
  const isShown = useRef(true);
  const isAsking = useRef(false);

  const ask = useCallback(async () => {
    if (isAsking.current || !isShown.current) {
      return;
    }
    isAsking.current = true;
    try {
      setData(await api.checkIns.board({ activityId }));
      setError(undefined);
    } catch (failure) {
      setError(failure);
    } finally {
      isAsking.current = false;
    }
  }, [activityId]);

  useEffect(() => {
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
  useDidShow(() => {
    isShown.current = true;
  });
  useDidHide(() => {
    isShown.current = false;
  });
  return { data, error, isStale: error !== undefined, reload: ask };
}
