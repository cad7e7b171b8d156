import type { reports } from '@common/contract/reports';
import { actorOf, byOf, type Call, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { Viewer } from './policy';

export function reportsRoutes(_platform: Platform, services: Services): Handlers<typeof reports> {
  async function viewerOf(call: Pick<Call, 'session'>): Promise<Viewer> {
    const { kind, id } = actorOf(call);
    const authority = kind === 'authority' ? await services.regionsUnits.authority(id) : null;
    if (kind === 'authority' && !authority) {
      throw appError('FORBIDDEN');
    }
    return { kind, id, authority };
  }
  const view = async (call: Pick<Call, 'session'>, activityId: string) =>
    services.reports.view(await viewerOf(call), activityId);

  return {
    async listReports(call) {
      const { page, pageSize } = call.input;
      return { ...(await services.reports.list(await viewerOf(call), call.input)), page, pageSize };
    },
    getReport: async (call) => view(call, call.input.activityId),
    async saveReport(call) {
      await services.reports.save(byOf(call), call.input);
      return view(call, call.input.activityId);
    },
    async submitReport(call) {
      await services.reports.submit(byOf(call), call.input);
      return view(call, call.input.activityId);
    },
    async withdrawReport(call) {
      await services.reports.withdraw(byOf(call), call.input);
      return view(call, call.input.activityId);
    },
    decideReports: async (call) => services.reports.decide(byOf(call), await viewerOf(call), call.input),
  };
}
