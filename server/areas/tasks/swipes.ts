import type { TaskSwipe } from '@common/rules/learnerTasks';
import type { CheckInDoc } from '../check-ins/model';

/** Check-ins as the rules take them, by whom or what they are of. */
export function swipesBy(
  key: 'activityId' | 'learnerId',
  checkIns: readonly CheckInDoc[],
): Map<string, TaskSwipe[]> {
  const swipes = new Map<string, TaskSwipe[]>();
  for (const checkIn of checkIns) {
    const id = String(checkIn[key]);
    const own = swipes.get(id) ?? [];
    own.push({ direction: checkIn.direction, at: checkIn.at.getTime() });
    swipes.set(id, own);
  }
  return swipes;
}
