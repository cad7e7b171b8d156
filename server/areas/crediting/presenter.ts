import type { CreditingRow } from '@common/contract/crediting';
import { daysUntil } from '@common/rules/creditingDue';
import type { FullActivity } from '../activities/service';
import { movesOf, type Viewer } from './policy';
import type { BatchDoc, ReviewState } from './states';

/** What a batch is shown with. */
export interface Beside {
  full: FullActivity;
  viewer: Viewer;
  review?: ReviewState;
  today: string;
}

export function presentRow(batch: BatchDoc, { full, viewer, review, today }: Beside): CreditingRow {
  const { activity, project, unit } = full;
  const { state, reviewDueOn } = batch;
  const isEmpty = batch.persons <= batch.revokedPersons;
  const isUnderReview = state === 'waiting' && reviewDueOn !== null;
  return {
    id: String(batch._id),
    activityId: String(batch.activityId),
    activityName: project.name,
    projectNumber: project.number,
    term: activity.term,
    unitName: unit.name,
    kind: batch.kind,
    creditClass: batch.creditClass,
    creditsEach: batch.creditsEach,
    persons: batch.persons - batch.revokedPersons,
    revokedPersons: batch.revokedPersons,
    exceptedPersons: batch.excepted.length,
    activityDate: batch.activityDate,
    state,
    progress: state === 'writing' ? { done: batch.done, total: batch.persons } : null,
    grantedAt: batch.grantedAt.toISOString(),
    grantedBy: batch.grantedBy,
    reviewedAt: batch.reviewedAt?.toISOString() ?? null,
    reviewedBy: batch.reviewedBy ?? null,
    returnReason: review?.returnReason ?? null,
    waitingFor: isEmpty ? null : (review?.waitingFor ?? null),
    reviewDueOn: isUnderReview ? reviewDueOn : null,
    daysLeft: isUnderReview && reviewDueOn ? daysUntil(today, reviewDueOn) : null,
    isManual: batch.kind === 'manual',
    can: movesOf(viewer, batch),
  };
}
