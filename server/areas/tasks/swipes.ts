import { groupBy } from '@common/groupBy';
import type { TaskSwipe } from '@common/rules/learnerTasks';
import type { CheckInDoc } from '../check-ins/model';

/** Check-ins as the rules take them, by whom or what they are of. */
export function swipesBy(
  key: 'activityId' | 'learnerId',
  checkIns: readonly CheckInDoc[],
): Map<string, TaskSwipe[]> {
  return groupBy(
    checkIns,
    (checkIn) => String(checkIn[key]),
    ({ direction, at }) => ({ direction, at: at.getTime() }),
  );
}
