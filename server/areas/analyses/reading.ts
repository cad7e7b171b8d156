import { isValidObjectId, type QueryFilter, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { type Paging, pageOf } from '../../platform/mongo';
import { type AnalysisDoc, type AnalysisRowDoc, analysisModel, analysisRowModel } from './model';

/** An analysis without its histogram, which may be hundreds of bars. */
export type AnalysisBrief = Omit<AnalysisDoc, 'bars'>;

/** Analyses as they were saved. */
export interface Reading {
  get(analysisId: string): Promise<AnalysisDoc | null>;
  /** @throws AppError NOT_FOUND. */
  saved(analysisId: string): Promise<AnalysisDoc>;
  /** The last one of each activity that has one. */
  latestOf(activityIds: string[]): Promise<Map<string, AnalysisBrief>>;
  /** How many each activity has. */
  countsOf(activityIds: string[]): Promise<Map<string, number>>;
  /** A page of an activity's, the latest first. */
  listOf(activityId: string, paging: Paging): Promise<{ rows: AnalysisDoc[]; total: number }>;
  /** 有效人员 by learner: what each would be granted. */
  effectiveOf(analysisId: string): Promise<Map<string, { credits: number; minutes: number }>>;
  /** Results of these learners. */
  rowsOf(analysisId: string, learnerIds: string[]): Promise<Map<string, AnalysisRowDoc>>;
}

export function createReading({ mongo }: Platform): Reading {
  const Analysis = analysisModel(mongo);
  const Row = analysisRowModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  const get: Reading['get'] = async (analysisId) =>
    isValidObjectId(analysisId) ? Analysis.findById(analysisId).lean() : null;

  async function numbers(activityIds: string[]) {
    const rows = await Analysis.aggregate<{ _id: Types.ObjectId; last: number; count: number }>([
      { $match: { activityId: { $in: activityIds.map(oid) } } },
      { $group: { _id: '$activityId', last: { $max: '$no' }, count: { $sum: 1 } } },
    ]);
    return rows;
  }

  return {
    get,
    async saved(analysisId) {
      const analysis = await get(analysisId);
      if (!analysis) {
        throw appError('NOT_FOUND', { message: '没有找到这次考勤分析' });
      }
      return analysis;
    },
    async latestOf(activityIds) {
      const wanted = (await numbers(activityIds)).map(
        ({ _id, last }): QueryFilter<AnalysisDoc> => ({ activityId: _id, no: last }),
      );
      const found = wanted.length > 0 ? await Analysis.find({ $or: wanted }).select('-bars').lean() : [];
      return new Map(found.map((analysis) => [String(analysis.activityId), analysis]));
    },
    async countsOf(activityIds) {
      return new Map((await numbers(activityIds)).map(({ _id, count }) => [String(_id), count]));
    },
    listOf: async (activityId, paging) =>
      pageOf(Analysis, { activityId: oid(activityId) }, { no: -1 }, paging, '-bars'),
    async effectiveOf(analysisId) {
      const rows = await Row.find(
        { analysisId: oid(analysisId), effective: true },
        { _id: 0, learnerId: 1, credits: 1, minutes: 1 },
      ).lean();
      return new Map(
        rows.map(({ learnerId, credits, minutes }) => [String(learnerId), { credits, minutes }]),
      );
    },
    async rowsOf(analysisId, learnerIds) {
      const rows = await Row.find({
        analysisId: oid(analysisId),
        learnerId: { $in: learnerIds.map(oid) },
      }).lean();
      return new Map(rows.map((row) => [String(row.learnerId), row]));
    },
  };
}
