import type { AuditAction } from '@common/auditActions';
import type { terminals } from '@common/contract/terminals';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';

type AnyCall = Pick<Call, 'session' | 'requestId'>;
const unitOf = (call: AnyCall) => callerId(call, 'unitId');

export function terminalsRoutes(_platform: Platform, services: Services): Handlers<typeof terminals> {
  const { terminals: area } = services;

  const own = async ({ session }: AnyCall, activityId: string) =>
    services.activities.ownActivity(session, activityId);

  const append = async (call: AnyCall, action: AuditAction, subject: string, reason?: string) =>
    services.audit.append({ actor: actorOf(call), action, subject, reason, requestId: call.requestId });

  return {
    async listTerminals(call) {
      const { page, pageSize } = call.input;
      return { ...(await area.listTerminals(unitOf(call), call.input)), page, pageSize };
    },
    async addTerminal(call) {
      const terminal = await area.addTerminal(unitOf(call), call.input.name);
      await append(call, 'terminal.added', `unit:${unitOf(call)}`, `${terminal.name}（${terminal.code}）`);
      return terminal;
    },
    async removeTerminal(call) {
      const { name, code } = await area.removeTerminal(unitOf(call), call.input.terminalId);
      await append(call, 'terminal.removed', `unit:${unitOf(call)}`, `${name}（${code}）`);
      return { ok: true };
    },
    async listCards(call) {
      const { q, page, pageSize } = call.input;
      return { ...(await area.listCards(unitOf(call), q, call.input)), page, pageSize };
    },
    async bindCard(call) {
      const card = await area.bindCard(unitOf(call), call.input);
      await append(call, 'card.bound', `learner:${card.learnerId}`, `卡号${card.cardNo}`);
      return card;
    },
    async unbindCard(call) {
      const { learnerId, cardNo } = await area.unbindCard(unitOf(call), call.input.cardId);
      await append(call, 'card.unbound', `learner:${learnerId}`, `卡号${cardNo}`);
      return { ok: true };
    },
    async activityFile(call) {
      const { activityId } = call.input;
      const file = area.activityFile(await own(call, activityId));
      await append(call, 'activity.terminal-file', `activity:${activityId}`);
      return file;
    },
    async uploadSwipes(call) {
      const { activityId, terminalId, terminalTime } = call.input;
      const full = await own(call, activityId);
      if (!call.file) {
        throw appError('FILE_INVALID', { field: 'file' });
      }
      const by = await services.administrators.nameOf(callerId(call, 'administratorId'));
      const upload = await area.upload(full, { terminalId, terminalTime, by }, call.file);
      const reason = `${upload.terminalName}：${upload.rows}行，新增${upload.taken}条`;
      await append(call, 'activity.swipes-uploaded', `activity:${activityId}`, reason);
      return upload;
    },
    async listUploads(call) {
      const { activityId, page, pageSize } = call.input;
      const full = await own(call, activityId);
      return { ...(await area.listUploads(full, call.input)), page, pageSize };
    },
  };
}
