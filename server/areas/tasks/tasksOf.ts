import type { LearnerTask } from '@common/contract/tasks';
import { learnerTasks } from '@common/rules/learnerTasks';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { CheckInDoc } from '../check-ins/model';
import type { Services } from '../services';
import { swipesBy } from './swipes';

export interface TasksOf {
  /** Of each of these activities, by id; empty where there is no check-in of his. */
  tasksOf(
    learnerId: string,
    fulls: FullActivity[],
    checkIns: readonly CheckInDoc[],
  ): Promise<Map<string, LearnerTask[]>>;
}

export function createTasksOf({ clock }: Platform, services: Services): TasksOf {
  /** Many activities are of a few regions: each is asked once. */
  async function settingsOf(fulls: readonly FullActivity[]) {
    const regions = [...new Set(fulls.map(({ unit }) => unit.regionCode))];
    const found = await Promise.all(regions.map((region) => services.regionsUnits.settings(region)));
    return new Map(found.map((settings, i) => [regions[i], settings]));
  }

  return {
    async tasksOf(learnerId, fulls, checkIns) {
      const swipes = swipesBy('activityId', checkIns);
      const attended = fulls.filter(({ activity }) => swipes.has(String(activity._id)));
      const tasks = new Map<string, LearnerTask[]>(fulls.map(({ activity }) => [String(activity._id), []]));
      if (attended.length === 0) {
        return tasks;
      }
      const ids = attended.map(({ activity }) => String(activity._id));
      const [settings, standings, evaluated] = await Promise.all([
        settingsOf(attended),
        services.exams.standings(learnerId, attended, new Set(ids)),
        services.evaluations.doneOf(learnerId, ids),
      ]);
      const now = clock.now();
      for (const { activity, unit } of attended) {
        const id = String(activity._id);
        const rules = settings.get(unit.regionCode);
        if (rules) {
          tasks.set(
            id,
            learnerTasks({
              now,
              periods: periodsOf(activity),
              swipes: swipes.get(id) ?? [],
              checkIn: rules.checkIn,
              completion: rules.completion,
              exam: standings.get(id) ?? null,
              isEvaluated: evaluated.has(id),
            }),
          );
        }
      }
      return tasks;
    },
  };
}
