import { ApiError } from '@common/contract/errors';
import { type DependencyList, useCallback, useEffect, useRef, useState } from 'react';

/** What was loaded. `data` stays while it is loaded anew, so that nothing flickers. */
export interface Load<T> {
  data: T | null;
  error: ApiError | null;
  loading: boolean;
  reload: () => void;
}

export interface LoadOptions {
  /** Load again after so many milliseconds while the page is visible. */
  everyMs?: number;
}

/** Loads on mount and whenever `deps` change; an answer that has been overtaken is dropped. */
export function useLoad<T>(
  load: () => Promise<T>,
  deps: DependencyList,
  { everyMs }: LoadOptions = {},
): Load<T> {
  const [result, setResult] = useState<Omit<Load<T>, 'reload'>>({ data: null, error: null, loading: true });
  const turn = useRef(0);
  const latest = useRef(load);
  latest.current = load;

  const reload = useCallback(() => {
    const mine = ++turn.current;
    const settle = (next: (before: Omit<Load<T>, 'reload'>) => Omit<Load<T>, 'reload'>) => {
      if (mine === turn.current) {
        setResult(next);
      }
    };
    setResult((before) => ({ ...before, loading: true }));
    latest.current().then(
      (data) => settle(() => ({ data, error: null, loading: false })),
      (error: unknown) => settle((before) => ({ ...before, error: asApiError(error), loading: false })),
    );
  }, []);

  useEffect(() => {
    reload();
    return () => {
      turn.current++;
    };
  }, [...deps, reload]);

  useEffect(() => {
    if (!everyMs) {
      return;
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        reload();
      }
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  return { ...result, reload };
}

/** Any thrown thing as an `ApiError`, so that pages have one kind of failure to show. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  return new ApiError({ code: 'INTERNAL', message: '页面出现故障，请刷新后重试' });
}
