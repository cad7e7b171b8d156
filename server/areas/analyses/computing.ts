import type { AnalysisCounts, AnalysisMethod } from '@common/contract/analyses';
import type { CreditConditions } from '@common/rules/creditConditions';
import type { Period } from '@common/rules/periods';
import type { DoubtKind } from '@common/terms';
import { courseNameOf, periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { forcedConditions, insistOwnCourses } from './policy';
import { countsOf, type Facts, type Method, type Verdict, verdictsOf } from './verdicts';

export interface Computed {
  method: Method;
  facts: Facts;
  verdicts: Verdict[];
  counts: AnalysisCounts;
}

/** An analysis as it comes out now; nothing is kept. */
export interface Computing {
  /**
   * By what was chosen, with what the authority demands whatever was chosen.
   * @throws AppError INVALID_INPUT for a window bound to a course of another activity.
   */
  compute(full: FullActivity, chosen: AnalysisMethod): Promise<Computed>;
  /** As it stands where nothing was chosen yet: each holding period is a window (manual 000 §一.10), doubts aside. */
  byPeriods(full: FullActivity): Promise<Computed>;
  /** By the same method as `compute`, doubts aside: they are found by a computation of their own. */
  withoutDoubts(full: FullActivity, chosen: AnalysisMethod): Promise<Computed>;
}

export function createComputing(services: Services): Computing {
  async function factsOf(full: FullActivity, doubts: Promise<Map<string, DoubtKind[]>>): Promise<Facts> {
    const { activity, project, unit } = full;
    const id = String(activity._id);
    const [swipes, settings, papers, passed, failed, evaluated, doubtsFound] = await Promise.all([
      services.checkIns.attendanceOf(id),
      services.regionsUnits.settings(unit.regionCode),
      services.papers.lastOf([id]),
      services.exams.passedOf(id),
      services.exams.failedOf(id),
      services.evaluations.doneBy(id),
      doubts,
    ]);
    const courses = activity.courses.map(({ _id, minutes }) => ({
      id: String(_id),
      name: courseNameOf(full, _id),
      minutes,
    }));
    return {
      swipes,
      periods: periodsOf(activity),
      checkIn: settings.checkIn,
      project,
      courses,
      hasExam: papers.has(id),
      passed,
      failed,
      evaluated,
      doubts: doubtsFound,
    };
  }

  function judged(facts: Facts, method: Method): Computed {
    const verdicts = verdictsOf(facts, method);
    return { facts, method, verdicts, counts: countsOf(facts, method, verdicts) };
  }

  async function methodOf(full: FullActivity, chosen: AnalysisMethod): Promise<Method> {
    insistOwnCourses(full, chosen.windows);
    const forced = await forcedConditions(services, full);
    return {
      windows: chosen.windows.map(({ from, to, ...bound }) => ({
        from: Date.parse(from),
        to: Date.parse(to),
        ...bound,
      })),
      strategy: chosen.strategy,
      conditions: withChosen(forced, chosen),
    };
  }

  return {
    async compute(full, chosen) {
      const method = await methodOf(full, chosen);
      return judged(await factsOf(full, services.attendance.openDoubts(full)), method);
    },
    async byPeriods(full) {
      const windows: Period[] = periodsOf(full.activity);
      const conditions = await forcedConditions(services, full);
      return judged(await factsOf(full, NO_DOUBTS), { windows, strategy: 'everyWindow', conditions });
    },
    async withoutDoubts(full, chosen) {
      const method = await methodOf(full, chosen);
      return judged(await factsOf(full, NO_DOUBTS), method);
    },
  };
}

const NO_DOUBTS = Promise.resolve(new Map<string, DoubtKind[]>());

const withChosen = (
  forced: CreditConditions,
  chosen: Pick<AnalysisMethod, 'isExamRequired' | 'isEvaluationRequired'>,
): CreditConditions => ({
  isDepartureRequired: forced.isDepartureRequired,
  isExamRequired: forced.isExamRequired || chosen.isExamRequired,
  isEvaluationRequired: forced.isEvaluationRequired || chosen.isEvaluationRequired,
});
