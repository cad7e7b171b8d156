/**
 * 试题分析 by classical test theory, over the first try of each learner: who has seen the answers says nothing of a question.
 * 难度 P = R / N, the share of right answers (Crocker & Algina, Introduction to Classical and Modern Test Theory, 1986, §14).
 * 区分度 D = P_H − P_L, of the upper and the lower 27 % by score (Kelley, J. Educ. Psychol. 30, 1939; the bounds of what is good
 * are those of Ebel, Essentials of Educational Measurement, 1965).
 */

/** One learner's answer to the question: his score of the whole paper (0–100), and whether he was right. */
export interface ItemAnswer {
  score: number;
  isRight: boolean;
}

export const GROUP_SHARE = 0.27;
/** With fewer in a group one lucky guess would decide. */
export const LEAST_IN_GROUP = 3;
/** Fewer answers say nothing of a difficulty. */
const LEAST_ANSWERS = 5;

/** 0–1, null where nobody was asked. */
export function difficultyOf(answers: readonly ItemAnswer[]): number | null {
  return answers.length > 0 ? answers.filter(({ isRight }) => isRight).length / answers.length : null;
}

/**
 * −1 to 1; null where the groups are too small. Of several at the border of a group each counts by the share of the places that
 * are left, so that the order of the answers does not matter.
 */
export function discriminationOf(answers: readonly ItemAnswer[]): number | null {
  const size = Math.round(answers.length * GROUP_SHARE);
  if (size < LEAST_IN_GROUP) {
    return null;
  }
  const ranked = answers.slice().sort((a, b) => b.score - a.score);
  return shareRight(ranked, size) - shareRight(ranked.slice().reverse(), size);
}

/** The share of right answers among the first `size` of a ranking. */
function shareRight(ranked: readonly ItemAnswer[], size: number): number {
  const border = ranked[size - 1]?.score;
  const inside = ranked.slice(0, size).filter(({ score }) => score !== border);
  const atBorder = ranked.filter(({ score }) => score === border);
  const weight = (size - inside.length) / atBorder.length;
  const right = (some: readonly ItemAnswer[]) => some.filter(({ isRight }) => isRight).length;
  return (right(inside) + weight * right(atBorder)) / size;
}

/** What is to be said of a question; empty where it does its work, or too few have answered it. */
export function itemWords(answers: readonly ItemAnswer[]): string {
  const difficulty = difficultyOf(answers);
  const discrimination = discriminationOf(answers);
  if (difficulty === null || answers.length < LEAST_ANSWERS) {
    return '';
  }
  const words = [
    difficulty < 0.3 ? '偏难' : difficulty > 0.9 ? '偏易' : '',
    // An easy question need not tell people apart.
    discrimination === null || difficulty > 0.9
      ? ''
      : discrimination < 0
        ? '高分者反而答错，请检查正确答案'
        : discrimination < 0.2
          ? '区分度差，建议修改'
          : '',
  ];
  return words.filter(Boolean).join('；');
}

/** Persons by score: 0–9, 10–19, …, 90–100. */
export function distributionOf(scores: readonly number[]): number[] {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const score of scores) {
    const at = Math.min(9, Math.floor(score / 10));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** The names of those groups, as the chart and the Excel have them. */
export const DISTRIBUTION_NAMES = Array.from({ length: 10 }, (_, at) =>
  at === 9 ? '90–100' : `${at * 10}–${at * 10 + 9}`,
);
