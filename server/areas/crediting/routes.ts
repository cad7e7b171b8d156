import type { crediting } from '@common/contract/crediting';
import { actorOf, byOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function creditingRoutes(_platform: Platform, services: Services): Handlers<typeof crediting> {
  const { crediting: area, activities } = services;
  const own = async ({ input, session }: { input: { activityId: string } } & Pick<Call, 'session'>) =>
    activities.ownActivity(session, input.activityId);
  const viewerOf = async (call: Pick<Call, 'session'>) => area.viewerOf(actorOf(call));

  return {
    listCreditable: async (call) => area.listCreditable(callerId(call, 'unitId'), call.input),
    grant: async (call) => area.grant(await own(call), call.input, byOf(call)),
    listLecturers: async (call) => ({ items: await area.listLecturers(await own(call)) }),
    grantLecturers: async (call) => area.grantLecturers(await own(call), call.input, byOf(call)),
    grantManually: async (call) => area.grantManually(await own(call), call.input, byOf(call)),
    listCreditings: async (call) => area.list(await viewerOf(call), call.input),
    getCrediting: async (call) => area.view(await viewerOf(call), call.input.creditingId),
    creditingPersons: async (call) => area.persons(await viewerOf(call), call.input),
    exportCrediting: async (call) => area.exported(call.input.creditingId, byOf(call)),
    approve: async (call) => area.approve(call.input.creditingId, call.input.hasChecked, byOf(call)),
    approveMany: async (call) => area.approveMany(call.input.creditingIds, byOf(call)),
    returnCrediting: async (call) =>
      area.returnCrediting(call.input.creditingId, call.input.reason, byOf(call)),
    resubmit: async (call) => area.resubmit(call.input.creditingId, call.input.note, byOf(call)),
    revoke: async (call) => area.revoke(call.input, byOf(call)),
    revokeReviewed: async (call) => area.revoke(call.input, byOf(call)),
  };
}
