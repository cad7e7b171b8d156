import type { LearnerDoc } from '../learners/model';

/** A unit reaches its own machines and its own people's cards; another's are as good as absent. */
export const isOwn = (unitId: string, { unitId: owner }: { unitId?: unknown }) => String(owner) === unitId;

/** Whose swipes count: as with a scan, those of whom his unit has approved and who has not closed his account. */
export const maySwipe = ({ approval, closedAt }: Pick<LearnerDoc, 'approval' | 'closedAt'>) =>
  approval.state === 'approved' && !closedAt;
