import type { ErrorCode } from '@common/contract/errors';
import type { ExamState } from '@common/terms';
import { appError } from '../../http/errors';
import type { AttemptDoc } from './model';
import type { ExamStanding } from './service';

const REFUSALS: Partial<Record<ExamState, ErrorCode>> = {
  notAttended: 'EXAM_NOT_ATTENDED',
  ahead: 'EXAM_HOURS',
  over: 'EXAM_HOURS',
  passed: 'EXAM_PASSED',
};

/**
 * Whether another attempt may begin.
 * @throws AppError EXAM_NOT_ATTENDED, EXAM_HOURS, EXAM_PASSED, EXAM_NO_TRIES, or EXAM_NONE where the unit has closed it.
 */
export function insistMayStart({ state, words, triesLeft }: ExamStanding, isClosed: boolean): void {
  const code =
    state === 'failed'
      ? triesLeft === 0
        ? 'EXAM_NO_TRIES'
        : 'EXAM_HOURS'
      : state === 'over' && isClosed
        ? 'EXAM_NONE'
        : REFUSALS[state];
  if (code) {
    throw appError(code, { message: words });
  }
}

/** Whether answers can still be saved. @throws AppError EXAM_SUBMITTED, EXAM_TIME_OVER. */
export function insistOpen({ submittedAt, isTimedOut }: AttemptDoc): void {
  if (submittedAt) {
    throw appError(isTimedOut ? 'EXAM_TIME_OVER' : 'EXAM_SUBMITTED');
  }
}
