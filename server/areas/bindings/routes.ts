import type { bindings } from '@common/contract/bindings';
import { type Call, callerId, type Handlers } from '../../http/call';
import { byUnit } from '../learners/policy';
import type { Services } from '../services';

const learnerOf = (call: Pick<Call, 'session'>) => callerId(call, 'learnerId');

export function bindingsRoutes(services: Services): Handlers<typeof bindings> {
  return {
    myBindings: async (call) => ({ items: await services.bindings.mine(learnerOf(call)) }),
    startBinding: async (call) =>
      services.bindings.start(learnerOf(call), call.input.account, call.input.smsCode),
    sendBindingCode: async (call) => services.bindings.sendProof(learnerOf(call), call.input.account),
    bindingState: async (call) => services.bindings.state(learnerOf(call), call.input.account),
    async releaseBinding(call) {
      await services.bindings.releaseOwn(learnerOf(call), call.input.account);
      return { ok: true };
    },
    learnerWechats: async (call) => ({
      items: await services.bindings.wechatsOf(byUnit(call), call.input.learnerId),
    }),
    partLearnerWechats: async (call) => ({
      parted: await services.bindings.part(byUnit(call), call.input.learnerId, call.input.reason),
    }),
  };
}
