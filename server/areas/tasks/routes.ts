import type { tasks } from '@common/contract/tasks';
import type { Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function tasksRoutes({ config }: Platform, services: Services): Handlers<typeof tasks> {
  return {
    taskCounts: async ({ input, session }) =>
      services.tasks.counts(await services.activities.ownActivity(session, input.activityId)),
    async remindTask({ input, session }) {
      const full = await services.activities.ownActivity(session, input.activityId);
      return { reminded: await services.tasks.remind(full, input.kind) };
    },
    mySubscriptions: async () => ({
      templateIds: config.WECHAT_SUBSCRIBE_TASK ? [config.WECHAT_SUBSCRIBE_TASK] : [],
    }),
  };
}
