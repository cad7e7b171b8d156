import type { ScreenView } from '@common/contract/checkIns';
import { ApiError } from '@common/contract/errors';
import { useCallback, useEffect, useState } from 'react';
import { createBrowserClient } from '../api/endpoints';

const RETRY_MS = 3000;
const client = createBrowserClient();

export interface LoadedView {
  view: ScreenView;
  serverTime: number;
  toldAt: number;
}

/**
 * The part of a screen that stands still. It is asked for until it comes; `load` asks again, and throws when no answer came.
 * `isGone` when the ticket is unknown or its display closed.
 */
export function useScreenView(ticket: string) {
  const [loaded, setLoaded] = useState<LoadedView | null>(null);
  const [isGone, setGone] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  const load = useCallback(async () => {
    const askedAt = performance.now();
    try {
      const view = await client.checkIns.screen({ ticket });
      // Half of the way there and back.
      const toldAt = (askedAt + performance.now()) / 2;
      setLoaded({ view, serverTime: Date.parse(view.serverTime), toldAt });
      setFailed(false);
    } catch (error) {
      if (error instanceof ApiError && (error.code === 'NOT_FOUND' || error.code === 'INVALID_INPUT')) {
        setGone(true);
        return;
      }
      setFailed(true);
      throw error;
    }
  }, [ticket]);

  useEffect(() => {
    if (loaded || isGone) {
      return;
    }
    const attempt = () => load().catch(() => undefined);
    void attempt();
    const timer = setInterval(attempt, RETRY_MS);
    return () => clearInterval(timer);
  }, [loaded, isGone, load]);

  return { loaded, isGone, hasFailed, load };
}
