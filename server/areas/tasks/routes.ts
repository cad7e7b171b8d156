import type { tasks } from '@common/contract/tasks';
import { TASK_KINDS } from '@common/terms';
import { actorOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function tasksRoutes({ config }: Platform, services: Services): Handlers<typeof tasks> {
  return {
    taskCounts: async ({ input, session }) =>
      services.tasks.counts(await services.activities.ownActivity(session, input.activityId)),
    async remindTask(call) {
      const { activityId, kind } = call.input;
      const full = await services.activities.ownActivity(call.session, activityId);
      const reminded = await services.tasks.remind(full, kind);
      await services.audit.append({
        actor: actorOf(call),
        action: 'task.reminded',
        subject: `activity:${activityId}`,
        reason: `${TASK_KINDS[kind]}，${reminded}人`,
        requestId: call.requestId,
      });
      return { reminded };
    },
    mySubscriptions: async () => ({
      templateIds: [
        config.WECHAT_SUBSCRIBE_TASK,
        config.WECHAT_SUBSCRIBE_CREDIT,
        config.WECHAT_SUBSCRIBE_NOTICE,
      ].flatMap((id) => id || []),
      creditTemplateId: config.WECHAT_SUBSCRIBE_CREDIT || undefined,
      noticeTemplateId: config.WECHAT_SUBSCRIBE_NOTICE || undefined,
    }),
  };
}
