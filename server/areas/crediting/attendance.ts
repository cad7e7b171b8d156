import type { AttendanceRow } from '@common/contract/crediting';
import { analyseAttendance } from '@common/rules/attendance';
import { missingConditions } from '@common/rules/creditConditions';
import { departureStanding, type TaskSwipe } from '@common/rules/learnerTasks';
import type { DoubtKind, ExamOutcome } from '@common/terms';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import { maskedNumbers } from '../learners/presenter';
import type { Services } from '../services';

/** One attended learner with his verdict, before names are looked up. */
export interface Verdict {
  learnerId: string;
  swipes: number[];
  missing: number[];
  firstAt: number;
  lastAt: number;
  /** Null: none was published. */
  exam: ExamOutcome | null;
  isEvaluated: boolean;
  /** What else the authority demands, in words. */
  conditions: string[];
  effective: boolean;
  credited: boolean;
}

/**
 * 考勤分析 over an activity's holding periods: each period is one attendance window, since learners must swipe every day
 * of it (manual 000 §一.10), with the 撤离, the exam and the evaluation where the authority demands them (002 §2.1, 000 §四.3). The rules themselves
 * are `analyseAttendance` and `missingConditions`.
 */
export async function analyse(
  services: Services,
  { activity, unit }: FullActivity,
  periods: { from: number; to: number }[],
) {
  const id = String(activity._id);
  const [rows, credited, settings, papers, passed, failed, evaluated] = await Promise.all([
    services.checkIns.ofActivity(id),
    services.credits.creditedOf(id),
    services.regionsUnits.settings(unit.regionCode),
    services.papers.lastOf([id]),
    services.exams.passedOf(id),
    services.exams.failedOf(id),
    services.evaluations.doneBy(id),
  ]);
  const outcomeOf = (learnerId: string): ExamOutcome | null => {
    if (!papers.has(id)) {
      return null;
    }
    return passed.has(learnerId) ? 'passed' : failed.has(learnerId) ? 'failed' : 'none';
  };
  const checkIns = rows.map((row) => ({
    learnerId: String(row.learnerId),
    courseId: String(row.courseId),
    direction: row.direction,
    at: row.at.getTime(),
  }));
  const windows = periods.map((period, index) => ({ id: String(index), ...period }));
  const swipesOf = new Map<string, TaskSwipe[]>();
  const times = new Map<string, { firstAt: number; lastAt: number }>();
  for (const { learnerId, direction, at } of checkIns) {
    swipesOf.set(learnerId, [...(swipesOf.get(learnerId) ?? []), { direction, at }]);
    const known = times.get(learnerId) ?? { firstAt: at, lastAt: at };
    times.set(learnerId, { firstAt: Math.min(known.firstAt, at), lastAt: Math.max(known.lastAt, at) });
  }
  const { checkIn } = settings;
  const { isDepartureRequired } = checkIn;
  /** Whether there is a 撤离 for every period that he came to; those that are still to come are none of it. */
  const hasLeft = (swipes: readonly TaskSwipe[]) =>
    departureStanding({ now: Number.POSITIVE_INFINITY, periods, swipes, checkIn }).state === 'done';
  return analyseAttendance({ checkIns, windows }).map((result): Verdict => {
    const { learnerId } = result;
    const completion = { exam: outcomeOf(learnerId), isEvaluated: evaluated.has(learnerId) };
    const conditions = missingConditions(
      { ...settings.completion, isDepartureRequired },
      { ...completion, hasLeft: hasLeft(swipesOf.get(learnerId) ?? []) },
    );
    return {
      learnerId: result.learnerId,
      swipes: windows.map(({ id: window }) => result.swipes[window] ?? 0),
      missing: result.missing.map(Number),
      firstAt: times.get(result.learnerId)?.firstAt ?? 0,
      lastAt: times.get(result.learnerId)?.lastAt ?? 0,
      ...completion,
      conditions,
      effective: result.effective && conditions.length === 0,
      credited: credited.has(result.learnerId),
    };
  });
}

/** The analysis in numbers: its windows, who signed in, who of them is effective, who was credited. */
export const summarise = ({ activity }: FullActivity, verdicts: readonly Verdict[]) => ({
  windows: activity.periods.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
  persons: verdicts.length,
  effectivePersons: verdicts.filter(({ effective }) => effective).length,
  creditedPersons: verdicts.filter(({ credited }) => credited).length,
  // Who was credited need not be effective any more: the authority may demand more since.
  grantablePersons: verdicts.filter(({ effective, credited }) => effective && !credited).length,
});

/** Verdicts with the people they are about, numbers masked; `doubts` that stand, by learner. */
export async function presentVerdicts(
  { cipher }: Platform,
  services: Services,
  verdicts: Verdict[],
  doubts: Map<string, DoubtKind[]>,
): Promise<AttendanceRow[]> {
  const learners = await services.learners.many(verdicts.map(({ learnerId }) => learnerId));
  const unitNameOf = await services.regionsUnits.unitNamesOf(learners.values());
  return verdicts.flatMap((verdict) => {
    const learner = learners.get(verdict.learnerId);
    if (!learner) {
      return [];
    }
    return {
      learnerId: verdict.learnerId,
      name: learner.name,
      idNoMasked: maskedNumbers(cipher, learner).idNoMasked,
      unitName: unitNameOf(learner.unitId),
      title: learner.title,
      swipes: verdict.swipes,
      firstAt: new Date(verdict.firstAt).toISOString(),
      lastAt: new Date(verdict.lastAt).toISOString(),
      exam: verdict.exam,
      isEvaluated: verdict.isEvaluated,
      effective: verdict.effective,
      reason: verdict.effective ? null : reasonOf(verdict),
      credited: verdict.credited,
      doubts: doubts.get(verdict.learnerId) ?? [],
    };
  });
}

function reasonOf({ missing, conditions }: Verdict): string {
  const places = missing.map((index) => index + 1).join('、');
  return [...(places ? [`第${places}个举办周期内没有签到`] : []), ...conditions].join('；');
}
