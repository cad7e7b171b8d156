import type { examResults } from '@common/contract/examResults';
import { actorOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function examResultsRoutes(_platform: Platform, services: Services): Handlers<typeof examResults> {
  const { examResults: area, activities } = services;
  return {
    async listExamResults({ input: { activityId, ...query }, session }) {
      return area.list(await activities.ownActivity(session, activityId), query);
    },
    async examStatistics({ input: { activityId }, session }) {
      return area.statistics(await activities.ownActivity(session, activityId));
    },
    async exportExamResults(call) {
      const { activityId } = call.input;
      const file = await area.exported(await activities.ownActivity(call.session, activityId));
      await services.audit.append({
        actor: actorOf(call),
        action: 'exam.results-exported',
        subject: `activity:${activityId}`,
        requestId: call.requestId,
      });
      return file;
    },
  };
}
