import type { checkIns } from '@common/contract/checkIns';
import { callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { displayRoutes } from './displayRoutes';
import type { Hub } from './hub';

export function checkInsRoutes(platform: Platform, services: Services, hub: Hub): Handlers<typeof checkIns> {
  const { headcount } = services.checkIns;
  const wechatSession = (call: Parameters<typeof callerId>[0]) => {
    callerId(call, 'identityId');
    if (!call.session) {
      throw appError('NOT_SIGNED_IN');
    }
    return call.session;
  };

  const insistOnCode = ({ text, code }: { text?: string; code?: string }) => {
    if (!text && !code) {
      throw appError('INVALID_INPUT', { message: '请扫描二维码或输入签到码', field: 'text' });
    }
  };

  return {
    ...displayRoutes(platform, services, hub),
    async scan(call) {
      insistOnCode(call.input);
      return services.checkIns.scan(wechatSession(call), { ...call.input, ip: call.ip });
    },
    async scanLate(call) {
      insistOnCode(call.input);
      return services.checkIns.scanLate(wechatSession(call), { ...call.input, ip: call.ip });
    },
    checkIn: async (call) => services.checkIns.checkIn(wechatSession(call), { ...call.input, ip: call.ip }),
    dueToday: async (call) => ({ items: await services.checkIns.dueToday(wechatSession(call)) }),
    async board({ input, session }) {
      const { activity } = await services.activities.ownActivity(session, input.activityId);
      return headcount.ofActivity(activity);
    },
  };
}
