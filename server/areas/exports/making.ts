import { Types } from 'mongoose';
import { AppError } from '../../http/errors';
import type { Platform } from '../../platform';
import { streamWorkbook } from '../../sheets/streamWorkbook';
import type { Services } from '../services';
import { type ExportDoc, exportModel } from './model';
import { tableOf } from './tables';

/** The worker of this process: makes one file after another, each in at most so many tries by whichever process. */
export interface Making {
  /** There is something to do. Resolves when nothing is left that this process could do now. */
  wake(): Promise<void>;
  /** Gives up what its workers died of again and again. */
  giveUp(): Promise<void>;
  /** Puts what is being made back for others, and takes on no more. */
  stop(): Promise<void>;
}

const SILENT_MS = 60_000;
/** Before the first rows a long look-up may take longer than that. */
export const BEAT_MS = 15_000;
const MOST_TRIES = 3;
const KEPT_MS = 24 * 3_600_000;
const BROKEN_OFF = '文件多次未能生成，请稍后重新导出；数据很多时可以缩小范围分次导出';

/** What ends the work without a failure: it was cancelled, another process has taken it over, or this one is being stopped. */
class Ended extends Error {}

export function createMaking({ mongo, clock, files, log }: Platform, services: Services): Making {
  const Export = exportModel(mongo);
  let isStopping = false;
  let last: Promise<void> = Promise.resolve();

  const silentSince = () => new Date(clock.now() - SILENT_MS);
  /** `tries` tells a worker from the one that took over from it. */
  const held = ({ _id, tries }: ExportDoc) => ({ _id, tries, state: 'running' as const });

  async function claimWhere(where: object): Promise<ExportDoc | null> {
    const fileId = new Types.ObjectId();
    const before = await Export.findOneAndUpdate(
      { ...where, tries: { $lt: MOST_TRIES } },
      {
        $set: { state: 'running', touchedAt: new Date(clock.now()), rows: 0, total: null, fileId },
        $inc: { tries: 1 },
      },
      { sort: { touchedAt: 1 } },
    ).lean();
    if (before?.fileId) {
      await files.remove(String(before.fileId));
    }
    return before && { ...before, state: 'running', tries: before.tries + 1, fileId };
  }
  const claim = async () =>
    (await claimWhere({ state: 'waiting' })) ??
    claimWhere({ state: 'running', touchedAt: { $lte: silentSince() } });

  /** @throws Ended where it is no longer this worker's. */
  async function touch(job: ExportDoc, set: Partial<ExportDoc>): Promise<void> {
    const touchedAt = new Date(clock.now());
    const { matchedCount } = await Export.updateOne(held(job), { $set: { ...set, touchedAt } });
    if (matchedCount === 0 || isStopping) {
      throw new Ended();
    }
  }

  async function write(job: ExportDoc, fileId: Types.ObjectId): Promise<void> {
    const scope = await services.statistics.scopeOf({ kind: job.ownerKind, id: String(job.ownerId) });
    const table = await tableOf(services, scope, job.order);
    await touch(job, { total: table.total });
    let rows = 0;
    async function* followed() {
      for await (const piece of table.pieces) {
        yield piece;
        rows += piece.length;
        await touch(job, { rows });
      }
    }
    const book = streamWorkbook({ name: table.name, columns: table.columns, pieces: followed() });
    await files.put(job.name, book, { kind: 'export' }, fileId);
    const bytes = (await files.size(String(fileId))) ?? 0;
    const expiresAt = new Date(clock.now() + KEPT_MS);
    const { matchedCount } = await Export.updateOne(held(job), {
      $set: { state: 'done', rows, total: rows, bytes, expiresAt },
      $unset: { running: true },
    });
    if (matchedCount === 0) {
      throw new Ended();
    }
  }

  async function fail(job: Pick<ExportDoc, '_id' | 'tries'>, message: string): Promise<void> {
    await Export.updateOne(
      { _id: job._id, tries: job.tries, state: 'running' },
      {
        $set: { state: 'failed', message, expiresAt: new Date(clock.now() + KEPT_MS) },
        $unset: { running: true, fileId: true },
      },
    );
  }

  async function make(job: ExportDoc): Promise<void> {
    const fileId = job.fileId ?? new Types.ObjectId();
    // What is wrong with the job is told by the next rows.
    const beat = setInterval(() => void touch(job, {}).catch(() => undefined), BEAT_MS);
    try {
      await write(job, fileId);
    } catch (error) {
      await files.remove(String(fileId));
      if (error instanceof Ended) {
        // Not a try of its own: it is begun again at once, here or elsewhere.
        await Export.updateOne(held(job), { $set: { state: 'waiting' }, $inc: { tries: -1 } });
      } else if (error instanceof AppError) {
        await fail(job, error.message);
      } else {
        // The next sweep after it has been silent for a while tries it again.
        log.error({ err: error, exportId: String(job._id) }, 'export');
      }
    } finally {
      clearInterval(beat);
    }
  }

  async function workOff(): Promise<void> {
    while (!isStopping) {
      const job = await claim();
      if (!job) {
        return;
      }
      await make(job);
    }
  }

  return {
    wake() {
      const done = last.then(workOff);
      last = done.catch((err: unknown) => log.error({ err }, 'exports'));
      return done;
    },
    async giveUp() {
      const lost = await Export.find({
        state: 'running',
        touchedAt: { $lte: silentSince() },
        tries: { $gte: MOST_TRIES },
      }).lean();
      for (const job of lost) {
        // First the file: after a crash its job still leads to it.
        await files.remove(String(job.fileId));
        await fail(job, BROKEN_OFF);
      }
    },
    async stop() {
      isStopping = true;
      await last;
    },
  };
}
