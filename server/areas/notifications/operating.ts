import type { ParsedInputOf, RawOutputOf } from '@common/contract/endpoint';
import type { messages } from '@common/contract/messages';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import {
  codesOf,
  MESSAGE_CHANNELS,
  MESSAGE_STATES,
  type MessageChannel,
  type MessageState,
} from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { pageOf } from '../../platform/mongo';
import type { Services } from '../services';
import { notificationModel } from './model';
import { presentDelivery } from './presenter';

/** 消息投递: for those who run the system. */
export interface Operating {
  /** The latest first. */
  deliveries(
    input: ParsedInputOf<typeof messages.listDeliveries>,
  ): Promise<RawOutputOf<typeof messages.listDeliveries>>;
  /** Of the last days, today among them. */
  figures(days: number): Promise<RawOutputOf<typeof messages.deliveryFigures>>;
  /** Has messages sent again that failed: these, or up to 5,000 of all. Answers how many. */
  retry(ids?: string[]): Promise<number>;
}

const DAY = 24 * 3_600_000;
const PIECE = 500;
const RETRIED_AT_ONCE = 5_000;
const SENT: ReadonlySet<MessageState> = new Set(['sent', 'delivered']);

export function createOperating(
  { mongo, clock }: Platform,
  services: Services,
  enqueue: (key: string) => Promise<void>,
): Operating {
  const Notification = notificationModel(mongo);

  async function retryPiece(ids: Types.ObjectId[] | null): Promise<number> {
    const failed = { state: 'failed' as const, ...(ids && { _id: { $in: ids } }) };
    const found = await Notification.find(failed, { key: 1 }).sort({ createdAt: 1 }).limit(PIECE).lean();
    const { modifiedCount } = await Notification.updateMany(
      { _id: { $in: found.map(({ _id }) => _id) }, state: 'failed' },
      {
        $set: { state: 'waiting', tries: 0, retriedAt: new Date(clock.now()) },
        $unset: { problem: 1, notBefore: 1, sentBy: 1, messageId: 1 },
        $inc: { rounds: 1 },
      },
    );
    await Promise.all(found.map(async ({ key }) => enqueue(key)));
    return modifiedCount;
  }

  return {
    async deliveries({ state, kind, from, to, page, pageSize }) {
      const createdAt = {
        ...(from && { $gte: new Date(startOfDay(from)) }),
        ...(to && { $lt: new Date(startOfDay(to) + DAY) }),
      };
      const filter = { ...(state && { state }), ...(kind && { kind }), ...((from || to) && { createdAt }) };
      const { rows, total } = await pageOf(
        Notification,
        filter,
        { createdAt: -1, _id: -1 },
        { page, pageSize },
      );
      const people = await services.learners.briefs(rows.map(({ learnerId }) => String(learnerId)));
      const units = await services.regionsUnits.units(
        [...people.values()].flatMap(({ unitId }) => (unitId ? [String(unitId)] : [])),
      );
      const now = clock.now();
      const items = rows.map((row) => {
        const person = people.get(String(row.learnerId));
        const unitName = units.get(String(person?.unitId))?.name ?? '';
        return presentDelivery(row, { name: person?.name ?? '', unitName }, now);
      });
      return { items, total, page, pageSize };
    },
    async figures(days) {
      const today = startOfDay(dayOf(clock.now()));
      const first = today - (days - 1) * DAY;
      const day = { $dateToString: { date: '$createdAt', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } };
      const groups = await Notification.aggregate<{
        _id: { state: MessageState; sentBy?: MessageChannel[]; day: string };
        count: number;
      }>([
        { $match: { createdAt: { $gte: new Date(first) } } },
        { $group: { _id: { state: '$state', sentBy: '$sentBy', day }, count: { $sum: 1 } } },
      ]);
      const count = (holds: (group: (typeof groups)[number]['_id']) => boolean) =>
        groups.reduce((sum, group) => sum + (holds(group._id) ? group.count : 0), 0);
      return {
        byState: codesOf(MESSAGE_STATES).map((state) => ({
          state,
          count: count((group) => group.state === state),
        })),
        byChannel: codesOf(MESSAGE_CHANNELS).map((channel) => ({
          channel,
          count: count((group) => group.sentBy?.includes(channel) ?? false),
        })),
        byDay: Array.from({ length: days }, (_, at) => dayOf(first + at * DAY)).map((one) => ({
          day: one,
          sent: count((group) => group.day === one && SENT.has(group.state)),
          failed: count((group) => group.day === one && group.state === 'failed'),
          unreachable: count((group) => group.day === one && group.state === 'unreachable'),
        })),
      };
    },
    async retry(ids) {
      const wanted = ids?.map((id) => new Types.ObjectId(id)) ?? null;
      let retried = 0;
      for (;;) {
        const piece = await retryPiece(wanted);
        retried += piece;
        if (piece < PIECE || retried >= RETRIED_AT_ONCE) {
          return retried;
        }
      }
    },
  };
}
