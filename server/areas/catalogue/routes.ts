import type { catalogue } from '@common/contract/catalogue';
import { byOf, type Call, callerId, fileOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { ProjectPage } from './lists';

type AnyCall = Pick<Call, 'session' | 'requestId'>;
const unitOf = (call: AnyCall) => callerId(call, 'unitId');
const authorityOf = (call: AnyCall) => callerId(call, 'authorityId');
/** The page that was asked for, beside what is on it. */
async function paged<T>(
  list: Promise<ProjectPage<T>>,
  { page, pageSize }: { page: number; pageSize: number },
) {
  return { ...(await list), page, pageSize };
}

export function catalogueRoutes(_platform: Platform, services: Services): Handlers<typeof catalogue> {
  const service = services.catalogue;
  return {
    searchProjects: async ({ input }) => paged(service.search(input), input),
    listUnitProjects: async (call) => paged(service.ofUnit(unitOf(call), call.input), call.input),
    enterNationalProject: async (call) => service.enter(unitOf(call), call.input, byOf(call)),
    async removeNationalProject(call) {
      await service.remove(unitOf(call), call.input.projectId, byOf(call));
      return { ok: true };
    },
    listAuthorityProjects: async (call) =>
      paged(service.ofAuthority(authorityOf(call), call.input), call.input),
    projectTemplate: async () => service.projectImport.template(),
    checkProjects: async (call) => service.projectImport.check(authorityOf(call), fileOf(call)),
    commitProjects: async (call) =>
      service.projectImport.commit(authorityOf(call), call.input.importId, byOf(call)),
  };
}
