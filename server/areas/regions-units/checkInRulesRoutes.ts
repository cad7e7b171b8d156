import type { checkInRulesArea } from '@common/contract/checkInRules';
import { actorOf, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function checkInRulesRoutes(
  _platform: Platform,
  { regionsUnits }: Services,
): Handlers<typeof checkInRulesArea> {
  return {
    checkInRules: async (call) => regionsUnits.checkInSettings(callerId(call, 'authorityId')),
    setCheckInRules: async (call) =>
      regionsUnits.setCheckInRules(callerId(call, 'authorityId'), call.input, {
        actor: actorOf(call),
        requestId: call.requestId,
      }),
  };
}
