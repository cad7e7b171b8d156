import type { LearnerActivity } from '@common/contract/activities';
import type { LearnerTask } from '@common/contract/tasks';
import { isoSpanOf } from '@common/rules/periods';
import { dayOf } from '@common/rules/shanghaiTime';
import type { Platform } from '../../platform';
import type { CheckInDoc } from '../check-ins/model';
import type { CreditRowSource } from '../credits/service';
import type { Services } from '../services';
import { periodsOf } from './presenter';
import type { FullActivity } from './service';
import { stagesOf } from './stages';

/**
 * The learner's activities: those of his unit today, and all that he signed into, each with its stages and whom the next
 * one waits for. Nobody should have to ask why a credit is missing.
 */
export async function myActivities(
  { clock }: Platform,
  services: Services,
  learnerId: string,
): Promise<LearnerActivity[]> {
  const now = clock.now();
  const learner = await services.learners.get(learnerId);
  if (!learner) {
    return [];
  }
  const [today, checkIns, credits] = await Promise.all([
    services.activities.onDayOf(now, learner.unitId ? [String(learner.unitId)] : []),
    services.checkIns.ofLearner(learnerId),
    services.credits.sourcesOf(learnerId),
  ]);
  const attended = await services.activities.many([
    ...new Set(checkIns.map(({ activityId }) => String(activityId))),
  ]);
  const all = new Map(today.map((full) => [String(full.activity._id), full]));
  for (const [id, full] of attended) {
    all.set(id, full);
  }
  const fulls = [...all.values()];
  const tasks = await services.tasks.tasksOf(learnerId, fulls, checkIns);
  return fulls
    .map((full) => present(full, now, checkIns, credits, tasks.get(String(full.activity._id)) ?? []))
    .sort((a, b) => b.from.localeCompare(a.from));
}

function present(
  full: FullActivity,
  now: number,
  checkIns: CheckInDoc[],
  credits: CreditRowSource[],
  tasks: LearnerTask[],
): LearnerActivity {
  const { activity, project, unit } = full;
  const id = String(activity._id);
  const periods = periodsOf(activity);
  const own = checkIns.filter(({ activityId }) => String(activityId) === id);
  const credit = credits.find((entry) => entry.activityId === id);
  const courseNames = new Map(activity.courses.map(({ _id, name }) => [String(_id), name]));
  return {
    id,
    name: project.name,
    projectNumber: project.number,
    unitName: unit.name,
    venue: activity.venue,
    ...isoSpanOf(periods),
    creditClass: project.creditClass,
    credits: project.credits,
    today: periods.some(({ from, to }) => dayOf(from) <= dayOf(now) && dayOf(now) <= dayOf(to)),
    checkIns: own.map((checkIn) => ({
      courseName: courseNames.get(String(checkIn.courseId)) ?? project.name,
      direction: checkIn.direction,
      at: checkIn.at.toISOString(),
    })),
    tasks,
    stages: stagesOf({ isAttended: own.length > 0, tasks, credit, unitName: unit.name }),
  };
}
