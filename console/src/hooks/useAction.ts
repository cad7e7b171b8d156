import type { ApiError } from '@common/contract/errors';
import { App } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { asApiError } from './useLoad';

/** Something that a button does. `busy` is for the button: a second click while it runs does nothing. */
export interface Action<A extends unknown[]> {
  busy: boolean;
  run: (...args: A) => Promise<void>;
}

/**
 * Runs at most once at a time. A failure is shown as a message; `onError` may show it better and return true.
 */
export function useAction<A extends unknown[]>(
  act: (...args: A) => Promise<void>,
  onError?: (error: ApiError) => boolean,
): Action<A> {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const latest = useRef({ act, onError });
  latest.current = { act, onError };

  const run = useCallback(
    async (...args: A) => {
      if (running.current) {
        return;
      }
      running.current = true;
      setBusy(true);
      try {
        await latest.current.act(...args);
      } catch (thrown) {
        const error = asApiError(thrown);
        if (!latest.current.onError?.(error)) {
          message.error(error.message);
        }
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [message],
  );
  return { busy, run };
}
