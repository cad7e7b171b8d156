import type { messages } from '@common/contract/messages';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { insistInOrder } from '../../http/dayRange';
import type { Platform } from '../../platform';
import type { Services } from '../services';

export function notificationsRoutes(_platform: Platform, services: Services): Handlers<typeof messages> {
  const { notifications } = services;
  const me = (call: Pick<Call, 'session'>) => callerId(call, 'learnerId');
  const operator = async (call: Pick<Call, 'session'>) =>
    notifications.insistOperator(callerId(call, 'authorityId'));

  return {
    async myMessages(call) {
      const { kind, ...paging } = call.input;
      return notifications.mine(me(call), { kind }, paging);
    },
    unreadMessages: async (call) => ({ unread: await notifications.unread(me(call)) }),
    readMessages: async (call) => ({ unread: await notifications.read(me(call), call.input.ids) }),
    myMessageChoices: async (call) => notifications.shown(me(call)),
    setMyMessageChoices: async (call) => notifications.choose(me(call), call.input),
    async listDeliveries(call) {
      await operator(call);
      insistInOrder(call.input.from, call.input.to);
      return notifications.deliveries(call.input);
    },
    async deliveryFigures(call) {
      await operator(call);
      return notifications.figures(call.input.days);
    },
    async retryDeliveries(call) {
      await operator(call);
      const retried = await notifications.retry(call.input.ids);
      const { id } = actorOf(call);
      await services.audit.append({
        actor: actorOf(call),
        action: 'messages.retried',
        subject: `authority:${id}`,
        reason: `${retried}条`,
        requestId: call.requestId,
      });
      return { ok: true, retried };
    },
  };
}
