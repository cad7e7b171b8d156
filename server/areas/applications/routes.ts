import type { applications } from '@common/contract/applications';
import { actorOf, byOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

type AnyCall = Pick<Call, 'session' | 'requestId'>;
const unitOf = (call: AnyCall) => callerId(call, 'unitId');
const authorityOf = (call: AnyCall) => callerId(call, 'authorityId');
const pageAs = ({ input }: { input: { page: number; pageSize: number } }) => ({
  page: input.page,
  pageSize: input.pageSize,
});

export function applicationsRoutes(_platform: Platform, services: Services): Handlers<typeof applications> {
  const service = services.applications;
  const { regionsUnits } = services;

  return {
    listWindows: async (call) => ({ items: await service.listWindows(actorOf(call), call.input.year) }),
    createWindow: async (call) => service.createWindow(authorityOf(call), call.input, byOf(call)),
    updateWindow: async (call) => service.updateWindow(authorityOf(call), call.input, byOf(call)),
    async removeWindow(call) {
      await service.removeWindow(authorityOf(call), call.input.windowId, byOf(call));
      return { ok: true };
    },
    projectSettings: async (call) => regionsUnits.projectSettings(authorityOf(call)),
    setProjectSettings: async (call) =>
      regionsUnits.setProjectSettings(authorityOf(call), call.input, byOf(call)),

    listApplications: async (call) => ({
      ...(await service.list(unitOf(call), call.input)),
      ...pageAs(call),
    }),
    createApplication: async (call) => service.create(unitOf(call), call.input, byOf(call)),
    saveApplication: async (call) => service.save(unitOf(call), call.input, byOf(call)),
    getApplication: async (call) => service.show(actorOf(call), call.input.applicationId),
    submitApplication: async (call) => service.submit(unitOf(call), call.input, byOf(call)),
    withdrawApplication: async (call) => service.withdraw(unitOf(call), call.input.applicationId, byOf(call)),
    async removeApplication(call) {
      await service.remove(unitOf(call), call.input.applicationId, byOf(call));
      return { ok: true };
    },
    printApplication: async (call) => service.print(actorOf(call), call.input.applicationId),

    listApplicationReviews: async (call) => ({
      ...(await service.reviewList(actorOf(call), call.input)),
      ...pageAs(call),
    }),
    decideApplications: async (call) => service.decide(call.input, byOf(call)),
    addOpinion: async (call) => {
      authorityOf(call);
      return service.addOpinion(call.input, byOf(call));
    },
    publishApplications: async (call) =>
      service.publish(authorityOf(call), call.input.applicationIds, byOf(call)),
  };
}
