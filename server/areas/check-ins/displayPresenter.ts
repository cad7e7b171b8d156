import type { CheckInRules } from '@common/contract/checkInRules';
import type { checkIns, ScreenView } from '@common/contract/checkIns';
import type { OutputOf } from '@common/contract/endpoint';
import { openHours } from '@common/rules/checkInHours';
import type { Period } from '@common/rules/periods';
import { codesOf, DIRECTIONS } from '@common/terms';
import { courseNameOf, periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { ListedDisplay, OpenDisplay } from './displays';
import { courseFault } from './hindrance';
import { DISPLAY_LIFE_MS } from './tokens';

const inInstants = (periods: readonly Period[]) =>
  periods.map(({ from, to }) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }));

/** What a venue screen shows that does not change. `expected`: how many are expected, null where nobody knows. */
export function presentScreen(
  { display, full, rules }: OpenDisplay,
  expected: number | null,
  now: number,
): ScreenView {
  const { activity, project, unit } = full;
  const periods = periodsOf(activity);
  return {
    activityName: project.name,
    projectNumber: project.number,
    courseName: courseNameOf(full, display.courseId),
    unitName: unit.name,
    venue: activity.venue,
    direction: display.direction,
    periods: inInstants(periods),
    hours: inInstants(openHours(display.direction, periods, rules)),
    serverTime: new Date(now).toISOString(),
    expected,
  };
}

/**
 * The open screens of an activity and every code that its courses could have.
 * @param mayShow Whether the reader may hold activities: an address lets him see the code.
 */
export function presentDisplays(
  full: FullActivity,
  rules: CheckInRules,
  open: readonly ListedDisplay[],
  mayShow: boolean,
  now: number,
): OutputOf<typeof checkIns.listDisplays> {
  const { activity, unit } = full;
  const periods = periodsOf(activity);
  return {
    items: open.map(({ display, screenUrl }) => ({
      displayId: String(display._id),
      courseId: String(display.courseId),
      courseName: courseNameOf(full, display.courseId),
      direction: display.direction,
      openedAt: display.openedAt.toISOString(),
      openedBy: display.by || unit.name,
      closesAt: new Date(display.openedAt.getTime() + DISPLAY_LIFE_MS).toISOString(),
      screenUrl: mayShow ? screenUrl : null,
    })),
    serverTime: new Date(now).toISOString(),
    isDepartureRequired: rules.isDepartureRequired,
    codes: activity.courses.flatMap(({ _id }) =>
      codesOf(DIRECTIONS).map((direction) => ({
        courseId: String(_id),
        direction,
        hours: inInstants(openHours(direction, periods, rules)),
        refusal: courseFault(activity, String(_id), rules)?.message ?? null,
      })),
    ),
  };
}
