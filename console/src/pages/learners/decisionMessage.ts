import type { LearnerRow } from '@common/contract/learners';

interface Answer {
  changed: number;
  results: { learnerId: string; changed: boolean }[];
}

/** What a decision came to, in words: how many it changed, and how many somebody else had decided before. */
export function decisionMessage(
  { changed, results }: Answer,
  learners: LearnerRow[],
  isApproval: boolean,
): { text: string; isPartial: boolean } {
  const word = isApproval ? '审核通过' : '审核不通过';
  const before = results.length - changed;
  const only = learners.length === 1 ? learners[0] : undefined;
  if (only && before === 0) {
    return { text: `${only.name}：${word}`, isPartial: false };
  }
  if (before === 0) {
    return { text: `${changed}人已${word}`, isPartial: false };
  }
  if (changed === 0) {
    return { text: `${only ? only.name : `这${before}人`}此前已被审核，结果没有改变`, isPartial: true };
  }
  return { text: `${changed}人已${word}；另有${before}人此前已被审核，结果没有改变`, isPartial: true };
}
