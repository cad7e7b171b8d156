import type { ParsedInputOf } from '@common/contract/endpoint';
import type { ReportRow, ReportView, reports } from '@common/contract/reports';
import { isEditable } from '@common/rules/review';
import { dayOf } from '@common/rules/shanghaiTime';
import { isValidObjectId, type QueryFilter, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { AppError, appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { pageOf } from '../../platform/mongo';
import type { Reviews } from '../../reviews/reviews';
import type { Services } from '../services';
import type { Deadlines } from './deadlines';
import { type ReportDoc, reportModel } from './model';
import { maySee, REPORT_MOVES, type Viewer } from './policy';
import { presentRow, presentView } from './presenter';

type Query = ParsedInputOf<typeof reports.listReports>;

/** Reports as somebody sees them. */
export interface Showing {
  /** The report of an activity, with its days as they are now; null where there is none. */
  find(activityId: string): Promise<ReportDoc | null>;
  /** Whether an activity's report was handed in, be it returned since. */
  isHandedIn(activityId: string): Promise<boolean>;
  list(viewer: Viewer, query: Query): Promise<{ items: ReportRow[]; total: number; late: number }>;
  /** Those that a unit has to hand in, or that wait for an authority's review. */
  countWaiting(actor: Pick<Actor, 'kind' | 'id'>): Promise<number>;
  /** @throws AppError NOT_FOUND. */
  view(viewer: Viewer, activityId: string): Promise<ReportView>;
  /** The authorities that review it: the chain of the activity without the unit's own step. @throws AppError NO_REVIEWER. */
  chainOf(report: ReportDoc): Promise<ReportDoc['steps']>;
}

/** What the unit has to hand in. */
const OPEN = ['draft', 'returned'] as const;

export function createShowing(
  { mongo, clock }: Platform,
  services: Services,
  reviews: Reviews,
  deadlines: Deadlines,
): Showing {
  const Report = reportModel(mongo);

  function can(report: ReportDoc, viewer: Viewer): ReportRow['can'] {
    const isOver = report.endedOn <= dayOf(clock.now());
    return reviews
      .movesOf(report, viewer)
      .filter((move) => REPORT_MOVES.includes(move) && (isOver || move !== 'submit'));
  }

  async function find(activityId: string): Promise<ReportDoc | null> {
    const report = isValidObjectId(activityId) ? await Report.findOne({ activityId }).lean() : null;
    return report && deadlines.follow(report, await services.activities.get(activityId));
  }

  async function chainOf({ unitId, activityId }: ReportDoc): Promise<ReportDoc['steps']> {
    const { project } = await services.activities.get(String(activityId));
    const chain = await reviews.chainFor(String(unitId), project.level);
    return chain.filter(({ kind }) => kind === 'authority');
  }

  /** What is shown before it is handed in; nobody above is no reason not to write. */
  const comingChain = async (report: ReportDoc) =>
    isEditable(report.state)
      ? chainOf(report).catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'NO_REVIEWER') {
            return [];
          }
          throw error;
        })
      : report.steps;

  const scopeOf = ({ id, authority }: Viewer, unitId?: string): QueryFilter<ReportDoc> => ({
    ...(authority ? { regions: authority.regionCode } : { unitId: new Types.ObjectId(id) }),
    ...(authority && unitId && { unitId: new Types.ObjectId(unitId) }),
  });

  return {
    find,
    chainOf,
    isHandedIn: async (activityId) =>
      (await Report.exists({ activityId: new Types.ObjectId(activityId), handedInOn: { $ne: null } })) !==
      null,
    async list(viewer, { show, unitId, page, pageSize }) {
      const today = dayOf(clock.now());
      const scope = scopeOf(viewer, unitId);
      const late = { ...scope, state: 'draft' as const, handedInOn: null, dueOn: { $lt: today } };
      const filters: Record<Query['show'], QueryFilter<ReportDoc>> = {
        open: { ...scope, state: { $in: [...OPEN] } },
        late,
        // A reviewer works off what came to it.
        waiting: viewer.authority
          ? { ...(unitId && scope), waitingFor: viewer.authority._id }
          : { ...scope, state: 'waiting' },
        done: { ...scope, state: 'approved' },
        all: scope,
      };
      const order = show === 'done' || show === 'all' ? -1 : 1;
      const [{ rows: found, total }, lateCount] = await Promise.all([
        pageOf(Report, filters[show], { dueOn: order, _id: order }, { page, pageSize }),
        Report.countDocuments(late),
      ]);
      const activities = await services.activities.many(found.map(({ activityId }) => String(activityId)));
      const items = found.flatMap((report) => {
        const full = activities.get(String(report.activityId));
        return full ? presentRow(report, { full, viewer, can: can(report, viewer), today }) : [];
      });
      return { items, total, late: lateCount };
    },
    countWaiting: async ({ kind, id }) =>
      Report.countDocuments(
        kind === 'authority'
          ? { waitingFor: new Types.ObjectId(id) }
          : { unitId: new Types.ObjectId(id), state: { $in: [...OPEN] } },
      ),
    async view(viewer, activityId) {
      const report = await find(activityId);
      if (!report || !maySee(viewer, report)) {
        throw appError('NOT_FOUND', {
          message: '没有找到这份执行情况反馈：活动结束后才能填写，只有举办单位和上级行政部门可以查看',
        });
      }
      const full = await services.activities.get(activityId);
      const [chain, analysis, batches] = await Promise.all([
        comingChain(report),
        services.analyses.summary(full),
        services.crediting.ofActivity(activityId),
      ]);
      const shown = { full, viewer, can: can(report, viewer), today: dayOf(clock.now()) };
      const creditings = batches.map(({ _id, activityDate, persons, revokedPersons, state }) => ({
        id: String(_id),
        activityDate,
        persons: persons - revokedPersons,
        state,
      }));
      return presentView(report, shown, { chain, analysis, creditings });
    },
  };
}
