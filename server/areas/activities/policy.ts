import { isEditable } from '@common/rules/review';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { ActivityDoc } from './model';

/** In what role somebody asks. */
export type Who = Pick<SessionRecord, 'unitId' | 'authorityId'> | null;

/** Who may do what with an activity. Another unit's activity is as good as absent: its existence is not told. */
export const mayManage = (who: Who, activity: Pick<ActivityDoc, 'unitId'>) =>
  who?.unitId === String(activity.unitId);

/** An authority to which it has come; a draft, also one that was withdrawn, is the unit's own business. */
const hasReached = (who: Who, { state, reviewers }: ActivityDoc) =>
  state !== 'draft' && reviewers.some((id) => String(id) === who?.authorityId);

/** `isGoverned`: the unit lies in the authority's region. What is approved is seen by all authorities above. */
export const maySee = (who: Who, activity: ActivityDoc, isGoverned: boolean) =>
  mayManage(who, activity) || hasReached(who, activity) || (isGoverned && activity.state === 'approved');

/** Documents are for the unit and for those who review. */
export const mayReadDocuments = (who: Who, activity: ActivityDoc) =>
  mayManage(who, activity) || hasReached(who, activity);

/** @throws AppError NOT_FOUND where the rule does not hold. */
export function insist(isAllowed: boolean): void {
  if (!isAllowed) {
    throw appError('NOT_FOUND');
  }
}

/** @throws AppError ACTIVITY_NOT_APPROVED, saying what cannot be done before. */
export function insistApproved({ state }: Pick<ActivityDoc, 'state'>, message: string): void {
  if (state !== 'approved') {
    throw appError('ACTIVITY_NOT_APPROVED', { message });
  }
}

/** @throws AppError MOVE_REFUSED. */
export function insistEditable({ state }: Pick<ActivityDoc, 'state'>): void {
  if (!isEditable(state)) {
    throw appError('MOVE_REFUSED', { message: '已提交申请的活动不能修改；审核中的可以先撤回' });
  }
}
