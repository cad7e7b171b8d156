import { useCallback, useEffect, useState } from 'react';

const TICK_MS = 500;

/** Whole seconds left, 0 when over, and how to start anew. Counts by the clock, so a sleeping tab is not behind. */
export function useCountdown(): [left: number, start: (seconds: number) => void] {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(0);

  const start = useCallback((seconds: number) => {
    setEnd(Date.now() + seconds * 1000);
    setLeft(Math.ceil(seconds));
  }, []);

  useEffect(() => {
    if (end === 0) {
      return;
    }
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) {
        setEnd(0);
      }
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [end]);

  return [left, start];
}
