import { isReminderTime } from '@common/rules/executionReport';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { isOpenAt, type MissingOf, type MissingTask } from './missing';
import { type TaskWatchDoc, taskWatchModel } from './model';
import { LAST_ROUND, type Reminding } from './reminding';

export interface Sweeping {
  /** Reminds once after an activity has ended, and once more before a task's end; in the day only. */
  sweep(): Promise<void>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So long before its end a task is reminded of again. */
const LAST_CALL = 2 * DAY;
/** A shorter task is reminded of once: its second call would follow on the first. */
const LEAST_FOR_TWO = 3 * DAY;
/** A paper may be published, prolonged or closed meanwhile. */
const LOOK_AGAIN = 6 * HOUR;
/** One that cannot be looked at stands back, so that those behind it have their turn. */
const AFTER_FAILURE = HOUR;
/** In one sweep, so that one process never holds the others up. */
const AT_ONCE = 50;

export function createSweeping(
  { mongo, clock, log }: Platform,
  services: Services,
  missingOf: MissingOf,
  { remindOf }: Reminding,
): Sweeping {
  const Watch = taskWatchModel(mongo);

  /** Notices what has ended within the last day; each activity once, however many processes there are. */
  async function watchEnded(now: number): Promise<void> {
    const ids = await services.activities.endedBetween(now - DAY, now);
    const known = await Watch.find({ _id: { $in: ids }, isWatched: true }, { _id: 1 }).lean();
    const seen = new Set(known.map(({ _id }) => String(_id)));
    for (const id of ids.filter((each) => !seen.has(each))) {
      await Watch.updateOne(
        { _id: new Types.ObjectId(id), isWatched: { $ne: true } },
        { $set: { isWatched: true, dueAt: new Date(now) } },
        { upsert: true },
      ).catch((error: unknown) => {
        // Another process was quicker.
        if (!isDuplicate(error)) {
          throw error;
        }
      });
    }
  }

  async function look(full: FullActivity, { _id, rounds }: TaskWatchDoc, now: number): Promise<void> {
    const { tasks } = await missingOf(full);
    const done: string[] = [];
    for (const task of tasks) {
      const round = roundAt(task, now);
      const mark = `${task.kind}-${round}`;
      if (round && !rounds.includes(mark)) {
        await remindOf(full, task, round);
        done.push(mark);
      }
    }
    // Marked after it was done: a crash in between reminds nobody twice, since each has a key.
    await Watch.updateOne({ _id }, { $addToSet: { rounds: { $each: done } }, ...dueAfter(tasks, now) });
  }

  return {
    async sweep() {
      const now = clock.now();
      if (!isReminderTime(now)) {
        return;
      }
      await watchEnded(now);
      const due = await Watch.find({ dueAt: { $lte: new Date(now) } })
        .sort({ dueAt: 1 })
        .limit(AT_ONCE)
        .lean();
      const fulls = await services.activities.many(due.map(({ _id }) => String(_id)));
      for (const watch of due) {
        const full = fulls.get(String(watch._id));
        // One that fails must not keep the others from being reminded.
        await (full ? look(full, watch, now) : Watch.deleteOne({ _id: watch._id })).catch(async (err) => {
          log.warn({ err, activity: String(watch._id) }, 'task reminders');
          await Watch.updateOne({ _id: watch._id }, { $set: { dueAt: new Date(now + AFTER_FAILURE) } });
        });
      }
    },
  };
}

/** The first call, or the last one shortly before the end; null while a task cannot be done. */
function roundAt(task: MissingTask, now: number): '1' | typeof LAST_ROUND | null {
  if (!isOpenAt(task, now)) {
    return null;
  }
  const { from, to } = task.hours;
  return to - from >= LEAST_FOR_TWO && to - now <= LAST_CALL ? LAST_ROUND : '1';
}

/** When to look again; never more after the last task's end. */
function dueAfter(tasks: readonly MissingTask[], now: number) {
  const coming = tasks.flatMap(({ hours }) => (hours && now <= hours.to ? [hours] : []));
  if (coming.length === 0) {
    return { $unset: { dueAt: 1 as const } };
  }
  const times = coming.flatMap(({ from, to }) => [from, to - LAST_CALL]).filter((at) => at > now);
  return { $set: { dueAt: new Date(Math.min(now + LOOK_AGAIN, ...times)) } };
}
