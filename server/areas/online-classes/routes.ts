import type { onlineClasses } from '@common/contract/onlineClasses';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { isOnline } from './policy';
import type { Study } from './studying';

export function onlineClassesRoutes(_platform: Platform, services: Services): Handlers<typeof onlineClasses> {
  const { onlineClasses: area } = services;
  const own = async ({ session }: Pick<Call, 'session'>, activityId: string) =>
    services.activities.ownActivity(session, activityId);
  const studyOf = (call: Pick<Call, 'session'>, input: Omit<Study, 'learnerId'>): Study => ({
    learnerId: callerId(call, 'learnerId'),
    activityId: input.activityId,
    courseId: input.courseId,
  });

  return {
    async listOnlineClasses(call) {
      const full = await own(call, call.input.activityId);
      return { isOnline: isOnline(full), items: await area.list(full) };
    },
    async setOnlineClass(call) {
      const { activityId, ...given } = call.input;
      const full = await own(call, activityId);
      const set = await area.set(full, given);
      const { name } = services.activities.course(full.activity, given.courseId);
      await services.audit.append({
        actor: actorOf(call),
        action: 'activity.online-class-set',
        subject: `activity:${activityId}`,
        reason: set ? name : `取消：${name}`,
        requestId: call.requestId,
      });
      return { class: set };
    },
    myOnlineClasses: async (call) => ({ items: await area.mine(callerId(call, 'learnerId')) }),
    openClass: async (call) => area.open(studyOf(call, call.input), call.input.key),
    beat: async (call) => area.beat(studyOf(call, call.input), call.input.key, call.input.isPlaying),
    answerPrompt: async (call) => area.answer(studyOf(call, call.input), call.input.key),
  };
}
