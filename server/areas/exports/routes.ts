import type { exportsArea } from '@common/contract/exports';
import { actorOf, byOf, type Handlers } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { presentExport } from './presenter';

export function exportsRoutes(_platform: Platform, services: Services): Handlers<typeof exportsArea> {
  const { exports } = services;
  return {
    async startExport(call) {
      const by = byOf(call);
      return presentExport(await exports.start(call.input.order, by));
    },
    async listExports(call) {
      const { page, pageSize } = call.input;
      const { rows, total } = await exports.list(actorOf(call), { page, pageSize });
      return { items: rows.map(presentExport), total, page, pageSize };
    },
    getExport: async (call) => presentExport(await exports.get(actorOf(call), call.input.exportId)),
    downloadExport: async (call) => exports.file(actorOf(call), call.input.exportId),
    async removeExport(call) {
      await exports.remove(actorOf(call), call.input.exportId);
      return { ok: true };
    },
  };
}
