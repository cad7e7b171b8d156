import { dayOf, SHANGHAI_OFFSET_MS, startOfDay } from '@common/rules/shanghaiTime';
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock';
import { messageModel } from './model';

export interface DayFigures {
  /** In China. */
  day: string;
  received: number;
  late: number;
  failed: number;
}

export interface Figures {
  /** The last so many days, today's included, from the first; a day on which nothing came has zeros. */
  byDay(days: number): Promise<DayFigures[]>;
  /** What was asked for in these days, most first. */
  byCommand(days: number): Promise<{ command: string; count: number }[]>;
}

const DAY_MS = 86_400_000;

/** What the archive tells in numbers. */
export function createFigures(mongo: Connection, clock: Clock): Figures {
  const Message = messageModel(mongo);
  const startOf = (days: number) => startOfDay(dayOf(clock.now())) - (days - 1) * DAY_MS;
  const since = (days: number) => ({ $match: { at: { $gte: new Date(startOf(days)) } } });
  const countOf = (outcome: string) => ({ $sum: { $cond: [{ $eq: ['$outcome', outcome] }, 1, 0] } });

  return {
    async byDay(days) {
      const counted = await Message.aggregate<Omit<DayFigures, 'day'> & { _id: number }>([
        since(days),
        {
          $group: {
            // The number of the day in China since 1970.
            _id: { $floor: { $divide: [{ $add: [{ $toLong: '$at' }, SHANGHAI_OFFSET_MS] }, DAY_MS] } },
            received: { $sum: 1 },
            late: countOf('late'),
            failed: countOf('failed'),
          },
        },
      ]);
      const byNumber = new Map(counted.map(({ _id, ...figures }) => [Number(_id), figures]));
      return Array.from({ length: days }, (_, index) => {
        const at = startOf(days) + index * DAY_MS;
        const {
          received = 0,
          late = 0,
          failed = 0,
        } = byNumber.get(Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS)) ?? {};
        return { day: dayOf(at), received, late, failed };
      });
    },
    async byCommand(days) {
      const counted = await Message.aggregate<{ _id: string | null; count: number }>([
        since(days),
        { $group: { _id: '$command', count: { $sum: 1 } } },
      ]);
      return counted
        .map(({ _id, count }) => ({ command: _id ?? '', count }))
        .sort((a, b) => b.count - a.count || (a.command < b.command ? -1 : 1));
    },
  };
}
