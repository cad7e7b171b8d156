import type { analyses } from '@common/contract/analyses';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import { peopleOf } from '../attendance/people';
import type { Services } from '../services';
import { type AnalysisRowDoc, analysisRowModel } from './model';
import type { Reading } from './reading';

type Query = Omit<ParsedInputOf<typeof analyses.compareAnalyses>, 'activityId'>;

export interface Comparing {
  /** Two analyses of one activity: whom they judge differently. @throws AppError NOT_FOUND. */
  compare(full: FullActivity, query: Query): Promise<OutputOf<typeof analyses.compareAnalyses>>;
}

/** A person whom only one of them knows had no swipe when the other was made. */
const ABSENT = { effective: false, reason: '当时还没有考勤' };

export function createComparing(
  { mongo }: Platform,
  services: Services,
  { saved, rowsOf }: Reading,
): Comparing {
  const Row = analysisRowModel(mongo);

  async function idOf({ activity }: FullActivity, analysisId: string): Promise<Types.ObjectId> {
    const analysis = await saved(analysisId);
    if (!analysis.activityId.equals(activity._id)) {
      throw appError('NOT_FOUND', { message: '没有找到这次考勤分析' });
    }
    return analysis._id;
  }

  async function effectiveIn(analysisId: Types.ObjectId): Promise<Set<string>> {
    const found = await Row.find({ analysisId, effective: true }, { _id: 0, learnerId: 1 }).lean();
    return new Set(found.map(({ learnerId }) => String(learnerId)));
  }

  const judgement = (rows: Map<string, AnalysisRowDoc>, learnerId: string) => {
    const row = rows.get(learnerId);
    return row ? { effective: row.effective, reason: row.reason } : ABSENT;
  };

  return {
    async compare(full, { first, second, show, page, pageSize }) {
      const ids = [await idOf(full, first), await idOf(full, second)] as const;
      const [inFirst, inSecond] = await Promise.all([effectiveIn(ids[0]), effectiveIn(ids[1])]);
      const onlyFirst = [...inFirst].filter((id) => !inSecond.has(id)).sort();
      const onlySecond = [...inSecond].filter((id) => !inFirst.has(id)).sort();
      const shown = { all: [...onlyFirst, ...onlySecond], onlyFirst, onlySecond }[show];
      const learnerIds = shown.slice((page - 1) * pageSize, page * pageSize);
      const [personOf, firstRows, secondRows] = await Promise.all([
        peopleOf(services, learnerIds),
        rowsOf(first, learnerIds),
        rowsOf(second, learnerIds),
      ]);
      return {
        items: learnerIds.map((learnerId) => {
          const { name, unitName } = personOf(learnerId);
          return {
            learnerId,
            name,
            unitName,
            first: judgement(firstRows, learnerId),
            second: judgement(secondRows, learnerId),
          };
        }),
        ...{ total: shown.length, page, pageSize },
        both: inFirst.size - onlyFirst.length,
        onlyFirst: onlyFirst.length,
        onlySecond: onlySecond.length,
      };
    },
  };
}
