import { attendedIn, hasFullHours, type RosterSwipe, type Stay } from '@common/rules/roster';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { WaitingPerson } from '../walk-ins/lists';

/** One person's attendance of an activity. */
export interface Attended {
  /** Null for a person of the 现场登记表 who has no approved account; then `walkIn` says who he is. */
  learnerId: string | null;
  walkIn: WaitingPerson | null;
  stay: { periods: Stay[]; minutes: number };
  isFull: boolean;
}

/** Everybody with a swipe, by the first 签到; who never signed in comes last. */
export function createAttended({ clock }: Pick<Platform, 'clock'>, services: Services) {
  return async function attended({ activity, project, unit }: FullActivity): Promise<Attended[]> {
    const activityId = String(activity._id);
    // Forms of those who are approved by now become check-ins first, so that nobody is there twice.
    const waiting = await services.walkIns.waitingIn(activityId);
    const [checkIns, { checkIn: rules }] = await Promise.all([
      services.checkIns.ofActivity(activityId),
      services.regionsUnits.settings(unit.regionCode),
    ]);
    const byLearner = new Map<string, RosterSwipe[]>();
    for (const { learnerId, direction, at } of checkIns) {
      const his = byLearner.get(String(learnerId)) ?? [];
      his.push({ direction, at: at.getTime() });
      byLearner.set(String(learnerId), his);
    }
    const periods = periodsOf(activity);
    const { isDepartureRequired } = rules;
    const now = clock.now();
    const of = (swipes: RosterSwipe[]) => {
      const stay = attendedIn({ periods, swipes, isDepartureRequired, now });
      return { stay, isFull: hasFullHours(stay.minutes, periods, project.minutes) };
    };
    const learners = Array.from(byLearner, ([learnerId, swipes]) => ({
      ...{ learnerId, walkIn: null },
      ...of(swipes),
    }));
    const others = waiting.map((walkIn) => ({
      ...{ learnerId: null, walkIn },
      ...of(walkIn.swipes.map(({ direction, at }) => ({ direction, at: at.getTime() }))),
    }));
    return [...learners, ...others].sort((a, b) => firstAt(a) - firstAt(b));
  };
}

const LATEST = Number.MAX_SAFE_INTEGER;
const firstAt = ({ stay }: Pick<Attended, 'stay'>) =>
  Math.min(LATEST, ...stay.periods.map((period) => period.in ?? LATEST));
