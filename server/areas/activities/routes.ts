import type { activities } from '@common/contract/activities';
import { callerId, type Handlers } from '../../http/call';
import { notYet } from '../../http/notYet';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { myActivities } from './myActivities';
import { insist, mayView } from './policy';
import { presentRow, presentView } from './presenter';

export function activitiesRoutes(platform: Platform, services: Services): Handlers<typeof activities> {
  const { clock } = platform;
  return notYet<typeof activities>({
    async listUnitActivities(call) {
      const { items, total } = await services.activities.list(callerId(call, 'unitId'), call.input);
      const { page, pageSize } = call.input;
      return { items: items.map((full) => presentRow(full, clock.now())), total, page, pageSize };
    },
    async getActivity({ input, session }) {
      const full = await services.activities.get(input.activityId);
      const authority = session?.authorityId
        ? await services.regionsUnits.authority(session.authorityId)
        : null;
      const below = authority ? await services.regionsUnits.unitIdsIn(authority.regionCode) : [];
      insist(mayView(session, full.activity, below));
      return presentView(full, clock.now(), await services.activities.qrPeriodSeconds(full));
    },
    myActivities: async (call) => ({
      items: await myActivities(platform, services, callerId(call, 'learnerId')),
    }),
  });
}
