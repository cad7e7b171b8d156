import type { CreditConditions } from '@common/rules/creditConditions';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import { insist, mayManage } from '../activities/policy';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';

/** A unit sees its own, an authority those of the units in its region. @throws AppError NOT_FOUND. */
export async function insistVisible(
  services: Services,
  session: SessionRecord | null,
  { activity, unit }: FullActivity,
): Promise<void> {
  const authority = session?.authorityId ? await services.regionsUnits.authority(session.authorityId) : null;
  insist(
    mayManage(session, activity) ||
      (authority !== null &&
        unit.regionCode.startsWith(authority.regionCode) &&
        activity.state === 'approved'),
  );
}

/** @throws AppError INVALID_INPUT where a window is bound to a course that the activity does not have. */
export function insistOwnCourses(
  { activity }: FullActivity,
  windows: readonly { courseId?: string | null }[],
): void {
  const own = new Set(activity.courses.map(({ _id }) => String(_id)));
  const foreign = windows.findIndex(({ courseId }) => courseId && !own.has(courseId));
  if (foreign >= 0) {
    throw appError('INVALID_INPUT', {
      message: `第${foreign + 1}个刷卡周期的课程不属于该活动，请重新选择`,
      field: `method.windows.${foreign}.courseId`,
    });
  }
}

/** What the authority demands of everybody; nobody can choose it away. */
export async function forcedConditions(
  services: Services,
  { unit }: FullActivity,
): Promise<CreditConditions> {
  const { completion, checkIn } = await services.regionsUnits.settings(unit.regionCode);
  return { ...completion, isDepartureRequired: checkIn.isDepartureRequired };
}
