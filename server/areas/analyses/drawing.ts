import { conditionsInWords } from '@common/rules/creditConditions';
import { CREDITING_STRATEGIES } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { appError } from '../../http/errors';
import { analysisPicture } from '../../pdf/analysisPicture';
import { courseNameOf } from '../activities/presenter';
import type { Services } from '../services';
import type { Reading } from './reading';
import type { Showing } from './showing';

export interface Drawing {
  /** 考勤分析截图（含刷卡周期和符合条件人数）, as PNG. @throws AppError NOT_FOUND where the ticket is forged or has expired. */
  picture(ticket: string): Promise<ServedFile>;
}

export function createDrawing(services: Services, { get }: Reading, { pictureOf }: Showing): Drawing {
  return {
    async picture(ticket) {
      const analysisId = pictureOf(ticket);
      const analysis = analysisId ? await get(analysisId) : null;
      if (!analysis) {
        throw appError('NOT_FOUND', { message: '图片地址已过期，请刷新页面' });
      }
      const full = await services.activities.get(String(analysis.activityId));
      const { project, activity, unit } = full;
      const body = await analysisPicture({
        projectNumber: project.number,
        projectName: `${project.name}（第${activity.term}期）`,
        unitName: unit.name,
        no: analysis.no,
        at: analysis.at.getTime(),
        byName: analysis.byName,
        strategy: CREDITING_STRATEGIES[analysis.strategy],
        conditions: conditionsInWords(analysis.conditions),
        windows: analysis.windows.map(({ from, to, direction, courseId }, index) => ({
          from: from.getTime(),
          to: to.getTime(),
          direction: direction ?? null,
          courseName: courseId ? courseNameOf(full, courseId) : null,
          persons: analysis.counts.perWindow[index] ?? 0,
        })),
        bars: analysis.bars.map((bar) => ({ in: bar.in, out: bar.out, at: bar.at.getTime() })),
        counts: analysis.counts,
      });
      return { name: `考勤分析-第${analysis.no}次.png`, type: 'image/png', body, isInline: true };
    },
  };
}
