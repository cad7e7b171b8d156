import { useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from './useLatest';

/** One page of a list, as the contract answers it. */
export interface PageAnswer<T> {
  items: T[];
  total: number;
}

export interface Pages<T> {
  /** Undefined until the first page of what is asked for is there. */
  items: T[] | undefined;
  total: number;
  error: unknown;
  hasMore: boolean;
  /** Rejects when the next page cannot be had: a Button shows why. */
  more(): Promise<void>;
  reload(): Promise<void>;
  /** Takes rows out that have left the list, without loading it again. */
  remove(ids: readonly string[]): void;
}

const PAGE_SIZE = 20;

/**
 * A list that grows by 加载更多.
 * @param key What the list belongs to, e.g. the words searched for; a change starts anew.
 * @param pageSize Rows asked for at a time; the same at every drawing.
 */
export function usePages<T extends { id: string }>(
  load: (page: number, pageSize: number) => Promise<PageAnswer<T>>,
  key = '',
  pageSize = PAGE_SIZE,
): Pages<T> {
  const [loaded, setLoaded] = useState<PageAnswer<T> & { key: string }>();
  const [error, setError] = useState<unknown>();
  const latestLoad = useLatest(load);
  // Rows of other filters would pass for what was found.
  const state = loaded?.key === key ? loaded : undefined;
  const latestState = useLatest(state);
  const turn = useRef(key);

  const reload = useCallback(async () => {
    turn.current = key;
    setError(undefined);
    try {
      const { items, total } = await latestLoad.current(1, pageSize);
      if (turn.current === key) {
        setLoaded({ key, items, total });
      }
    } catch (failure) {
      if (turn.current === key) {
        setLoaded(undefined);
        setError(failure);
      }
    }
  }, [key, pageSize, latestLoad]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const more = useCallback(async () => {
    // Rows that were decided have left the list, so the page is counted from what is here and what overlaps is dropped.
    const before = latestState.current;
    if (!before) {
      return;
    }
    const { items } = before;
    const known = new Set(items.map((item) => item.id));
    const fresh: T[] = [];
    let page = Math.floor(items.length / pageSize) + 1;
    let total = 0;
    do {
      const answer = await latestLoad.current(page, pageSize);
      fresh.push(...answer.items.filter((item) => !known.has(item.id)));
      total = answer.total;
      page += 1;
      // Half a page of news would only ask for another tap.
    } while (fresh.length < pageSize / 2 && (page - 1) * pageSize < total);
    // Loaded anew meanwhile: the next page is another one now.
    setLoaded((now) => (now === before ? { ...before, total, items: [...items, ...fresh] } : now));
  }, [pageSize, latestLoad, latestState]);

  const remove = useCallback((ids: readonly string[]) => {
    setLoaded((now) => {
      if (!now) {
        return now;
      }
      const items = now.items.filter((item) => !ids.includes(item.id));
      return { ...now, items, total: now.total - (now.items.length - items.length) };
    });
  }, []);

  const count = state?.items.length ?? 0;
  return {
    items: state?.items,
    total: state?.total ?? 0,
    error,
    hasMore: state !== undefined && count < state.total,
    more,
    reload,
    remove,
  };
}
