import type { AddressInfo } from 'node:net';
import { createApp } from './app';
import { createServices, type Services } from './areas/services';
import { listen } from './http/listen';
import type { Platform } from './platform';
import type { Config } from './platform/config';
import { createPlatform } from './platform/create';
import { createJobs } from './platform/jobs';
import { ensureIndexes } from './platform/mongo';
import { connectRedis } from './platform/redis';

export interface RunningServer {
  url: string;
  platform: Platform;
  services: Services;
  /** Stops listening, lets running requests finish, closes the stores. */
  stop(): Promise<void>;
}

const SWEEP_MS = 60_000;
const DRAIN_MS = 10_000;

/** Connects, listens and works the queues. */
export async function startServer(config: Config, replace: Partial<Platform> = {}): Promise<RunningServer> {
  const platform = await createPlatform(config, replace);
  const services = createServices(platform);
  await ensureIndexes(platform.mongo);
  await platform.files.ensureIndexes();
  await services.catalogue.completeOld();
  await services.crediting.completeOld();
  await services.credits.completeOldEntries();
  const jobs = createJobs<{ key: string }>(
    'notifications',
    () => connectRedis(config.REDIS_URL, platform.log, true),
    platform.log,
    async ({ key }) => services.notifications.deliver(key),
  );
  services.notifications.attach(
    (key) => jobs.add(key, { key }),
    (keys, isPatient) =>
      jobs.addMany(
        keys.map((key) => ({ key, data: { key } })),
        isPatient,
      ),
  );
  const officeJobs = createJobs<{ key: string }>(
    'office-messages',
    () => connectRedis(config.REDIS_URL, platform.log, true),
    platform.log,
    async ({ key }) => services.officeMessages.deliver(key),
  );
  services.officeMessages.attach((key) => officeJobs.add(key, { key }));
  const sweeper = setInterval(() => {
    for (const sweep of [
      services.notifications.sweep,
      services.learners.sweepPhotos,
      services.documents.sweep,
      services.reports.sweep,
      services.enrolments.sweep,
      services.papers.sweep,
      services.checkIns.sweepHeld,
      services.exams.sweep,
      services.tasks.sweep,
      services.analyses.sweep,
      services.crediting.sweep,
      services.exports.sweep,
      services.notices.sweep,
      services.messageLog.sweep,
      services.officeMessages.sweep,
    ]) {
      sweep().catch((err) => platform.log.warn({ err }, 'sweep'));
    }
  }, SWEEP_MS);

  const { app, stop: stopStreams } = createApp(platform, services);
  const server = await listen(app.callback(), config.PORT, config.HOST);
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${config.HOST}:${port}`,
    platform,
    services,
    async stop() {
      clearInterval(sweeper);
      const streamsStopped = stopStreams();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const drain = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(drain);
      await streamsStopped;
      await services.crediting.settled();
      await services.exports.settled();
      await services.notices.settled();
      await services.messageLog.settled();
      await Promise.all([jobs.stop(), officeJobs.stop()]);
      platform.redis.disconnect();
      await platform.mongo.close();
    },
  };
}
