import type { ReviewEntry, ReviewStep } from './reviewTypes';

const DECISIONS: readonly ReviewEntry['move'][] = ['pass', 'return', 'reject'];

/**
 * What each step decided in the present round, in the order of the steps; null where none has been made. A round begins with a
 * 提交上报: what was decided before it is history.
 * @param moves The latest first.
 */
export function decisionsOf(
  steps: readonly ReviewStep[],
  moves: readonly ReviewEntry[],
): (ReviewEntry | null)[] {
  const start = moves.findIndex(({ move }) => move === 'submit');
  const round = (start < 0 ? [] : moves.slice(0, start))
    .filter(({ move }) => DECISIONS.includes(move))
    .reverse();
  return steps.map((_, index) => round[index] ?? null);
}
