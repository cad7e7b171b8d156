import type { statistics } from '@common/contract/statistics';
import { actorOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function statisticsRoutes(_platform: Platform, services: Services): Handlers<typeof statistics> {
  const { statistics: area, activities } = services;
  return {
    async listProjects(call) {
      const { page, pageSize, ...filter } = call.input;
      const scope = await area.scopeOf(actorOf(call));
      return { ...(await area.listProjects(scope, filter, { page, pageSize })), page, pageSize };
    },
    async listPersons(call) {
      const { activityId, page, pageSize, ...filter } = call.input;
      const { project } = await activities.seen(actorOf(call), activityId);
      const found = await area.listPersons(activityId, filter, { page, pageSize });
      return { ...found, activityName: project.name, projectNumber: project.number, page, pageSize };
    },
    creditStatistics: async (call) => area.creditStatistics(await area.scopeOf(actorOf(call)), call.input),
  };
}
