import { REVIEW_MOVES, type ReviewMove } from '@common/terms';
import type { ReviewFields } from './model';

const DECISIONS: readonly ReviewMove[] = ['pass', 'return', 'reject', 'publish'];

/** Whose turn it is; null while nobody reviews. */
export const waitingForName = ({ waitingFor, steps = [], step }: Partial<ReviewFields>): string | null =>
  (waitingFor && steps[step ?? 0]?.ownerName) || null;

/** 审核理由: the last decision in words, e.g. 江苏省继续医学教育委员会办公室[审核通过]. */
export function reviewNote({ moves = [] }: Partial<ReviewFields>): string {
  const last = [...moves].reverse().find(({ move }) => DECISIONS.includes(move));
  if (!last) {
    return '';
  }
  const reason = [last.reason, ...last.pages.map((page) => page.reason)].filter(Boolean).join('；');
  return `${last.byName}[${REVIEW_MOVES[last.move]}]${reason && `：${reason}`}`;
}

/** What a list shows of a review (`reviewBrief` of the contract), but for its state and what can be done. */
export function presentBrief(doc: Partial<ReviewFields>) {
  return {
    waitingFor: waitingForName(doc),
    note: reviewNote(doc),
    submittedAt: doc.submittedAt?.toISOString() ?? null,
    version: doc.version ?? 0,
  };
}

/** The chain as everybody concerned sees it; `steps` where it has not been handed in yet. */
export function presentSteps(
  {
    state,
    step = 0,
    steps: own = [],
  }: Partial<Omit<ReviewFields, 'state'>> & { state: ReviewFields['state'] },
  steps = own,
) {
  const isPassed = state === 'approved' || state === 'published';
  const isUnderWay = state === 'waiting' || state === 'rejected';
  const stateOf = (index: number) => {
    if (isPassed || (isUnderWay && index < step) || (state === 'rejected' && index === step)) {
      return 'done' as const;
    }
    return state === 'waiting' && index === step ? ('waiting' as const) : ('ahead' as const);
  };
  return steps.map((each, index) => ({ step: each.step, ownerName: each.ownerName, state: stateOf(index) }));
}

/** All moves, the latest first: who, when, why. */
export function presentMoves({ moves = [] }: Partial<ReviewFields>) {
  return [...moves].reverse().map(({ move, at, byName, administratorName, reason, pages }) => ({
    move,
    at: at.toISOString(),
    byName,
    administratorName,
    reason,
    pages: pages.map((page) => ({ page: page.page, reason: page.reason })),
  }));
}
