import { appError } from '../../http/errors';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';

/** A unit reaches its own machines and its own people's cards; another's are as good as absent. */
export const isOwn = (unitId: string, { unitId: owner }: { unitId?: unknown }) => String(owner) === unitId;

/** Whose swipes count: as with a scan, those of whom his unit has approved and who has not closed his account. */
export const maySwipe = ({ approval, closedAt }: Pick<LearnerDoc, 'approval' | 'closedAt'>) =>
  approval.state === 'approved' && !closedAt;

/** Machines are told of, and swipes taken for, what is approved. @throws AppError ACTIVITY_NOT_APPROVED. */
export function insistApproved({ activity }: FullActivity, message: string): void {
  if (activity.state !== 'approved') {
    throw appError('ACTIVITY_NOT_APPROVED', { message });
  }
}
