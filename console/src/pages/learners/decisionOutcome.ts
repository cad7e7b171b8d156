import type { ApprovalState } from '@common/terms';
import { APPROVAL_STATES } from '@common/terms';
import type { Decided } from './decideAll';

interface Person {
  id: string;
  name: string;
}

/** What a decision came to, in words and with the people whom it did not reach. */
export interface Outcome {
  text: string;
  /** Everybody whom it was about has now been decided as wished. */
  isWhole: boolean;
  /** A colleague was faster: what stands, e.g. 张伟（审核通过）. */
  byColleague: string[];
  /** Submitted anew since the list was seen: to be looked at again. */
  newer: Person[];
  /** No longer in this unit. */
  gone: string[];
}

/** Sorts the answer by what has to be said: done, done before by a colleague, newer data, gone, and not come to. */
export function decisionOutcome(
  { results, left, error }: Decided,
  people: readonly Person[],
  isApproval: boolean,
): Outcome {
  const word = isApproval ? '审核通过' : '审核不通过';
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const answered = new Set([...results.map(({ learnerId }) => learnerId), ...left]);
  const changed = results.filter((result) => result.changed);
  const newer = results
    .filter((result) => !result.changed && result.isNewer)
    .map(({ learnerId }) => ({ id: learnerId, name: nameOf.get(learnerId) ?? '' }));
  const byColleague = results
    .filter((result) => !result.changed && !result.isNewer)
    .map(({ learnerId, state }) => told(nameOf.get(learnerId) ?? '', state));
  const gone = people.filter(({ id }) => !answered.has(id)).map(({ name }) => name);

  const only = people.length === 1 ? people[0] : undefined;
  const done = only && changed.length === 1 ? `${only.name}：${word}` : `${changed.length}人已${word}`;
  const parts = [
    ...(changed.length > 0 ? [done] : []),
    ...(byColleague.length > 0 ? [`${byColleague.length}人此前已由同事审核，结果没有改变`] : []),
    ...(newer.length > 0 ? [`${newer.length}人刚刚提交了新资料，请看过后再审核`] : []),
    ...(gone.length > 0 ? [`${gone.length}人已不在本单位`] : []),
    ...(error ? [`还有${left.length}人没有审核：${error.message}`] : []),
  ];
  return {
    text: parts.join('；'),
    isWhole: parts.length === 1 && changed.length > 0,
    byColleague,
    newer,
    gone,
  };
}

const told = (name: string, state: ApprovalState) => `${name}（${APPROVAL_STATES[state]}）`;
