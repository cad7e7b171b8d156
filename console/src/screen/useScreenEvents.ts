import type { ScreenEvent } from '@common/contract/checkIns';
import { type Dispatch, useEffect } from 'react';
import type { ScreenChange } from './screenState';

const RETRY_MS = [500, 1000, 2000, 4000, 5000];
/**
 * A stream that stays silent for so long is opened anew: a cut cable or a proxy gives no error. The server counts at least
 * every 15 s, whatever else there is to say.
 */
const SILENCE_MS = 25_000;
/** So late the next code may be, before the stream is taken for dead. */
const LATE_MS = 3000;
const TICK_MS = 1000;
/** A tick this late, or a wall clock this far off, means that the machine slept. */
const JUMP_MS = 4000;

interface Options {
  url: string;
  dispatch: Dispatch<ScreenChange>;
  /** Whether the server is there; called before every new attempt and in silence. Throws when it is not. */
  probe: () => Promise<unknown>;
  /** No more events are wanted. */
  isDone: boolean;
}

/**
 * Keeps the screen's events coming: opens the stream, opens it again after a break, after the machine slept and when it has
 * been silent for too long. EventSource's own reconnecting gives up on an error page, so each break is a new stream.
 */
export function useScreenEvents({ url, dispatch, probe, isDone }: Options): void {
  useEffect(() => {
    if (isDone) {
      return;
    }
    let source: EventSource | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    /** When something must have been heard again. */
    let dueAt = 0;
    /** When the next code must have come; never while none may be shown. */
    let turnDueAt = Number.POSITIVE_INFINITY;
    let isProbing = false;
    let isStopped = false;

    const connect = () => {
      if (isStopped) {
        return;
      }
      clearTimeout(retry);
      source?.close();
      turnDueAt = Number.POSITIVE_INFINITY;
      dueAt = performance.now() + SILENCE_MS;
      const opened = new EventSource(url);
      source = opened;
      opened.onmessage = (message) => {
        failures = 0;
        const now = performance.now();
        const event = parseEvent(message.data);
        if (event?.type === 'turn') {
          turnDueAt = now + event.turnsInMs + LATE_MS;
        } else if (event?.type === 'blocked') {
          turnDueAt = Number.POSITIVE_INFINITY;
        }
        dueAt = Math.min(turnDueAt, now + SILENCE_MS);
        if (event) {
          dispatch({ type: 'event', event, now });
        }
      };
      opened.onerror = () => {
        if (source === opened) {
          lose();
        }
      };
    };

    const lose = () => {
      if (isStopped) {
        return;
      }
      source?.close();
      source = null;
      dispatch({ type: 'lost' });
      clearTimeout(retry);
      const delay = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)] ?? 5000;
      // A little apart, so that a hall of screens does not come back in one instant.
      retry = setTimeout(() => void ask(), delay * (0.8 + Math.random() * 0.4));
    };

    const ask = async () => {
      if (isProbing) {
        return;
      }
      isProbing = true;
      try {
        await probe();
        connect();
      } catch {
        lose();
      } finally {
        isProbing = false;
      }
    };

    let before = { steady: performance.now(), wall: Date.now() };
    const tick = setInterval(() => {
      const now = { steady: performance.now(), wall: Date.now() };
      const late = now.steady - before.steady - TICK_MS;
      const jump = Math.abs(now.wall - before.wall - (now.steady - before.steady));
      before = now;
      if (jump > JUMP_MS || (late > JUMP_MS && document.visibilityState === 'visible')) {
        dispatch({ type: 'doubted' });
        connect();
      } else if (source && now.steady > dueAt) {
        void ask();
      }
    }, TICK_MS);

    connect();
    window.addEventListener('offline', lose);
    window.addEventListener('online', connect);
    return () => {
      isStopped = true;
      clearInterval(tick);
      clearTimeout(retry);
      source?.close();
      source = null;
      window.removeEventListener('offline', lose);
      window.removeEventListener('online', connect);
    };
  }, [url, dispatch, probe, isDone]);
}

function parseEvent(data: unknown): ScreenEvent | null {
  try {
    return JSON.parse(String(data)) as ScreenEvent;
  } catch {
    return null;
  }
}
