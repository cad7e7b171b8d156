import { dayOf, formatDay, formatRange, startOfDay } from '@common/rules/shanghaiTime';
import type { ClientSession, QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { type EnrolmentDoc, enrolmentModel } from './model';

export interface EnrolmentMessages {
  /** 递补: he has a place now; told only where the transaction is committed. */
  promoted(enrolment: EnrolmentDoc, full: FullActivity, session: ClientSession): Promise<void>;
  /** Tells all who are enrolled or wait that the dates or the venue are others now; each change once. */
  tellChanged(activityId: string, changeId: string, lines: string[]): Promise<void>;
  /** Reminds all who are enrolled of what begins tomorrow, from nine in the morning on; each once. */
  sweep(): Promise<void>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nobody is woken up. */
const REMINDED_FROM = 9 * HOUR;
const AT_ONCE = 50;
const pageOf = (activityId: string) => `learn/activity/index?activityId=${activityId}`;

export function createMessages({ mongo, clock }: Platform, services: Services): EnrolmentMessages {
  const Enrolment = enrolmentModel(mongo);
  const firstOf = ({ activity }: FullActivity) =>
    periodsOf(activity).sort((a, b) => a.from - b.from)[0] ?? { from: 0, to: 0 };
  const whenAndWhere = (full: FullActivity) => {
    const { from, to } = firstOf(full);
    return [`时间：${formatRange(from, to)}`, `地点：${full.activity.venue}`];
  };

  /** Some at a time, so that a large hall does not fill the memory. */
  async function forEach(filter: QueryFilter<EnrolmentDoc>, work: (some: EnrolmentDoc[]) => Promise<void>) {
    let last: Types.ObjectId | null = null;
    for (;;) {
      const some: EnrolmentDoc[] = await Enrolment.find({ ...filter, ...(last && { _id: { $gt: last } }) })
        .sort({ _id: 1 })
        .limit(AT_ONCE)
        .lean();
      await work(some);
      last = some.at(-1)?._id ?? null;
      if (some.length < AT_ONCE) {
        return;
      }
    }
  }

  async function remind(full: FullActivity): Promise<void> {
    const { _id: activityId } = full.activity;
    const day = dayOf(firstOf(full).from);
    const title = `${formatDay(startOfDay(day))}有您报名的活动`;
    const lines = [full.project.name, ...whenAndWhere(full), '请携带手机，到现场扫码签到。'];
    const page = pageOf(String(activityId));
    await forEach({ activityId, state: 'enrolled', remindedOf: { $ne: day } }, async (some) => {
      await Promise.all(
        some.map(async ({ learnerId }) => {
          const key = `enrolment-reminder-${activityId}-${learnerId}-${day}`;
          await services.notifications.tell(String(learnerId), { key, kind: 'course', title, lines, page });
        }),
      );
      await Enrolment.updateMany({ _id: { $in: some.map(({ _id }) => _id) } }, { $set: { remindedOf: day } });
    });
  }

  return {
    async promoted({ _id, order, learnerId }, full, session) {
      const key = `enrolment-placed-${_id}-${order}`;
      const lines = [full.project.name, ...whenAndWhere(full), '如不能参加，请取消报名，把名额留给他人。'];
      const message = { key, kind: 'activity' as const, title: '候补成功，已为您报名', lines };
      const page = pageOf(String(full.activity._id));
      await services.notifications.tell(String(learnerId), { ...message, page }, session);
    },
    async tellChanged(activityId, changeId, lines) {
      const { project } = await services.activities.get(activityId);
      await forEach({ activityId, state: { $in: ['enrolled', 'waiting'] } }, async (some) => {
        await Promise.all(
          some.map(async ({ learnerId }) => {
            const key = `activity-change-${changeId}-${learnerId}`;
            await services.notifications.tell(String(learnerId), {
              key,
              kind: 'activity',
              title: '您报名的活动有变更',
              lines: [project.name, ...lines],
              page: pageOf(activityId),
            });
          }),
        );
      });
    },
    async sweep() {
      const now = clock.now();
      const tomorrow = startOfDay(dayOf(now)) + DAY;
      const until = now - startOfDay(dayOf(now)) >= REMINDED_FROM ? tomorrow + DAY : tomorrow;
      for (const full of await services.activities.beginningWithin(now, until)) {
        if (firstOf(full).from > now) {
          await remind(full);
        }
      }
    },
  };
}
