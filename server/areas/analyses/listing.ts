import type { AnalysisRow, analyses } from '@common/contract/analyses';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { type QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { pageOf } from '../../platform/mongo';
import { courseNameOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import { peopleAmong, peopleOf } from '../attendance/people';
import { maskedIdNo } from '../learners/presenter';
import type { Services } from '../services';
import { type AnalysisDoc, type AnalysisRowDoc, analysisRowModel } from './model';

type Query = Omit<ParsedInputOf<typeof analyses.analysisRows>, 'analysisId'>;

export interface Listing {
  /** Results, who came first first. */
  rows(
    analysis: AnalysisDoc,
    full: FullActivity,
    query: Query,
  ): Promise<OutputOf<typeof analyses.analysisRows>>;
  /** All of them, for a workbook. */
  allRows(analysis: AnalysisDoc, full: FullActivity): Promise<AnalysisRow[]>;
}

/** How many people are looked up and opened at a time. */
const CHUNK = 1_000;

export function createListing({ mongo, cipher }: Platform, services: Services): Listing {
  const Row = analysisRowModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  async function present(
    found: AnalysisRowDoc[],
    full: FullActivity,
    credited: ReadonlySet<string>,
  ): Promise<AnalysisRow[]> {
    const learners = await services.learners.many(found.map(({ learnerId }) => String(learnerId)));
    const personOf = await peopleAmong(services, learners);
    return found.flatMap((row) => {
      const learnerId = String(row.learnerId);
      const learner = learners.get(learnerId);
      if (!learner) {
        return [];
      }
      return {
        learnerId,
        ...personOf(learnerId),
        idNoMasked: maskedIdNo(cipher, learner),
        personnelNo: learner.personnelNo ?? '',
        title: learner.title,
        swipes: row.swipes,
        firstAt: row.firstAt.toISOString(),
        lastAt: row.lastAt.toISOString(),
        courses: row.courseIds.map((id) => courseNameOf(full, id)),
        credits: row.credits,
        minutes: row.minutes,
        exam: row.exam,
        isEvaluated: row.isEvaluated,
        hasLeft: row.hasLeft,
        doubts: row.doubts,
        effective: row.effective,
        exclusions: row.exclusions,
        reason: row.reason,
        credited: credited.has(learnerId),
      };
    });
  }

  const KINDS: Record<Query['only'], (credited: ReadonlySet<string>) => QueryFilter<AnalysisRowDoc>> = {
    all: () => ({}),
    effective: () => ({ effective: true }),
    excluded: () => ({ effective: false }),
    grantable: (credited) => ({ effective: true, learnerId: { $nin: [...credited].map(oid) } }),
    doubted: () => ({ effective: true, 'doubts.0': { $exists: true } }),
  };

  /** A name is looked for among the people as they are called now. */
  async function named(filter: QueryFilter<AnalysisRowDoc>, q: string): Promise<Types.ObjectId[]> {
    const found = await Row.find(filter, { _id: 0, learnerId: 1 }).lean();
    const personOf = await peopleOf(
      services,
      found.map(({ learnerId }) => String(learnerId)),
    );
    return found.flatMap(({ learnerId }) => (personOf(learnerId).name.includes(q) ? [learnerId] : []));
  }

  return {
    async rows({ _id }, full, { only, reason, q, page, pageSize }) {
      const credited = await services.credits.creditedOf(String(full.activity._id));
      const kind: QueryFilter<AnalysisRowDoc> = {
        analysisId: _id,
        ...KINDS[only](credited),
        ...(reason && { exclusions: reason }),
      };
      const filter = q ? { analysisId: _id, learnerId: { $in: await named(kind, q) } } : kind;
      const paging = { page, pageSize };
      const { rows, total } = await pageOf(Row, filter, { firstAt: 1, _id: 1 }, paging);
      return { items: await present(rows, full, credited), total, page, pageSize };
    },
    async allRows({ _id }, full) {
      const credited = await services.credits.creditedOf(String(full.activity._id));
      const found = await Row.find({ analysisId: _id }).sort({ firstAt: 1, _id: 1 }).lean();
      const rows: AnalysisRow[] = [];
      for (let from = 0; from < found.length; from += CHUNK) {
        rows.push(...(await present(found.slice(from, from + CHUNK), full, credited)));
      }
      return rows;
    },
  };
}
