import type { overviewArea } from '@common/contract/overview';
import { dayOf } from '@common/rules/shanghaiTime';
import { actorOf, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { countReturned, countReviews } from './projectsWaiting';

export function overviewRoutes({ clock }: Platform, services: Services): Handlers<typeof overviewArea> {
  return {
    async unitOverview(call) {
      const unitId = callerId(call, 'unitId');
      const unitIds = [unitId];
      const now = clock.now();
      const today = await services.activities.onDayOf(now, unitIds);
      const activityIds = today.map(({ activity }) => String(activity._id));
      const [
        waitingLearners,
        waitingTransfers,
        waitingCorrections,
        approvedLearners,
        waitingCreditings,
        checkInsToday,
      ] = await Promise.all([
        services.learners.count({ unitIds, state: 'pending' }),
        services.transfers.countWaiting(unitId),
        services.learners.countCorrections(unitId),
        services.learners.count({ unitIds, state: 'approved' }),
        services.crediting.countWaiting(unitIds),
        services.checkIns.countOn(dayOf(now), activityIds),
      ]);
      return {
        waitingLearners,
        waitingTransfers,
        waitingCorrections,
        approvedLearners,
        waitingCreditings,
        checkInsToday,
        ...(await countReviews(services, actorOf(call))),
        ...(await countReturned(services, unitId)),
        waitingReports: await services.reports.countWaiting(actorOf(call)),
        activitiesNow: await services.activities.rows(today, actorOf(call)),
      };
    },
    async authorityOverview(call) {
      const authorityId = callerId(call, 'authorityId');
      const authority = await services.regionsUnits.authority(authorityId);
      if (!authority) {
        throw appError('FORBIDDEN');
      }
      const unitIds = await services.regionsUnits.unitIdsIn(authority.regionCode);
      const [approvedLearners, waitingCreditings, waitingUnitRequests, activitiesNow] = await Promise.all([
        services.learners.count({ unitIds, state: 'approved' }),
        services.crediting.countWaiting(unitIds),
        services.regionsUnits.countWaitingRequests(authorityId),
        services.activities.countWithin(clock.now(), unitIds),
      ]);
      return {
        units: unitIds.length,
        approvedLearners,
        waitingCreditings,
        waitingUnitRequests,
        ...(await countReviews(services, actorOf(call))),
        waitingReports: await services.reports.countWaiting(actorOf(call)),
        activitiesNow,
      };
    },
  };
}
