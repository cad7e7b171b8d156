import { useCallback, useEffect, useRef, useState } from 'react';
import { useLatest } from './useLatest';

/** One page of a list, as the contract answers it. */
export interface PageAnswer<T> {
  items: T[];
  total: number;
}

export interface Pages<T> {
  /** Undefined until the first page is there. */
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
  const [state, setState] = useState<PageAnswer<T>>();
  const [error, setError] = useState<unknown>();
  const latestLoad = useLatest(load);
  const latestState = useLatest(state);
  const turn = useRef(key);

  const reload = useCallback(async () => {
    turn.current = key;
    setError(undefined);
    try {
      const first = await latestLoad.current(1, pageSize);
      if (turn.current === key) {
        setState(first);
      }
    } catch (failure) {
      if (turn.current === key) {
        setState(undefined);
        setError(failure);
      }
    }
  }, [key, pageSize, latestLoad]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const more = useCallback(async () => {
    // Rows that were decided have left the list, so the page is counted from what is here and what overlaps is dropped.
    const items = latestState.current?.items ?? [];
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
    if (turn.current === key) {
      setState({ total, items: [...items, ...fresh] });
    }
  }, [key, pageSize, latestLoad, latestState]);

  const remove = useCallback((ids: readonly string[]) => {
    setState((now) => {
      if (!now) {
        return now;
      }
      const items = now.items.filter((item) => !ids.includes(item.id));
      return { items, total: now.total - (now.items.length - items.length) };
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
