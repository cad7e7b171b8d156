import { officeWait } from '@common/rules/officeTime';
import { dayOf } from '@common/rules/shanghaiTime';
import type { Permission } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { insertNew } from '../../platform/mongo';
import type { Services } from '../services';
import { type OfficeMessageState, officeMessageModel } from './model';

export interface OfficeMessage {
  unitId: string;
  /** Whose business it is. */
  permission: Permission;
  /** The event: it is told once. */
  key: string;
  /** What happened and where to look, without personal data; the sender's name comes before it. */
  text: string;
}

export interface OfficeMessagesService {
  /**
   * Tells those of a unit who hold a permission; nobody where there is no SMS gateway. What happened stands, whether or not
   * anybody can be told: never throws.
   */
  tellUnit(message: OfficeMessage): Promise<void>;
  /**
   * Sends one; answers in how many milliseconds it is wanted again at night, else nothing.
   * @throws Error where it should be tried again.
   */
  deliver(key: string): Promise<number | undefined>;
  /** Puts what was left waiting (a crash, an SMS gateway that was down for long) on the queue again, and removes what is old. */
  sweep(): Promise<void>;
  /** Connects the queue that calls `deliver`. */
  attach(add: (key: string) => Promise<void>): void;
}

const SWEEP_AFTER_MS = 10 * 60_000;
/** What could not be sent for so long is no news any more: the console shows it. */
const WAITS_AT_MOST_MS = 14 * 86_400_000;
const KEPT_MS = 180 * 86_400_000;
/** All, so that the index serves. */
const STATES: OfficeMessageState[] = ['waiting', 'sent', 'capped'];
/** Longer than the gateway may take: a process that died in between leaves it to another. */
const TAKEN_MS = 60_000;
/** To one administrator a day. */
const MOST_A_DAY = 5;
const DAY_SECONDS = 86_400;

/** Messages to administrators: first written to the store, then sent as SMS by a job. */
export function createOfficeMessagesService(platform: Platform, services: Services): OfficeMessagesService {
  const { mongo, redis, clock, log, config } = platform;
  const OfficeMessage = officeMessageModel(mongo);
  let enqueue: (key: string) => Promise<void> = async () => undefined;

  /** One of the day's messages to him is used up; false when there is none left. `giveBack` where it did not go out. */
  async function take(administratorId: Types.ObjectId) {
    const key = `office-messages:${administratorId}:${dayOf(clock.now())}`;
    const [[, taken] = []] = (await redis.multi().incr(key).expire(key, DAY_SECONDS).exec()) ?? [];
    const giveBack = async () => redis.decr(key);
    const isLeft = Number(taken) <= MOST_A_DAY;
    if (!isLeft) {
      await giveBack();
    }
    return { isLeft, giveBack };
  }

  return {
    async tellUnit({ unitId, permission, key, text }) {
      if (!config.SMS_GATEWAY_URL) {
        return;
      }
      try {
        const told = await services.administrators.holding('unit', unitId, permission);
        const rows = told.map((administratorId) => ({
          _id: new Types.ObjectId(),
          key: `${key}-${administratorId}`,
          administratorId: new Types.ObjectId(administratorId),
          text: `【继教通】${text}`,
          state: 'waiting' as const,
          createdAt: new Date(clock.now()),
          takenUntil: new Date(clock.now()),
        }));
        await insertNew(OfficeMessage, rows);
        await Promise.all(rows.map(async (row) => enqueue(row.key)));
      } catch (err) {
        log.error({ err, event: key }, 'office message');
      }
    },
    async deliver(key) {
      const now = clock.now();
      const wait = officeWait(now);
      if (wait > 0) {
        return wait;
      }
      // Whoever writes the time first sends it.
      const row = await OfficeMessage.findOneAndUpdate(
        {
          key,
          state: 'waiting',
          takenUntil: { $lte: new Date(now) },
          createdAt: { $gt: new Date(now - WAITS_AT_MOST_MS) },
        },
        { $set: { takenUntil: new Date(now + TAKEN_MS) } },
      ).lean();
      if (!row) {
        return undefined;
      }
      const { isLeft, giveBack } = await take(row.administratorId);
      if (isLeft) {
        try {
          await services.administrators.text(String(row.administratorId), row.text);
        } catch (error) {
          await giveBack();
          await OfficeMessage.updateOne({ _id: row._id }, { $set: { takenUntil: new Date(now) } });
          throw error;
        }
      }
      const set = isLeft ? { state: 'sent', sentAt: new Date(clock.now()) } : { state: 'capped' };
      await OfficeMessage.updateOne({ _id: row._id }, { $set: set });
      return undefined;
    },
    async sweep() {
      if (officeWait(clock.now()) > 0) {
        return;
      }
      const ago = (ms: number) => new Date(clock.now() - ms);
      const between = { $gt: ago(WAITS_AT_MOST_MS), $lt: ago(SWEEP_AFTER_MS) };
      const rows = await OfficeMessage.find({ state: 'waiting', createdAt: between })
        .sort({ createdAt: 1 })
        .limit(200)
        .lean();
      await OfficeMessage.deleteMany({ state: { $in: STATES }, createdAt: { $lt: ago(KEPT_MS) } });
      await Promise.all(rows.map(async ({ key }) => enqueue(key)));
    },
    attach(add) {
      enqueue = add;
    },
  };
}
