import type { enrolments } from '@common/contract/enrolments';
import { actorOf, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import { insistApproved } from '../activities/policy';
import type { Services } from '../services';
import { calendarFile } from './calendar';
import { posterFile } from './poster';

export function enrolmentsRoutes(
  { clock, config }: Platform,
  services: Services,
): Handlers<typeof enrolments> {
  const { enrolments: area } = services;
  return {
    async findActivities(call) {
      const { page, pageSize } = call.input;
      return { ...(await area.find(callerId(call, 'learnerId'), call.input)), page, pageSize };
    },
    openActivity: async (call) => area.view(callerId(call, 'learnerId'), call.input.activityId),
    async myEnrolments(call) {
      const { page, pageSize } = call.input;
      return { ...(await area.mine(callerId(call, 'learnerId'), call.input)), page, pageSize };
    },
    async enrol(call) {
      const learnerId = callerId(call, 'learnerId');
      await area.enrol(learnerId, call.input.activityId);
      return area.view(learnerId, call.input.activityId);
    },
    async leave(call) {
      const learnerId = callerId(call, 'learnerId');
      await area.leave(learnerId, call.input.activityId);
      return area.view(learnerId, call.input.activityId);
    },
    calendar: async ({ input }) => calendarFile(await area.approved(input.activityId), clock.now()),
    async listEnrolments(call) {
      const full = await area.own(callerId(call, 'unitId'), call.input.activityId);
      const { page, pageSize } = call.input;
      return { ...(await area.list(full, call.input)), page, pageSize };
    },
    async exportEnrolments(call) {
      const full = await area.own(callerId(call, 'unitId'), call.input.activityId);
      return area.export(full);
    },
    async setCapacity(call) {
      const { activityId, capacity } = call.input;
      const full = await area.own(callerId(call, 'unitId'), activityId);
      await area.setCapacity(full, capacity);
      await services.audit.append({
        actor: actorOf(call),
        action: 'activity.capacity-set',
        subject: `activity:${activityId}`,
        reason: capacity === 0 ? '不限名额' : `${capacity}人`,
        requestId: call.requestId,
      });
      const { enrolled, waiting } = await area.list(full, { state: 'all', page: 1, pageSize: 1 });
      return { capacity, enrolled, waiting };
    },
    async poster(call) {
      const full = await area.own(callerId(call, 'unitId'), call.input.activityId);
      insistApproved(full.activity, '活动审核通过后才能生成海报');
      return posterFile(full, call.input.format, config.PUBLIC_URL);
    },
  };
}
