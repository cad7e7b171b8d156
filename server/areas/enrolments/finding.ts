import type { ParsedInputOf } from '@common/contract/endpoint';
import type { enrolments, OpenActivity, OpenActivityView } from '@common/contract/enrolments';
import { spanOf } from '@common/rules/periods';
import { ACTIVE_ENROLMENTS } from '@common/rules/waitingList';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type EnrolmentDoc, enrolmentModel, enrolmentQueueModel } from './model';
import { type Around, presentOpen, presentOpenView } from './presenter';

type Page = { page: number; pageSize: number };
type Found = { items: OpenActivity[]; total: number };

/** Activities as a learner sees them. */
export interface Finding {
  find(learnerId: string, search: ParsedInputOf<typeof enrolments.findActivities>): Promise<Found>;
  /** One that was approved, also when it is over. @throws AppError NOT_FOUND. */
  view(learnerId: string, activityId: string): Promise<OpenActivityView>;
  /** 我的报名: what is not over, the soonest first; then what is, the latest first. */
  mine(learnerId: string, page: Page): Promise<Found>;
  /** An approved activity. @throws AppError NOT_FOUND. */
  approved(activityId: string): Promise<FullActivity>;
  /** Who has a place in an activity; who waits for one is not expected. */
  enrolledIds(activityId: string): Promise<string[]>;
  /** All enrolments of a learner with what they are of, for his own record. */
  ofLearner(learnerId: string): Promise<{ enrolment: EnrolmentDoc; full: FullActivity }[]>;
}

/** Of one learner; nobody goes to more. */
const MOST = 1000;

export function createFinding({ mongo, clock }: Platform, services: Services): Finding {
  const Enrolment = enrolmentModel(mongo);
  const Queue = enrolmentQueueModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  /** Counts and the learner's own enrolment, for some activities. */
  async function around(
    learnerId: string,
    activityIds: Types.ObjectId[],
  ): Promise<Map<string, Omit<Around, 'distance'>>> {
    const [queues, own] = await Promise.all([
      Queue.find({ _id: { $in: activityIds } }, { taken: 1 }).lean(),
      Enrolment.find({ activityId: { $in: activityIds }, learnerId: oid(learnerId) }).lean(),
    ]);
    const taken = new Map(queues.map((queue) => [String(queue._id), queue.taken]));
    const mine = new Map(
      await Promise.all(
        own.map(async (one) => {
          const { state } = one;
          const place = state === 'waiting' ? await placeOf(one) : null;
          return [String(one.activityId), { state, place }] as const;
        }),
      ),
    );
    return new Map(
      activityIds.map(String).map((id) => [id, { taken: taken.get(id) ?? 0, mine: mine.get(id) ?? null }]),
    );
  }

  /** 1 is the next. */
  const placeOf = async ({ activityId, order }: EnrolmentDoc) =>
    1 + (await Enrolment.countDocuments({ activityId, state: 'waiting', order: { $lt: order } }));

  async function rows(learnerId: string, found: { full: FullActivity; distance: number | null }[]) {
    const beside = await around(
      learnerId,
      found.map(({ full }) => full.activity._id),
    );
    return found.map(({ full, distance }) =>
      presentOpen(full, { ...(beside.get(String(full.activity._id)) ?? NOBODY), distance }),
    );
  }

  async function approved(activityId: string): Promise<FullActivity> {
    const full = await services.activities.get(activityId);
    if (full.activity.state !== 'approved') {
      throw appError('NOT_FOUND');
    }
    return full;
  }

  return {
    approved,
    async find(learnerId, { longitude, latitude, ...search }) {
      const near = longitude !== undefined && latitude !== undefined ? { longitude, latitude } : null;
      const { items, total } = await services.activities.findOpen({ ...search, near });
      return { items: await rows(learnerId, items), total };
    },
    async enrolledIds(activityId) {
      const rows = await Enrolment.find(
        { activityId: oid(activityId), state: 'enrolled' },
        { learnerId: 1 },
      ).lean();
      return rows.map(({ learnerId }) => String(learnerId));
    },
    async view(learnerId, activityId) {
      const full = await approved(activityId);
      const { _id } = full.activity;
      const [beside, waiting] = await Promise.all([
        around(learnerId, [_id]),
        Enrolment.countDocuments({ activityId: _id, state: 'waiting' }),
      ]);
      const shown = { ...(beside.get(activityId) ?? NOBODY), waiting, distance: null };
      return presentOpenView(full, shown, clock.now());
    },
    async mine(learnerId, { page, pageSize }) {
      const own = await Enrolment.find({ learnerId: oid(learnerId), state: { $in: ACTIVE_ENROLMENTS } })
        .sort({ enrolledAt: -1 })
        .limit(MOST)
        .lean();
      const found = await services.activities.many(own.map(({ activityId }) => String(activityId)));
      const now = clock.now();
      const all = [...found.values()].map((full) => {
        const periods = periodsOf(full.activity);
        const { from } = spanOf(periods);
        return { full, from, isOver: periods.every(({ to }) => to < now), distance: null };
      });
      all.sort(
        (a, b) => Number(a.isOver) - Number(b.isOver) || (a.isOver ? b.from - a.from : a.from - b.from),
      );
      const shown = all.slice((page - 1) * pageSize, page * pageSize);
      return { items: await rows(learnerId, shown), total: all.length };
    },
    async ofLearner(learnerId) {
      const own = await Enrolment.find({ learnerId: oid(learnerId) })
        .sort({ enrolledAt: -1 })
        .lean();
      const found = await services.activities.many(own.map(({ activityId }) => String(activityId)));
      return own.flatMap((enrolment) => {
        const full = found.get(String(enrolment.activityId));
        return full ? [{ enrolment, full }] : [];
      });
    },
  };
}

const NOBODY = { taken: 0, mine: null };
