import type { analyses } from '@common/contract/analyses';
import type { OutputOf } from '@common/contract/endpoint';
import { suggestedWindows } from '@common/rules/attendanceWindows';
import { daysHeld } from '@common/rules/periods';
import { dayOf } from '@common/rules/shanghaiTime';
import { BAR_MINUTES, type SwipeBar, swipeBars } from '@common/rules/swipeBars';
import { courseNameOf, periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { forcedConditions } from './policy';

export interface Timeline {
  /** What windows are drawn over; of one course's swipes where it is named. @throws AppError NOT_FOUND for a course of another. */
  timeline(full: FullActivity, courseId?: string): Promise<OutputOf<typeof analyses.timeline>>;
}

export function createTimeline(services: Services): Timeline {
  return {
    async timeline(full, courseId) {
      const { activity } = full;
      const id = String(activity._id);
      if (courseId) {
        services.activities.course(activity, courseId);
      }
      const [all, papers, forced] = await Promise.all([
        services.checkIns.attendanceOf(id),
        services.papers.lastOf([id]),
        forcedConditions(services, full),
      ]);
      const swipes = courseId ? all.filter((swipe) => swipe.courseId === courseId) : all;
      const periods = periodsOf(activity);
      const bars = swipeBars(swipes);
      const windowsOf = (some: typeof periods) =>
        some.map(({ from, to }) => ({ from: iso(from), to: iso(to) }));
      return {
        days: daysOf(periods, bars),
        barMinutes: BAR_MINUTES,
        bars: bars.map(presentBar),
        swipes: swipes.length,
        persons: new Set(swipes.map(({ learnerId }) => learnerId)).size,
        periods: windowsOf(periods),
        courses: activity.courses.map(({ _id, minutes }) => ({
          id: String(_id),
          name: courseNameOf(full, _id),
          minutes,
        })),
        suggestions: suggestedWindows(periods, swipes).map(({ name, windows }) => ({
          name,
          windows: windowsOf(windows),
        })),
        forced,
        hasExam: papers.has(id),
      };
    },
  };
}

const iso = (ms: number) => new Date(ms).toISOString();

export const presentBar = ({ at, ...counts }: Omit<SwipeBar, 'at'> & { at: number | Date }) => ({
  at: new Date(at).toISOString(),
  ...counts,
});

/** Days with a swipe or a period, in order; all of a period's are held by its end. */
const daysOf = (periods: { from: number; to: number }[], bars: readonly SwipeBar[]) =>
  [...new Set([...daysHeld(periods, Number.POSITIVE_INFINITY), ...bars.map(({ at }) => dayOf(at))])].sort();
