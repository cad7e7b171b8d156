import type { Decision, Done } from './decideAll';

const WORDS = { pass: '审核通过', return: '退回修改', reject: '审核不通过', publish: '公布' } as const;

interface Result {
  outcome: 'done' | 'moved' | 'refused';
}

/**
 * What a decision came to, in words.
 * @returns `isWhole` where everything was done as wished.
 */
export function outcomeWords(
  { results, left, error }: Done<Result>,
  move: Decision['decision'] | 'publish',
): { text: string; isWhole: boolean } {
  const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
  const [done, moved, refused] = [count('done'), count('moved'), count('refused')];
  const parts = [
    ...(done > 0 ? [`${done}项已${WORDS[move]}`] : []),
    ...(moved > 0 ? [`${moved}项刚刚有人处理过或修改过，没有改变，请看过后再处理`] : []),
    ...(refused > 0 ? [`${refused}项现在不由您处理，没有改变`] : []),
    ...(error ? [`还有${left}项没有处理：${error.message}`] : []),
  ];
  return { text: parts.join('；'), isWhole: parts.length === 1 && done > 0 };
}
