import type { crediting } from '@common/contract/crediting';
import { callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { Services } from '../services';
import { analyse, presentVerdicts, summarise } from './attendance';

export function creditingRoutes(platform: Platform, services: Services): Handlers<typeof crediting> {
  /** A unit sees its own batches, an authority those of the units in its region. */
  async function unitIdsOf(session: SessionRecord | null): Promise<string[]> {
    if (session?.unitId) {
      return [session.unitId];
    }
    const authority = session?.authorityId
      ? await services.regionsUnits.authority(session.authorityId)
      : null;
    if (!authority) {
      throw appError('FORBIDDEN');
    }
    return services.regionsUnits.unitIdsIn(authority.regionCode);
  }

  return {
    async attendance({ input, session }) {
      const full = await services.activities.ownActivity(session, input.activityId);
      const [verdicts, doubts, { completion, checkIn }] = await Promise.all([
        analyse(services, full, periodsOf(full.activity)),
        services.attendance.openDoubts(full),
        services.regionsUnits.settings(full.unit.regionCode),
      ]);
      const shown = verdicts.filter(
        ({ effective, credited }) =>
          input.only === 'all' || (input.only === 'effective' ? effective : effective && !credited),
      );
      const from = (input.page - 1) * input.pageSize;
      return {
        items: await presentVerdicts(platform, services, shown.slice(from, from + input.pageSize), doubts),
        total: shown.length,
        page: input.page,
        pageSize: input.pageSize,
        ...summarise(full, verdicts),
        completion: { ...completion, isDepartureRequired: checkIn.isDepartureRequired },
        doubtedPersons: doubts.size,
      };
    },
    async grant({ input, session, requestId }) {
      const full = await services.activities.ownActivity(session, input.activityId);
      return services.crediting.grant(full, input, requestId, session?.administratorId);
    },
    async listCreditings({ input, session }) {
      const unitIds = await unitIdsOf(session);
      const found = await services.crediting.list({ ...input, unitIds }, input);
      return { ...found, page: input.page, pageSize: input.pageSize };
    },
    review: async (call) =>
      services.crediting.approve(
        callerId(call, 'authorityId'),
        call.input.creditingId,
        call.requestId,
        call.session?.administratorId,
      ),
  };
}
