import type { activities } from '@common/contract/activities';
import { actorOf, byOf, type Call, callerId, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { ActivityBy } from './drafts';
import type { FullActivity } from './service';

type Session = Pick<Call, 'session' | 'requestId'>;

const unitOf = (call: Session): ActivityBy => ({
  unitId: callerId(call, 'unitId'),
  actor: actorOf(call),
  requestId: call.requestId,
});

export function activitiesRoutes(_platform: Platform, services: Services): Handlers<typeof activities> {
  const { activities: area } = services;
  const view = async (call: Session, full: FullActivity) => area.view(full, actorOf(call));
  const pageOf = async (
    call: Session,
    { items, total }: { items: FullActivity[]; total: number },
    { page, pageSize }: { page: number; pageSize: number },
  ) => ({ items: await area.rows(items, actorOf(call)), total, page, pageSize });

  return {
    listUnitActivities: async (call) =>
      pageOf(call, await area.list(callerId(call, 'unitId'), call.input), call.input),
    createActivity: async (call) => view(call, await area.create(unitOf(call), call.input.projectId)),
    saveActivity: async (call) => view(call, await area.save(unitOf(call), call.input)),
    findLecturer: async ({ input }) => area.findLecturer(input.personnelNo),
    submitActivity: async (call) => view(call, await area.submit(unitOf(call), call.input)),
    withdrawActivity: async (call) => view(call, await area.withdraw(unitOf(call), call.input.activityId)),
    async removeActivity(call) {
      await area.remove(unitOf(call), call.input.activityId);
      return { ok: true };
    },
    requestChange: async (call) => view(call, await area.requestChange(unitOf(call), call.input)),
    withdrawChange: async (call) =>
      view(call, await area.withdrawChange(unitOf(call), call.input.activityId)),
    listActivityReviews: async (call) =>
      pageOf(call, await area.listReviews(actorOf(call).id, call.input), call.input),
    decideActivities: async (call) => ({ results: await area.decide(byOf(call), call.input) }),
    decideChange: async (call) => view(call, await area.decideChange(byOf(call), call.input)),
    getActivity: async (call) => view(call, await area.seen(actorOf(call), call.input.activityId)),
    myActivities: async (call) => ({
      items: await area.mine(callerId(call, 'learnerId')),
    }),
  };
}
