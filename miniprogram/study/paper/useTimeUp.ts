import { useCallback, useEffect, useRef } from 'react';
import { useCountdown } from '@/hooks/useCountdown';
import { endOf } from '@/services/examAttempt';
import { exams } from '@/services/exams';
import { takeUp } from '../services/takeUp';

/** Less than this is left: the time is over. */
const NEARLY_MS = 1_000;

const leftOf = (attemptId: string): number => {
  const [kept, paper] = [exams.kept(attemptId), exams.paperOf(attemptId)];
  const until = kept && paper ? endOf(paper, kept) : undefined;
  return until === undefined ? Number.POSITIVE_INFINITY : until - Date.now();
};

/**
 * Counts down to the end of an attempt and hands it in by itself. The server's time counts, and this phone's clock may have been
 * set meanwhile: the server is asked first.
 * @param until By this phone's clock, ms; undefined where nothing ends it.
 * @returns Whole seconds that are left.
 */
export function useTimeUp(attemptId: string, until: number | undefined): number {
  const seconds = useCountdown(until);
  const isAsking = useRef(false);
  const handIn = useCallback(async () => {
    if (isAsking.current) {
      return;
    }
    isAsking.current = true;
    try {
      await takeUp(attemptId).catch(() => undefined);
      if (leftOf(attemptId) < NEARLY_MS) {
        await exams.submit(attemptId);
      }
    } finally {
      isAsking.current = false;
    }
  }, [attemptId]);
  useEffect(() => {
    if (until !== undefined && seconds === 0) {
      void handIn();
    }
  }, [until, seconds, handIn]);
  return seconds;
}
