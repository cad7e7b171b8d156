import { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Log } from './log';

/** A queue of jobs with one handler; runs on every process, each job on one of them. */
export interface Jobs<T> {
  /** Adds a job once: a second one with the same key is the same job, and tries again one that failed for good. */
  add(key: string, data: T): Promise<void>;
  stop(): Promise<void>;
}

const ATTEMPTS = 6;

/**
 * Opens a queue and starts working it. `connect` makes connections that wait for Redis instead of failing.
 * A job that still fails after its tries stays in the queue's failed set, for operators and for being added again. The time
 * between tries doubles from `firstDelayMs`.
 */
export function createJobs<T>(
  name: string,
  connect: () => Redis,
  log: Log,
  work: (data: T) => Promise<void>,
  firstDelayMs = 2_000,
): Jobs<T> {
  const connections = [connect(), connect()] as const;
  const queue = new Queue(name, { connection: connections[0], prefix: '{jjt}' });
  const worker = new Worker(name, async (job) => work(job.data as T), {
    connection: connections[1],
    prefix: '{jjt}',
    concurrency: 5,
  });
  queue.on('error', (err) => log.warn({ err }, 'queue'));
  worker.on('error', (err) => log.warn({ err }, 'worker'));
  worker.on('failed', (job, err) => log.warn({ err, job: job?.id, tries: job?.attemptsMade }, 'job failed'));
  return {
    async add(key, data) {
      const job = await queue.add(name, data as object, {
        attempts: ATTEMPTS,
        backoff: { type: 'exponential', delay: firstDelayMs },
        jobId: key,
        removeOnComplete: 1_000,
        removeOnFail: false,
      });
      if (await job.isFailed()) {
        // Another process may have done so a moment ago.
        await job.retry().catch((err) => log.info({ err, job: key }, 'job retried already'));
      }
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
