import type { checkIns } from '@common/contract/checkIns';
import { actorOf, callerId, type Handlers } from '../../http/call';
import { AppError, appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { insist, mayManage } from '../activities/policy';
import type { Services } from '../services';
import type { Hub } from './hub';
import { feedScreen, presentScreen } from './screen';

export function checkInsRoutes(platform: Platform, services: Services, hub: Hub): Handlers<typeof checkIns> {
  const { displays, headcount } = services.checkIns;
  const wechatSession = (call: Parameters<typeof callerId>[0]) => {
    callerId(call, 'identityId');
    if (!call.session) {
      throw appError('NOT_SIGNED_IN');
    }
    return call.session;
  };

  return {
    async openDisplay(call) {
      const opened = await displays.open(call.session, call.input);
      await services.audit.append({
        actor: actorOf(call),
        action: 'display.opened',
        subject: `activity:${call.input.activityId}`,
        requestId: call.requestId,
      });
      return opened;
    },
    async closeDisplay(call) {
      await displays.close(call.session, call.input.displayId);
      return { ok: true };
    },
    async screen({ input }) {
      const { display, full } = await displays.byTicket(input.ticket);
      return presentScreen(full, display, platform.clock.now());
    },
    async screenEvents({ input }, open) {
      const stream = open();
      // Answered as an event, since EventSource would only see "no connection" in an error status.
      feedScreen(platform, services, hub, input.ticket, stream).catch((err: unknown) => {
        if (!(err instanceof AppError)) {
          platform.log.error({ err }, 'screen stream');
        }
        stream.send({ type: 'closed' });
        stream.end();
      });
    },
    scan: async (call) => {
      if (!call.input.text && !call.input.code) {
        throw appError('INVALID_INPUT', { message: '请扫描二维码或输入签到码', field: 'text' });
      }
      return services.checkIns.scan(wechatSession(call), call.input);
    },
    checkIn: async (call) => services.checkIns.checkIn(wechatSession(call), call.input.claimId),
    async board({ input, session }) {
      const { activity } = await services.activities.get(input.activityId);
      insist(mayManage(session, activity));
      return headcount.ofActivity(activity);
    },
  };
}
