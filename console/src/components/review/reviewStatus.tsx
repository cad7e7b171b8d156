import { REVIEW_STATES, type ReviewState } from '@common/terms';
import { StatusTag, type Tone } from '../statusTag';
import type { ReviewBrief, ReviewEntry } from './reviewTypes';

interface Props {
  /** Of the row or the page: its state, whose turn it is, what was said last. */
  review: Pick<ReviewBrief, 'state' | 'waitingFor' | 'can'>;
  /** The reason of the last decision, where there is one to show. */
  reason?: ReviewEntry['reason'];
}

const TONES: Record<ReviewState, Tone> = {
  draft: 'quiet',
  waiting: 'waiting',
  returned: 'act',
  rejected: 'quiet',
  approved: 'done',
  published: 'done',
};

/** A unit's account both applies and, by its 科教 department, confirms: whoever can take it back looks at it as the applicant. */
const isOwn = ({ can }: Pick<ReviewBrief, 'can'>) => can.includes('withdraw');

/** Red is only for what this account must do: a reviewer's own, an applicant's returned one. */
export function reviewTone({ state, can }: Pick<ReviewBrief, 'state' | 'can'>): Tone {
  if (can.includes('pass') && !isOwn({ can })) {
    return 'act';
  }
  return state === 'returned' && !can.includes('submit') ? 'waiting' : TONES[state];
}

/** Where something that is reviewed stands, and who has it now. */
export function ReviewStatus({ review, reason }: Props) {
  const { state, waitingFor, can } = review;
  return (
    <>
      <StatusTag tone={reviewTone(review)}>{REVIEW_STATES[state]}</StatusTag>
      {state === 'waiting' && waitingFor && (isOwn(review) || !can.includes('pass')) && (
        <div className="cell-sub">等待 {can.includes('pass') ? '本单位科教部门' : waitingFor}</div>
      )}
      {reason && <div className="cell-sub clamp">{reason}</div>}
    </>
  );
}
