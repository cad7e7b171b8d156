import type { forms } from '@common/contract/forms';
import { byOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

type AnyCall = Pick<Call, 'session' | 'requestId'>;
const authorityOf = (call: AnyCall) => callerId(call, 'authorityId');

export function formsRoutes(_platform: Platform, { forms: area }: Services): Handlers<typeof forms> {
  return {
    getForm: async (call) => area.form(authorityOf(call), call.input.kind),
    setForm: async (call) => area.setForm(authorityOf(call), call.input, byOf(call)),
    followAbove: async (call) => area.followAbove(authorityOf(call), call.input.kind, byOf(call)),
  };
}
