import type { creditRulesArea } from '@common/contract/creditRules';
import { actorOf, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function creditRulesRoutes(
  _platform: Platform,
  { regionsUnits }: Services,
): Handlers<typeof creditRulesArea> {
  return {
    creditRules: async (call) => regionsUnits.creditSettings(callerId(call, 'authorityId')),
    setCreditRules: async (call) =>
      regionsUnits.setCreditRules(callerId(call, 'authorityId'), call.input, {
        actor: actorOf(call),
        requestId: call.requestId,
      }),
  };
}
