import type { ScoredAttempt } from '../exams/model';

/** What an attempt came to. */
export interface Submitted<T = ScoredAttempt> {
  attempt: T;
  score: number;
}

/** A learner's submitted attempts of an activity in short. */
export interface Taken<T = ScoredAttempt> {
  tries: number;
  first: Submitted<T>;
  best: Submitted<T>;
  isPassed: boolean;
}

/** By learner. The attempts may come in any order; of two with the same score the earlier one is the best. */
export function takenOf<T extends ScoredAttempt>(attempts: readonly T[]): Map<string, Taken<T>> {
  const taken = new Map<string, Taken<T>>();
  const inOrder = attempts.toSorted((a, b) => a.tryNumber - b.tryNumber);
  for (const attempt of inOrder) {
    const learnerId = String(attempt.learnerId);
    const one: Submitted<T> = { attempt, score: attempt.score ?? 0 };
    const before = taken.get(learnerId);
    taken.set(learnerId, {
      tries: (before?.tries ?? 0) + 1,
      first: before?.first ?? one,
      best: before && before.best.score >= one.score ? before.best : one,
      isPassed: Boolean(before?.isPassed || attempt.isPassed),
    });
  }
  return taken;
}
