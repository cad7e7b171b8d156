import type { CheckInRules } from '@common/contract/checkInRules';
import { hoursFault } from '@common/rules/checkInHours';
import { CHECK_IN_RULES } from '@common/rules/checkInRules';
import type { Direction } from '@common/terms';
import { type AppError, appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { briefly } from '../../platform/briefly';
import type { ActivityDoc } from '../activities/model';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';

/** An activity with the rules of its region. */
export interface InForce {
  full: FullActivity;
  rules: CheckInRules;
}

export interface Hindrances {
  /** Why an activity takes no check-ins of a direction at this moment, or null. */
  hindrance(full: FullActivity, direction?: Direction, rules?: CheckInRules): AppError | null;
  /** The rules of an activity's region. */
  rulesOf(full: FullActivity): Promise<CheckInRules>;
  /** An activity and its rules as scans see them: a change is seen after two seconds at most. @throws AppError NOT_FOUND. */
  inForce(activityId: string): Promise<InForce>;
}

const SEEN_AFTER_MS = 2_000;

export function createHindrances({ clock }: Platform, services: Services): Hindrances {
  const rulesOf = async ({ unit }: FullActivity) =>
    (await services.regionsUnits.settings(unit.regionCode)).checkIn;

  return {
    rulesOf,
    inForce: briefly(clock, SEEN_AFTER_MS, async (activityId: string) => {
      const full = await services.activities.get(activityId);
      return { full, rules: await rulesOf(full) };
    }),
    hindrance: (full, direction = 'in', rules = CHECK_IN_RULES) =>
      hindranceAt(clock.now(), full, direction, rules),
  };
}

/** The same at another time (ms). */
export function hindranceAt(
  at: number,
  { activity }: FullActivity,
  direction: Direction,
  rules: CheckInRules,
): AppError | null {
  if (activity.state !== 'approved') {
    return appError('ACTIVITY_NOT_APPROVED');
  }
  const fault = hoursFault(at, direction, periodsOf(activity), rules);
  return fault && appError(fault.code, { message: fault.message });
}

/** Why a course takes no check-ins: where the first course's count for the whole day (manual 001 §三(二)), the others take none. */
export function courseFault(
  { courses }: Pick<ActivityDoc, 'courses'>,
  courseId: string,
  rules: Pick<CheckInRules, 'isFirstCourseOnly'>,
): AppError | null {
  const [first] = courses;
  if (!rules.isFirstCourseOnly || !first || String(first._id) === courseId) {
    return null;
  }
  return appError('CODE_FIRST_COURSE', {
    message: `本地区规定全程使用第一门课程考勤，请打开“${first.name}”的二维码`,
    field: 'courseId',
  });
}
