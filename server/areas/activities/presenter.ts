import type { ActivityRow, ActivityView } from '@common/contract/activities';
import { holdingState } from '@common/rules/periods';
import type { FullActivity } from './service';

/** Periods as the rules take them: milliseconds. */
export const periodsOf = (activity: FullActivity['activity']) =>
  activity.periods.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() }));

export function presentRow({ activity, project, unit }: FullActivity, now: number): ActivityRow {
  const periods = periodsOf(activity);
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    id: String(activity._id),
    projectNumber: project.number,
    term: activity.term,
    name: project.name,
    discipline: project.discipline,
    level: project.level,
    creditClass: project.creditClass,
    leader: project.leader,
    venue: activity.venue,
    unitName: unit.name,
    from: periods.length > 0 ? iso(Math.min(...periods.map(({ from }) => from))) : null,
    to: periods.length > 0 ? iso(Math.max(...periods.map(({ to }) => to))) : null,
    credits: project.credits,
    minutes: project.minutes,
    state: activity.state,
    holding: holdingState(now, periods),
  };
}

export function presentView(full: FullActivity, now: number, qrPeriodSeconds: number): ActivityView {
  const { activity } = full;
  return {
    ...presentRow(full, now),
    courses: activity.courses.map((course) => ({
      id: String(course._id),
      name: course.name,
      minutes: course.minutes,
      lecturer: course.lecturer,
    })),
    periods: activity.periods.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
    qrPeriodSeconds,
  };
}
