import { useCallback, useEffect, useRef, useState } from 'react';
import { tell, wordsOf } from '@/services/feedback';

/** Something to press. `press` takes an action so that one guard can serve several. */
export interface Press {
  isBusy: boolean;
  press(action: (() => unknown) | undefined): Promise<void>;
}

/**
 * A tap's action at most once at a time: while its promise runs further taps do nothing, and a rejection is told to the person.
 */
export function usePress(): Press {
  const [isBusy, setBusy] = useState(false);
  // The ref, not the state: the second tap comes before the next drawing.
  const busy = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const press = useCallback(async (action: (() => unknown) | undefined) => {
    if (busy.current || !action) {
      return;
    }
    busy.current = true;
    try {
      const result = action();
      if (result instanceof Promise) {
        setBusy(true);
        await result;
      }
    } catch (error) {
      tell(wordsOf(error));
    } finally {
      busy.current = false;
      if (mounted.current) {
        setBusy(false);
      }
    }
  }, []);
  return { isBusy, press };
}
