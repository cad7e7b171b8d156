import type { AnalysisMethod } from '@common/contract/analyses';
import { BAR_MINUTES, swipeBars } from '@common/rules/swipeBars';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate, tryAgain } from '../../platform/mongo';
import { insistApproved } from '../activities/policy';
import type { FullActivity } from '../activities/service';
import type { Computed, Computing } from './computing';
import {
  type AnalysisDoc,
  type AnalysisRowDoc,
  analysisBegunModel,
  analysisModel,
  analysisRowModel,
} from './model';

export interface Saving {
  /**
   * Computes an analysis and keeps it as evidence, for good. Two at once are two, each with its number.
   * @throws AppError ACTIVITY_NOT_APPROVED; INVALID_INPUT for a window bound to a course of another activity.
   */
  save(full: FullActivity, method: AnalysisMethod, byName: string): Promise<AnalysisDoc>;
  /** Removes the rows of saves that were broken off a day ago. */
  sweep(): Promise<void>;
}

const CHUNK = 1_000;
const ATTEMPTS = 10;
const BROKEN_OFF_MS = 24 * 3_600_000;

export function createSaving({ mongo, clock }: Platform, { compute }: Computing): Saving {
  const Analysis = analysisModel(mongo);
  const Row = analysisRowModel(mongo);
  const Begun = analysisBegunModel(mongo);

  /** By the driver itself: the rows are built here and need not be cast again. */
  async function writeRows(analysisId: Types.ObjectId, { verdicts }: Computed): Promise<void> {
    for (let from = 0; from < verdicts.length; from += CHUNK) {
      const rows = verdicts.slice(from, from + CHUNK).map(
        ({ learnerId, courseIds, firstAt, lastAt, ...verdict }): AnalysisRowDoc => ({
          ...verdict,
          _id: new Types.ObjectId(),
          analysisId,
          learnerId: new Types.ObjectId(learnerId),
          courseIds: courseIds.map((id) => new Types.ObjectId(id)),
          firstAt: new Date(firstAt),
          lastAt: new Date(lastAt),
        }),
      );
      await Row.collection.insertMany(rows);
    }
  }

  async function nextNo(activityId: Types.ObjectId): Promise<number> {
    const last = await Analysis.findOne({ activityId }, { no: 1 }).sort({ no: -1 }).lean();
    return (last?.no ?? 0) + 1;
  }

  return {
    async save(full, chosen, byName) {
      const { activity } = full;
      insistApproved(activity, '该活动尚未审核通过，不能进行考勤分析');
      const computed = await compute(full, chosen);
      const { method, facts, counts } = computed;
      const at = new Date(clock.now());
      const analysis: Omit<AnalysisDoc, 'no'> = {
        _id: new Types.ObjectId(),
        activityId: activity._id,
        unitId: activity.unitId,
        at,
        byName,
        windows: method.windows.map(({ from, to, direction, courseId }) => ({
          from: new Date(from),
          to: new Date(to),
          ...(direction && { direction }),
          ...(courseId && { courseId: new Types.ObjectId(courseId) }),
        })),
        strategy: method.strategy,
        conditions: method.conditions,
        counts,
        bars: swipeBars(facts.swipes).map((bar) => ({ ...bar, at: new Date(bar.at) })),
        barMinutes: BAR_MINUTES,
      };
      // The rows first: an analysis that is there is whole.
      await Begun.create({ _id: analysis._id, at });
      await writeRows(analysis._id, computed);
      const insert = async () => {
        const whole: AnalysisDoc = { ...analysis, no: await nextNo(activity._id) };
        await Analysis.create(whole);
        return whole;
      };
      const saved = await tryAgain(insert, isDuplicate, ATTEMPTS);
      await Begun.deleteOne({ _id: analysis._id });
      return saved;
    },
    async sweep() {
      const old = await Begun.find({ at: { $lte: new Date(clock.now() - BROKEN_OFF_MS) } }).lean();
      for (const { _id } of old) {
        if (!(await Analysis.exists({ _id }))) {
          await Row.deleteMany({ analysisId: _id });
        }
        await Begun.deleteOne({ _id });
      }
    },
  };
}
