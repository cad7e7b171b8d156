import type { regionsUnits } from '@common/contract/regionsUnits';
import type { Handlers } from '../../http/call';
import type { Services } from '../services';
import { regionsBelow } from './regions';

export function regionsUnitsRoutes(services: Services): Handlers<typeof regionsUnits> {
  return {
    listRegions: async ({ input }) => ({ items: regionsBelow(input.parent) }),
    searchUnits: async ({ input }) => ({ items: await services.regionsUnits.search(input) }),
  };
}
