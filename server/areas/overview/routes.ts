import type { overviewArea } from '@common/contract/overview';
import { dayOf } from '@common/rules/shanghaiTime';
import { actorOf, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function overviewRoutes({ clock }: Platform, services: Services): Handlers<typeof overviewArea> {
  return {
    async unitOverview(call) {
      const unitId = callerId(call, 'unitId');
      const unitIds = [unitId];
      const now = clock.now();
      const actor = actorOf(call);
      const today = await services.activities.onDayOf(now, unitIds);
      const activityIds = today.map(({ activity }) => String(activity._id));
      const [
        waitingLearners,
        waitingTransfers,
        waitingCorrections,
        approvedLearners,
        waitingCreditings,
        returnedCreditings,
        checkInsToday,
        waitingApplications,
        waitingActivities,
        returnedApplications,
        returnedActivities,
        waitingReports,
      ] = await Promise.all([
        services.learners.count({ unitIds, state: 'pending' }),
        services.transfers.countWaiting(unitId),
        services.learners.countCorrections(unitId),
        services.learners.count({ unitIds, state: 'approved' }),
        services.crediting.countWaiting(actor),
        services.crediting.countReturned(unitId),
        services.checkIns.countOn(dayOf(now), activityIds),
        services.applications.countWaiting(actor),
        services.activities.countWaiting(actor.id),
        services.applications.countReturned(unitId),
        services.activities.countReturned(unitId),
        services.reports.countWaiting(actor),
      ]);
      return {
        waitingLearners,
        waitingTransfers,
        waitingCorrections,
        approvedLearners,
        waitingCreditings,
        returnedCreditings,
        checkInsToday,
        waitingApplications,
        waitingActivities,
        returnedApplications,
        returnedActivities,
        waitingReports,
        activitiesNow: await services.activities.rows(today, actor),
      };
    },
    async authorityOverview(call) {
      const authorityId = callerId(call, 'authorityId');
      const authority = await services.regionsUnits.authority(authorityId);
      if (!authority) {
        throw appError('FORBIDDEN');
      }
      const actor = actorOf(call);
      const unitIds = await services.regionsUnits.unitIdsIn(authority.regionCode);
      const [
        approvedLearners,
        waitingCreditings,
        waitingUnitRequests,
        activitiesNow,
        waitingApplications,
        waitingActivities,
        waitingReports,
      ] = await Promise.all([
        services.learners.count({ unitIds, state: 'approved' }),
        services.crediting.countWaiting(actor),
        services.regionsUnits.countWaitingRequests(authorityId),
        services.activities.countWithin(clock.now(), unitIds),
        services.applications.countWaiting(actor),
        services.activities.countWaiting(actor.id),
        services.reports.countWaiting(actor),
      ]);
      return {
        units: unitIds.length,
        approvedLearners,
        waitingCreditings,
        waitingUnitRequests,
        waitingApplications,
        waitingActivities,
        waitingReports,
        activitiesNow,
      };
    },
  };
}
