import type { forms } from '@common/contract/forms';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { By } from '../regions-units/authorities';
import type { Services } from '../services';

type AnyCall = Pick<Call, 'session' | 'requestId'>;
const authorityOf = (call: AnyCall) => callerId(call, 'authorityId');
const by = (call: AnyCall): By => ({ actor: actorOf(call), requestId: call.requestId });

export function formsRoutes(_platform: Platform, { forms: area }: Services): Handlers<typeof forms> {
  return {
    getForm: async (call) => area.form(authorityOf(call), call.input.kind),
    setForm: async (call) => area.setForm(authorityOf(call), call.input, by(call)),
    followAbove: async (call) => area.followAbove(authorityOf(call), call.input.kind, by(call)),
  };
}
