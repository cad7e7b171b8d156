import { DelayedError, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from './log';

/** A queue of jobs with one handler; runs on every process, each job on one of them. */
export interface Jobs<T> {
  /** Adds a job: a second one with the key of one that waits is the same job. */
  add(key: string, data: T): Promise<void>;
  /**
   * Adds many in one go. Patient ones make way for all others: a whole province's would hold them up for minutes.
   */
  addMany(jobs: { key: string; data: T }[], isPatient?: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** So often a job is tried: with two seconds before the second try, over 17 minutes. */
export const ATTEMPTS = 10;

/**
 * Opens a queue and starts working it. `connect` makes connections that wait for Redis instead of failing.
 * A job that still fails after its tries is gone: what it was for says so in the store, and may be added again. The time between
 * tries doubles from `firstDelayMs`.
 * @param work Where it answers a number, the job is wanted again after so many milliseconds; that counts for no try.
 */
export function createJobs<T>(
  name: string,
  connect: () => Redis,
  log: Log,
  work: (data: T) => Promise<unknown>,
  firstDelayMs = 2_000,
): Jobs<T> {
  const connections = [connect(), connect()] as const;
  const queue = new Queue(name, { connection: connections[0], prefix: '{jjt}' });
  const worker = new Worker(
    name,
    async (job, token) => {
      const again = await work(job.data as T);
      if (typeof again === 'number') {
        await job.moveToDelayed(Date.now() + again, token);
        throw new DelayedError();
      }
    },
    { connection: connections[1], prefix: '{jjt}', concurrency: 5 },
  );
  queue.on('error', (err) => log.warn({ err }, 'queue'));
  worker.on('error', (err) => log.warn({ err }, 'worker'));
  worker.on('failed', (job, err) => log.warn({ err, job: job?.id, tries: job?.attemptsMade }, 'job failed'));
  const optionsOf = (key: string) => ({
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: firstDelayMs },
    jobId: key,
    // Its key is free again, for what is wanted once more; and a province's failures do not stay in Redis for ever.
    removeOnComplete: true,
    removeOnFail: true,
    stackTraceLimit: 1,
  });
  return {
    async add(key, data) {
      await queue.add(name, data as object, optionsOf(key));
    },
    async addMany(jobs, isPatient = false) {
      // Without a priority comes before any.
      const priority = isPatient ? { priority: 1 } : {};
      await queue.addBulk(
        jobs.map(({ key, data }) => ({
          name,
          data: data as object,
          opts: { ...optionsOf(key), ...priority },
        })),
      );
    },
    async stop() {
      await worker.close();
      await queue.close();
      for (const connection of connections) {
        connection.disconnect();
      }
    },
  };
}
