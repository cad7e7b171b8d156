import type { checkInRulesArea } from '@common/contract/checkInRules';
import type { completionRulesArea } from '@common/contract/completionRules';
import type { creditRulesArea } from '@common/contract/creditRules';
import { byOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Services } from '../services';

const authorityOf = (call: Pick<Call, 'session'>) => callerId(call, 'authorityId');

/** 考勤设置, 考试与评价设置, 授分设置 of the calling authority. */
export function rulesRoutes({ regionsUnits: { rules } }: Services): {
  checkInRules: Handlers<typeof checkInRulesArea>;
  completionRules: Handlers<typeof completionRulesArea>;
  creditRules: Handlers<typeof creditRulesArea>;
} {
  return {
    checkInRules: {
      checkInRules: async (call) => rules.checkIn.get(authorityOf(call)),
      setCheckInRules: async (call) => rules.checkIn.set(authorityOf(call), call.input, byOf(call)),
    },
    completionRules: {
      completionRules: async (call) => rules.completion.get(authorityOf(call)),
      setCompletionRules: async (call) => rules.completion.set(authorityOf(call), call.input, byOf(call)),
    },
    creditRules: {
      creditRules: async (call) => rules.credit.get(authorityOf(call)),
      setCreditRules: async (call) => rules.credit.set(authorityOf(call), call.input, byOf(call)),
    },
  };
}
