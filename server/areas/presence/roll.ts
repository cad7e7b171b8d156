import { presenceGroup, presenceState } from '@common/rules/presence';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import type { PresenceState } from '@common/terms';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';

/** One who is expected today or came. */
export interface Present {
  learnerId: string;
  name: string;
  unitName: string;
  department: string;
  /** Under what he is counted. */
  group: string;
  state: PresenceState;
  lastAt: Date | null;
  isEnrolled: boolean;
  /** Approved by his unit: he can sign in on his phone. */
  isApproved: boolean;
}

/** Everybody of an activity today, in no order: those who are enrolled and those who swiped. Five queries, however many they are. */
export type Roll = (full: FullActivity) => Promise<Present[]>;

export function createRoll({ clock }: Platform, services: Services): Roll {
  return async ({ activity, unit }) => {
    const activityId = String(activity._id);
    const [enrolledIds, swipes] = await Promise.all([
      services.enrolments.enrolledIds(activityId),
      services.checkIns.lastSwipes(activityId, startOfDay(dayOf(clock.now()))),
    ]);
    const enrolled = new Set(enrolledIds);
    const people = await services.learners.briefs([...new Set([...enrolledIds, ...swipes.keys()])]);
    const unitNameOf = await services.regionsUnits.unitNamesOf(people.values());
    return [...people].map(([learnerId, { name, unitId, department, approval }]) => {
      const unitName = unitNameOf(unitId);
      const swipe = swipes.get(learnerId);
      return {
        learnerId,
        name,
        unitName,
        department,
        group: presenceGroup({ isOwn: String(unitId) === String(unit._id), department, unitName }),
        state: presenceState(swipe?.direction ?? null),
        lastAt: swipe?.at ?? null,
        isEnrolled: enrolled.has(learnerId),
        isApproved: approval.state === 'approved',
      };
    });
  };
}
