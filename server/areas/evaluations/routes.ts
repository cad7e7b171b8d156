import type { evaluations } from '@common/contract/evaluations';
import { actorOf, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function evaluationsRoutes(_platform: Platform, services: Services): Handlers<typeof evaluations> {
  const { evaluations: area, activities, audit } = services;
  return {
    myEvaluation: async (call) => area.evaluationOf(callerId(call, 'learnerId'), call.input.activityId),
    async evaluate(call) {
      await area.evaluate(callerId(call, 'learnerId'), call.input.activityId, call.input.answers);
      return { ok: true };
    },
    evaluationResults: async (call) =>
      area.evaluationResults(await activities.seen(actorOf(call), call.input.activityId)),
    async exportEvaluations(call) {
      const full = await activities.seen(actorOf(call), call.input.activityId);
      await audit.append({
        actor: actorOf(call),
        action: 'evaluation.results-exported',
        subject: `activity:${full.activity._id}`,
        requestId: call.requestId,
      });
      return area.exportEvaluations(full);
    },
  };
}
