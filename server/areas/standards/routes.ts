import type { standards } from '@common/contract/standards';
import { regionOfAudience } from '@common/rules/audience';
import { byOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';

const ownerOf = (call: Pick<Call, 'session'>) => callerId(call, 'authorityId');

export function standardsRoutes(_platform: Platform, services: Services): Handlers<typeof standards> {
  return {
    listStandards: async (call) => ({ items: await services.standards.list(ownerOf(call)) }),
    createStandard: async (call) => services.standards.create(ownerOf(call), call.input),
    updateStandard: async (call) => services.standards.update(byOf(call), call.input),
    publishStandard: async (call) => services.standards.publish(byOf(call), call.input),
    async removeStandard(call) {
      await services.standards.remove(byOf(call), call.input.standardId);
      return { ok: true };
    },
    publicStandard: async ({ input }) =>
      services.standards.show(regionOfAudience(input.regionCode), input.year),
    myStandard: async (call) => services.standards.showMine(callerId(call, 'learnerId'), call.input.year),
  };
}
