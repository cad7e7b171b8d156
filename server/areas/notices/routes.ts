import type { notices } from '@common/contract/notices';
import { byOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';

const ownerOf = (call: Pick<Call, 'session'>) => callerId(call, 'authorityId');

export function noticesRoutes(_platform: Platform, services: Services): Handlers<typeof notices> {
  return {
    async listNotices(call) {
      const { page, pageSize } = call.input;
      return { ...(await services.notices.list(ownerOf(call), call.input)), page, pageSize };
    },
    getNotice: async (call) => services.notices.get(ownerOf(call), call.input.noticeId),
    createNotice: async (call) => services.notices.create(ownerOf(call), call.input),
    updateNotice: async (call) => services.notices.update(byOf(call), call.input.noticeId, call.input),
    publishNotice: async (call) => services.notices.publish(byOf(call), call.input),
    withdrawNotice: async (call) => services.notices.withdraw(byOf(call), call.input.noticeId),
    async removeNotice(call) {
      await services.notices.remove(byOf(call), call.input.noticeId);
      return { ok: true };
    },
    async addAttachment(call) {
      const { noticeId } = call.input;
      if (!call.file) {
        throw appError('INVALID_INPUT', { message: '请选择文件', field: 'file' });
      }
      await services.notices.attachments.add(ownerOf(call), noticeId, call.file);
      return services.notices.get(ownerOf(call), noticeId);
    },
    async getAttachment(call) {
      const { noticeId, attachmentId } = call.input;
      return services.notices.attachments.get(ownerOf(call), noticeId, attachmentId);
    },
    async removeAttachment(call) {
      const { noticeId, attachmentId } = call.input;
      await services.notices.attachments.remove(ownerOf(call), noticeId, attachmentId);
      return services.notices.get(ownerOf(call), noticeId);
    },
    publicRegions: async () => services.notices.publicRegions(),
    async publicNotices({ input }) {
      const { page, pageSize } = input;
      return { ...(await services.notices.publicList(input)), page, pageSize };
    },
    publicNotice: async ({ input, ip }) => services.notices.open(input.noticeId, ip),
    publicAttachment: async ({ input }) => services.notices.attachment(input.noticeId, input.attachmentId),
    async myNotices(call) {
      const { page, pageSize } = call.input;
      return {
        ...(await services.notices.mine(callerId(call, 'learnerId'), call.input)),
        page,
        pageSize,
      };
    },
    async readNotice(call) {
      await services.notices.read(callerId(call, 'learnerId'), call.input.noticeId);
      return { ok: true };
    },
  };
}
