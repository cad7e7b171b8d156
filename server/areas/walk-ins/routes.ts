import type { walkIns } from '@common/contract/walkIns';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function walkInsRoutes(_platform: Platform, services: Services): Handlers<typeof walkIns> {
  const { walkIns: area } = services;

  function wechatSession(call: Pick<Call, 'session'>): SessionRecord {
    callerId(call, 'identityId');
    if (!call.session) {
      throw appError('NOT_SIGNED_IN');
    }
    return call.session;
  }

  return {
    submitWalkIn: async (call) => area.submit(wechatSession(call), call.input),
    myWalkIn: async (call) => area.mine(wechatSession(call), call.input.claimId),
    departing: async (call) => area.departing(wechatSession(call), call.input),
    depart: async (call) => area.depart(wechatSession(call), call.input),
    async listWalkIns(call) {
      const { activityId, page, pageSize } = call.input;
      await services.activities.ownActivity(call.session, activityId);
      return { ...(await area.list(activityId, { page, pageSize })), page, pageSize };
    },
    async surveyResults(call) {
      return area.surveyResults(await services.activities.ownActivity(call.session, call.input.activityId));
    },
    async exportSurvey(call) {
      const full = await services.activities.ownActivity(call.session, call.input.activityId);
      await services.audit.append({
        actor: actorOf(call),
        action: 'survey.results-exported',
        subject: `activity:${full.activity._id}`,
        requestId: call.requestId,
      });
      return area.exportSurvey(full);
    },
  };
}
