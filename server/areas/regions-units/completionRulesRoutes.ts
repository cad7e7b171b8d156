import type { completionRulesArea } from '@common/contract/completionRules';
import { actorOf, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function completionRulesRoutes(
  _platform: Platform,
  { regionsUnits }: Services,
): Handlers<typeof completionRulesArea> {
  return {
    completionRules: async (call) => regionsUnits.completionSettings(callerId(call, 'authorityId')),
    setCompletionRules: async (call) =>
      regionsUnits.setCompletionRules(callerId(call, 'authorityId'), call.input, {
        actor: actorOf(call),
        requestId: call.requestId,
      }),
  };
}
