import type { regionsUnits } from '@common/contract/regionsUnits';
import { byOf, type Call, callerId, fileOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { regionsBelow } from './regions';

type AnyCall = Pick<Call, 'session' | 'requestId'>;
const unitOf = (call: AnyCall) => callerId(call, 'unitId');
const authorityOf = (call: AnyCall) => callerId(call, 'authorityId');
const pageAs = ({ input }: { input: { page: number; pageSize: number } }) => ({
  page: input.page,
  pageSize: input.pageSize,
});

export function regionsUnitsRoutes(_platform: Platform, services: Services): Handlers<typeof regionsUnits> {
  const service = services.regionsUnits;
  const departments = async (call: AnyCall) => ({ items: await service.listDepartments(unitOf(call)) });

  return {
    listRegions: async ({ input }) => ({ items: regionsBelow(input.parent) }),
    searchUnits: async ({ input }) => ({ items: await service.search(input) }),
    unitDepartments: async ({ input }) => ({ items: await service.departmentNames(input.unitId) }),

    listDepartments: departments,
    async createDepartment(call) {
      await service.createDepartment(unitOf(call), call.input.name, byOf(call));
      return departments(call);
    },
    async renameDepartment(call) {
      await service.renameDepartment(unitOf(call), call.input, byOf(call));
      return departments(call);
    },
    async sortDepartments(call) {
      await service.sortDepartments(unitOf(call), call.input.departmentIds);
      return departments(call);
    },
    async mergeDepartments(call) {
      await service.mergeDepartments(unitOf(call), call.input, byOf(call));
      return departments(call);
    },
    async removeDepartment(call) {
      await service.removeDepartment(unitOf(call), call.input.departmentId, byOf(call));
      return departments(call);
    },

    listUnits: async (call) => ({
      ...(await service.listUnits(authorityOf(call), call.input)),
      ...pageAs(call),
    }),
    createUnit: async (call) => service.createUnit(authorityOf(call), call.input, byOf(call)),
    updateUnit: async (call) => service.updateUnit(authorityOf(call), call.input, byOf(call)),
    resetUnitPassword: async (call) => service.resetUnitPassword(authorityOf(call), call.input, byOf(call)),
    listAuthorities: async (call) => ({ items: await service.listAuthorities(authorityOf(call)) }),
    createAuthority: async (call) => service.createAuthority(authorityOf(call), call.input, byOf(call)),
    resetAuthorityPassword: async (call) =>
      service.resetAuthorityPassword(authorityOf(call), call.input, byOf(call)),
    listUnitRequests: async (call) => ({
      ...(await service.listUnitRequests(authorityOf(call), call.input)),
      ...pageAs(call),
    }),
    decideUnitRequest: async (call) => service.decideUnitRequest(authorityOf(call), call.input, byOf(call)),
    unitTemplate: async (call) => service.unitImport.template(authorityOf(call)),
    checkUnits: async (call) => service.unitImport.check(authorityOf(call), fileOf(call)),
    commitUnits: async (call) =>
      service.unitImport.commit(authorityOf(call), call.input.importId, byOf(call)),
  };
}
