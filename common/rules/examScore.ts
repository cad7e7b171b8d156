/** Scoring of 在线考试: each question counts the same, and a question is right wholly or not at all. */
import type { ExamQuestionKind } from '../terms';

/** Whether exactly the right options were chosen; what is named twice counts once. Places from 0. */
export function isRightChoice(chosen: readonly number[], right: readonly number[]): boolean {
  const given = new Set(chosen);
  return given.size === new Set(right).size && right.every((place) => given.has(place));
}

/** Of 100, rounded; a paper without questions has none. */
export const scoreOf = (right: number, total: number): number =>
  total === 0 ? 0 : Math.round((100 * right) / total);

/** 合格: the pass mark itself is enough. */
export const isPassing = (score: number, passScore: number): boolean => score >= passScore;

/** Why an answer cannot be an answer to a question as it was put; null where it can. Nothing chosen is one. */
export function choiceFault(
  chosen: readonly number[],
  { kind, options }: { kind: ExamQuestionKind; options: number },
): 'outOfRange' | 'tooMany' | null {
  if (chosen.some((place) => place < 0 || place >= options)) {
    return 'outOfRange';
  }
  return kind === 'single' && new Set(chosen).size > 1 ? 'tooMany' : null;
}
