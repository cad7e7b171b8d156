import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { ActivityDoc } from './model';

type Who = Pick<SessionRecord, 'unitId' | 'authorityId'> | null;

/** Who may do what with an activity. Another unit's activity is as good as absent: its existence is not told. */
export const mayManage = (who: Who, activity: ActivityDoc) => who?.unitId === String(activity.unitId);
export const mayView = (who: Who, activity: ActivityDoc, unitIdsOfAuthority: readonly string[]) =>
  mayManage(who, activity) || unitIdsOfAuthority.includes(String(activity.unitId));

/** @throws AppError NOT_FOUND where the rule does not hold. */
export function insist(isAllowed: boolean): void {
  if (!isAllowed) {
    throw appError('NOT_FOUND');
  }
}
