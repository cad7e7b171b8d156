import type { transfers } from '@common/contract/transfers';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { UnitMover } from './workshop';

type Session = Pick<Call, 'session' | 'requestId'>;

const moverOf = (call: Session): UnitMover => ({
  unitId: callerId(call, 'unitId'),
  actor: actorOf(call),
  requestId: call.requestId,
});

export function transfersRoutes(_platform: Platform, services: Services): Handlers<typeof transfers> {
  return {
    findToRelease: async (call) =>
      services.transfers.findToRelease(callerId(call, 'unitId'), call.input.idNo),
    release: async (call) => services.transfers.release(moverOf(call), call.input),
    findToAdmit: async (call) => services.transfers.findToAdmit(moverOf(call), call.input.idNo),
    admit: async (call) => services.transfers.admit(moverOf(call), call.input),
    async cancelTransfer(call) {
      await services.transfers.cancel(moverOf(call), call.input.transferId, call.input.reason);
      return { ok: true };
    },
    async listTransfers(call) {
      const { page, pageSize } = call.input;
      return { ...(await services.transfers.list(callerId(call, 'unitId'), call.input)), page, pageSize };
    },
    myTransfers: async (call) => ({ items: await services.transfers.ofLearner(callerId(call, 'learnerId')) }),
    requestTransfer: async (call) =>
      services.transfers.request(callerId(call, 'learnerId'), call.input, call.requestId),
    async withdrawTransfer(call) {
      await services.transfers.withdraw(callerId(call, 'learnerId'), call.input.transferId, call.requestId);
      return { ok: true };
    },
  };
}
