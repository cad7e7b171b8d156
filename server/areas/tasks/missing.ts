import { openHours } from '@common/rules/checkInHours';
import { departureStanding } from '@common/rules/learnerTasks';
import { currentPeriod, type Period } from '@common/rules/periods';
import { evaluationHours, examHours } from '@common/rules/taskHours';
import type { TaskKind } from '@common/terms';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { swipesBy } from './swipes';

/** One kind of task of an activity, and who has not done it. */
export interface MissingTask {
  kind: TaskKind;
  isRequired: boolean;
  /** Who attended and has not done it; of an exam without those who have failed it for good. */
  learnerIds: string[];
  /** Those of them who can still do it. */
  openTo: string[];
  /** When it can be done (ms); null where it cannot: not published, closed. */
  hours: Period | null;
}

export interface Missing {
  attended: number;
  tasks: MissingTask[];
}

/** Everybody who attended an activity and has not closed his account since, against what there is to do after it. */
export function createMissing({ clock }: Platform, services: Services) {
  return async function missingOf({ activity, unit }: FullActivity): Promise<Missing> {
    const id = String(activity._id);
    const [checkIns, settings, papers, passed, failed, evaluated] = await Promise.all([
      services.checkIns.ofActivity(id),
      services.regionsUnits.settings(unit.regionCode),
      services.papers.lastOf([id]),
      services.exams.passedOf(id),
      services.exams.failedOf(id),
      services.evaluations.doneBy(id),
    ]);
    const { checkIn, completion } = settings;
    const now = clock.now();
    const periods = periodsOf(activity);
    const all = swipesBy('learnerId', checkIns);
    const present = await services.learners.presentOf([...all.keys()]);
    const swipes = new Map([...all].filter(([learnerId]) => present.has(learnerId)));
    const attended = [...swipes.keys()];
    const tasks: MissingTask[] = [];
    if (checkIn.isDepartureRequired) {
      const standings = [...swipes].map(([learnerId, own]) => ({
        learnerId,
        ...departureStanding({ now, periods, checkIn, swipes: own }),
      }));
      const idsOf = (rows: typeof standings) => rows.map(({ learnerId }) => learnerId);
      tasks.push({
        kind: 'departure',
        isRequired: true,
        learnerIds: idsOf(standings.filter(({ state }) => state !== 'done')),
        openTo: idsOf(standings.filter(({ state }) => state === 'open')),
        hours: currentPeriod(now, openHours('out', periods, checkIn)),
      });
    }
    const paper = papers.get(id);
    if (paper || completion.isExamRequired) {
      const learnerIds = attended.filter((learnerId) => !passed.has(learnerId) && !failed.has(learnerId));
      tasks.push({
        kind: 'exam',
        isRequired: completion.isExamRequired,
        learnerIds,
        openTo: learnerIds,
        hours: paper && !paper.isClosed ? examHours(paper.paper.rules, periods) : null,
      });
    }
    const learnerIds = attended.filter((learnerId) => !evaluated.has(learnerId));
    tasks.push({
      kind: 'evaluation',
      isRequired: completion.isEvaluationRequired,
      learnerIds,
      openTo: learnerIds,
      hours: evaluationHours(periods, []),
    });
    return { attended: attended.length, tasks };
  };
}
export type MissingOf = ReturnType<typeof createMissing>;

/** Whether a task can be done at a time (ms). */
export const isOpenAt = (task: MissingTask, now: number): task is MissingTask & { hours: Period } =>
  task.hours !== null && task.hours.from <= now && now <= task.hours.to;
