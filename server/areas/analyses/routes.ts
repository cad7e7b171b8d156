import type { AuditAction } from '@common/auditActions';
import type { analyses } from '@common/contract/analyses';
import { actorOf, type Call, callerId, type Handlers } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { AnalysisDoc } from './model';
import { insistVisible } from './policy';
import { presentBar } from './timeline';
import { analysisBook } from './workbook';

type Asked = Pick<Call, 'session' | 'requestId'>;

export function analysesRoutes(_platform: Platform, services: Services): Handlers<typeof analyses> {
  const { analyses: area } = services;
  const own = async ({ session }: Asked, activityId: string) =>
    services.activities.ownActivity(session, activityId);

  async function visible({ session }: Asked, activityId: string): Promise<FullActivity> {
    const full = await services.activities.get(activityId);
    await insistVisible(services, session, full);
    return full;
  }

  async function savedOne(call: Asked, analysisId: string) {
    const analysis = await area.saved(analysisId);
    return { analysis, full: await visible(call, String(analysis.activityId)) };
  }

  async function presented(analysis: AnalysisDoc, full: FullActivity) {
    const [shown] = await area.present([analysis], full);
    if (!shown) {
      throw appError('NOT_FOUND');
    }
    return shown;
  }

  const write = async (call: Asked, action: AuditAction, { activityId, no }: AnalysisDoc) =>
    services.audit.append({
      actor: actorOf(call),
      action,
      subject: `activity:${activityId}`,
      reason: `第${no}次考勤分析`,
      requestId: call.requestId,
    });

  return {
    timeline: async (call) => area.timeline(await own(call, call.input.activityId), call.input.courseId),
    async previewAnalysis(call) {
      const { activityId, method } = call.input;
      return (await area.compute(await own(call, activityId), method)).counts;
    },
    async saveAnalysis(call) {
      const { activityId, method } = call.input;
      const full = await own(call, activityId);
      const byName = await services.administrators.nameOf(callerId(call, 'administratorId'));
      const analysis = await area.save(full, method, byName);
      await write(call, 'analysis.saved', analysis);
      return presented(analysis, full);
    },
    async listAnalyses(call) {
      const { activityId, page, pageSize } = call.input;
      const full = await visible(call, activityId);
      const { rows, total } = await area.listOf(activityId, { page, pageSize });
      return { items: await area.present(rows, full), total, page, pageSize };
    },
    async getAnalysis(call) {
      const { analysis, full } = await savedOne(call, call.input.analysisId);
      const { bars, barMinutes } = analysis;
      return { ...(await presented(analysis, full)), bars: bars.map(presentBar), barMinutes };
    },
    async analysisRows(call) {
      const { analysisId, ...query } = call.input;
      const { analysis, full } = await savedOne(call, analysisId);
      return area.rows(analysis, full, query);
    },
    async exportAnalysis(call) {
      const { analysis, full } = await savedOne(call, call.input.analysisId);
      const book = await analysisBook(
        full,
        await presented(analysis, full),
        await area.allRows(analysis, full),
      );
      await write(call, 'analysis.exported', analysis);
      return book;
    },
    analysisPicture: async ({ input }) => area.picture(input.ticket),
    async compareAnalyses(call) {
      const { activityId, ...query } = call.input;
      return area.compare(await visible(call, activityId), query);
    },
  };
}
