import type { presence } from '@common/contract/presence';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import { isPlaceRequired } from '../check-ins/evidence';
import type { Services } from '../services';

export function presenceRoutes({ clock }: Platform, services: Services): Handlers<typeof presence> {
  const { presence: area } = services;

  const own = async ({ session }: Pick<Call, 'session'>, activityId: string) =>
    services.activities.ownActivity(session, activityId);

  return {
    async presence(call) {
      const { activityId, page, pageSize, ...query } = call.input;
      const full = await own(call, activityId);
      return { ...(await area.board(full, { ...query, page, pageSize })), page, pageSize };
    },
    async remindMissing(call) {
      const { activityId, learnerIds } = call.input;
      const answer = await area.remindMissing(await own(call, activityId), learnerIds);
      await services.audit.append({
        actor: actorOf(call),
        action: 'presence.reminded',
        subject: `activity:${activityId}`,
        reason: `${answer.told}人`,
        requestId: call.requestId,
      });
      return answer;
    },
    async startSpotCheck(call) {
      const { activityId, persons } = call.input;
      const full = await own(call, activityId);
      const view = await area.start(
        full,
        persons,
        await services.administrators.nameOf(callerId(call, 'administratorId')),
      );
      await services.audit.append({
        actor: actorOf(call),
        action: 'spot-check.started',
        subject: `activity:${activityId}`,
        reason: `${view.asked}人`,
        requestId: call.requestId,
      });
      return view;
    },
    async listSpotChecks(call) {
      const { activityId, page, pageSize } = call.input;
      const full = await own(call, activityId);
      return { ...(await area.list(full, { page, pageSize })), page, pageSize };
    },
    async mySpotCheck(call) {
      const check = await area.waitingFor(callerId(call, 'learnerId'));
      if (!check) {
        return { check: null };
      }
      const full = await services.activities.get(String(check.activityId));
      const { checkIn: rules } = await services.regionsUnits.settings(full.unit.regionCode);
      return {
        check: {
          id: String(check._id),
          activityName: full.project.name,
          until: check.until.toISOString(),
          serverTime: new Date(clock.now()).toISOString(),
          isPlaceAsked: isPlaceRequired({ full, rules }),
        },
      };
    },
    async confirmSpotCheck(call) {
      const { spotCheckId, deviceId, place } = call.input;
      const answer = { deviceId, place };
      const confirmedAt = await area.confirm(callerId(call, 'learnerId'), spotCheckId, answer);
      return { confirmedAt: confirmedAt.toISOString() };
    },
  };
}
