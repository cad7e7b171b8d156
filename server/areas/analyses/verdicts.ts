import type { AnalysisCounts } from '@common/contract/analyses';
import type { CheckInRules } from '@common/contract/checkInRules';
import { groupBy } from '@common/groupBy';
import { type AttendanceWindow, analyseAttendance, type Swipe } from '@common/rules/attendance';
import { gapInWords } from '@common/rules/attendanceWords';
import { type CreditConditions, missingConditions, reasonInWords } from '@common/rules/creditConditions';
import { type Amount, earnedCredits } from '@common/rules/earnedCredits';
import { departureStanding, type TaskSwipe } from '@common/rules/learnerTasks';
import type { Period } from '@common/rules/periods';
import { type CreditingStrategy, codesOf, type DoubtKind, EXCLUSIONS, type ExamOutcome } from '@common/terms';
import type { AnalysisRowDoc } from './model';

/** All that an analysis looks at, read from the stores. */
export interface Facts {
  swipes: readonly Swipe[];
  periods: readonly Period[];
  checkIn: CheckInRules;
  project: Amount;
  courses: readonly { id: string; name: string; minutes: number }[];
  hasExam: boolean;
  passed: ReadonlySet<string>;
  failed: ReadonlySet<string>;
  evaluated: ReadonlySet<string>;
  doubts: ReadonlyMap<string, DoubtKind[]>;
}

/** How an analysis is to judge. */
export interface Method {
  windows: readonly AttendanceWindow[];
  strategy: CreditingStrategy;
  conditions: CreditConditions;
}

/** One person's result, as it is kept. */
export type Verdict = Omit<
  AnalysisRowDoc,
  '_id' | 'analysisId' | 'learnerId' | 'courseIds' | 'firstAt' | 'lastAt'
> & {
  learnerId: string;
  courseIds: string[];
  firstAt: number;
  lastAt: number;
};

const NOTHING: Amount = { credits: 0, minutes: 0 };

/** Everybody with a swipe, sorted by id, with whether he is effective, and why not. */
export function verdictsOf(facts: Facts, { windows, strategy, conditions }: Method): Verdict[] {
  const { swipes, project, courses, evaluated, doubts } = facts;
  const courseIds = courses.map(({ id }) => id);
  const courseNames = new Map(courses.map(({ id, name }) => [id, name]));
  const hasLeft = conditions.isDepartureRequired ? departures(facts) : null;
  return analyseAttendance({ checkIns: swipes, windows, strategy, courseIds }).map((result): Verdict => {
    const { learnerId, isAttended } = result;
    const done = { exam: outcomeOf(facts, learnerId), isEvaluated: evaluated.has(learnerId) };
    const left = hasLeft?.(learnerId) ?? null;
    const exclusions = [
      ...(isAttended ? [] : (['windows'] as const)),
      ...missingConditions(conditions, { ...done, hasLeft: left ?? true }),
    ];
    const effective = exclusions.length === 0;
    const gap = isAttended ? '' : gapInWords(windows, result, (id) => courseNames.get(id) ?? '');
    return {
      learnerId,
      swipes: result.counts,
      missing: result.missing,
      firstAt: result.firstAt,
      lastAt: result.lastAt,
      courseIds: result.courseIds,
      ...(effective ? earnedCredits(strategy, project, courses, result.courseIds) : NOTHING),
      ...done,
      hasLeft: left,
      doubts: doubts.get(learnerId) ?? [],
      effective,
      exclusions,
      reason: reasonInWords(exclusions, gap),
    };
  });
}

const outcomeOf = ({ hasExam, passed, failed }: Facts, learnerId: string): ExamOutcome | null => {
  if (!hasExam) {
    return null;
  }
  return passed.has(learnerId) ? 'passed' : failed.has(learnerId) ? 'failed' : 'none';
};

/** Whether somebody has a 撤离 for every period that he came to; those that are still to come are none of it. */
function departures({ swipes, periods, checkIn }: Facts): (learnerId: string) => boolean {
  const swipesOf = groupBy(
    swipes,
    ({ learnerId }) => learnerId,
    ({ direction, at }): TaskSwipe => ({ direction, at }),
  );
  const now = Number.POSITIVE_INFINITY;
  return (learnerId) =>
    departureStanding({ now, periods, swipes: swipesOf.get(learnerId) ?? [], checkIn }).state === 'done';
}

/** The analysis in numbers. */
export function countsOf(
  { swipes }: Pick<Facts, 'swipes'>,
  { windows }: Pick<Method, 'windows'>,
  verdicts: readonly Verdict[],
): AnalysisCounts {
  const count = (is: (verdict: Verdict) => boolean) => verdicts.filter(is).length;
  return {
    persons: verdicts.length,
    swipes: swipes.length,
    perWindow: windows.map((_, index) => count((verdict) => (verdict.swipes[index] ?? 0) > 0)),
    attended: count(({ exclusions }) => !exclusions.includes('windows')),
    effective: count(({ effective }) => effective),
    excluded: codesOf(EXCLUSIONS).flatMap((reason) => {
      const persons = count(({ exclusions }) => exclusions.includes(reason));
      return persons > 0 ? { reason, persons } : [];
    }),
    doubted: count(({ effective, doubts }) => effective && doubts.length > 0),
  };
}
