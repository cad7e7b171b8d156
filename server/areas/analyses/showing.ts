import type { SavedAnalysis } from '@common/contract/analyses';
import type { ReportView } from '@common/contract/reports';
import { demandedSince } from '@common/rules/creditConditions';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { createTickets } from '../../platform/tickets';
import { courseNameOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import type { Computing } from './computing';
import { type AnalysisDoc, analysisRowModel } from './model';
import { forcedConditions } from './policy';
import type { AnalysisBrief, Reading } from './reading';

/** Analyses with what has become of them since. */
export interface Showing {
  /** Why nothing can be granted by it any more, in words: the authority demands more since. */
  outdated(analysis: AnalysisDoc, full: FullActivity): Promise<string | null>;
  present(analyses: AnalysisDoc[], full: FullActivity): Promise<SavedAnalysis[]>;
  /** Page 3 of 执行情况反馈: the last analysis in numbers, or how the periods stand where there is none. */
  summary(full: FullActivity): Promise<ReportView['analysis']>;
  /** The id behind the ticket of a picture's address; null where it is forged or has expired. */
  pictureOf(ticket: string): string | null;
}

const TICKET_MS = 2 * 3_600_000;

export function createShowing(
  platform: Platform,
  services: Services,
  { latestOf }: Reading,
  { byPeriods }: Computing,
): Showing {
  const Row = analysisRowModel(platform.mongo);
  const tickets = createTickets(platform, 'analysisPicture', TICKET_MS);
  const pictureUrl = ({ _id }: AnalysisBrief) => `/api/analysis-pictures/${tickets.of(String(_id))}`;

  /** Effective persons of each analysis who have the credit now. */
  async function creditedOf(analyses: AnalysisDoc[], credited: ReadonlySet<string>) {
    if (credited.size === 0 || analyses.length === 0) {
      return new Map<string, number>();
    }
    const rows = await Row.aggregate<{ _id: Types.ObjectId; persons: number }>([
      {
        $match: {
          analysisId: { $in: analyses.map(({ _id }) => _id) },
          learnerId: { $in: [...credited].map((id) => new Types.ObjectId(id)) },
          effective: true,
        },
      },
      { $group: { _id: '$analysisId', persons: { $sum: 1 } } },
    ]);
    return new Map(rows.map(({ _id, persons }) => [String(_id), persons]));
  }

  const outdatedBy = ({ conditions }: AnalysisDoc, forced: AnalysisDoc['conditions']) => {
    const more = demandedSince(conditions, forced);
    return more ? `保存之后，行政部门又要求${more}，请重新进行考勤分析` : null;
  };

  return {
    pictureOf: (ticket) => tickets.idOf(ticket),
    outdated: async (analysis, full) => outdatedBy(analysis, await forcedConditions(services, full)),
    async present(analyses, full) {
      const activityId = String(full.activity._id);
      const [forced, batches, swipes, credited] = await Promise.all([
        forcedConditions(services, full),
        services.crediting.ofActivity(activityId),
        services.checkIns.countOf(activityId),
        services.credits.creditedOf(activityId),
      ]);
      const creditedIn = await creditedOf(analyses, credited);
      return analyses.map((analysis): SavedAnalysis => {
        const { _id, counts } = analysis;
        const id = String(_id);
        return {
          id,
          activityId,
          no: analysis.no,
          at: analysis.at.toISOString(),
          byName: analysis.byName,
          windows: analysis.windows.map(({ from, to, direction, courseId }) => ({
            from: from.toISOString(),
            to: to.toISOString(),
            direction: direction ?? null,
            courseId: courseId ? String(courseId) : null,
            courseName: courseId ? courseNameOf(full, courseId) : null,
          })),
          strategy: analysis.strategy,
          conditions: analysis.conditions,
          counts,
          grantable: counts.effective - (creditedIn.get(id) ?? 0),
          creditings: batches.filter(({ analysisId }) => analysisId && String(analysisId) === id).length,
          outdated: outdatedBy(analysis, forced),
          // None is ever removed: what is more has come since.
          newSwipes: Math.max(0, swipes - counts.swipes),
          pictureUrl: pictureUrl(analysis),
        };
      });
    },
    async summary(full) {
      const activityId = String(full.activity._id);
      const [latest, credited] = await Promise.all([
        latestOf([activityId]),
        services.credits.creditedOf(activityId),
      ]);
      const last = latest.get(activityId);
      const windows = last?.windows ?? full.activity.periods;
      const { persons, effective } = last?.counts ?? (await byPeriods(full)).counts;
      return {
        windows: windows.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() })),
        persons,
        effectivePersons: effective,
        creditedPersons: credited.size,
        pictureUrl: last ? pictureUrl(last) : null,
      };
    },
  };
}
