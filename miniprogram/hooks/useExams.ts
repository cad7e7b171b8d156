import { useSyncExternalStore } from 'react';
import type { Exams } from '@/services/examAttempt';
import { exams } from '@/services/exams';

/** The exams that this phone keeps, followed. */
export function useExams(): Exams {
  return useSyncExternalStore(exams.subscribe, exams.snapshot);
}
