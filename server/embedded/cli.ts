import { startEmbedded } from './index';

/**
 * Starts a throw-away pair of stores and keeps it until Ctrl-C, so that test runs need not start their own:
 * `npx tsx server/embedded/cli.ts > /tmp/stores.env &`, then `source /tmp/stores.env`.
 */
async function main(): Promise<void> {
  const stores = await startEmbedded({
    dataDir: process.env.JIJIAOTONG_DATA || '.data',
    throwAway: true,
    // Standard output holds nothing but what a shell may source.
    report: (line) => process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`export JJT_TEST_MONGODB_URI='${stores.mongoUri}'\n`);
  process.stdout.write(`export JJT_TEST_REDIS_URL='${stores.redisUrl}'\n`);
  const stop = (): void => {
    stores.stop().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // Without work the process would end: what runs in the background does not hold it.
  setInterval(() => undefined, 60_000);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
