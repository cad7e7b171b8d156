import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createMissing } from './missing';
import { createReminding, type Reminding } from './reminding';
import { createSweeping, type Sweeping } from './sweeping';
import { createTasksOf, type TasksOf } from './tasksOf';

export interface TasksService extends TasksOf, Sweeping, Pick<Reminding, 'counts' | 'remind'> {}

/** What learners still have to do after an activity, and that they are reminded of it (manual 000 §二: 特别提醒). */
export function createTasksService(platform: Platform, services: Services): TasksService {
  const missingOf = createMissing(platform, services);
  const reminding = createReminding(platform, services, missingOf);
  return {
    ...createTasksOf(platform, services),
    ...createSweeping(platform, services, missingOf, reminding),
    counts: reminding.counts,
    remind: reminding.remind,
  };
}
