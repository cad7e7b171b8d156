import { useEffect, useState } from 'react';
import type { Code } from './screenState';

/** So long the next code may be on its way. The server takes the code before for another slot, so this shows nothing false. */
const GRACE_MS = 600;

/** Whether a code's slot is over by the monotonic clock; the wall clock of a lecture room's computer is not to be trusted. */
export function useCodeIsOver(code: Code | null): boolean {
  const [overSince, setOverSince] = useState<Code | null>(null);
  useEffect(() => {
    if (!code) {
      return;
    }
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = code.turnsAt + GRACE_MS - performance.now();
      if (left <= 0) {
        setOverSince(code);
        return;
      }
      // setTimeout holds 24 days at most, and is late after a sleep: look again now and then.
      timer = setTimeout(look, Math.min(left, 30_000));
    };
    look();
    return () => clearTimeout(timer);
  }, [code]);
  return code !== null && overSince === code;
}
