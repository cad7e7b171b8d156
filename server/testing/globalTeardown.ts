import './globalSetup';
import { dropRunDatabases } from './run';

/** Stops the stores that the set-up started; on stores that live on it only clears away what this run left. */
export default async function globalTeardown(): Promise<void> {
  const run = await globalThis.jijiaotongTestRun;
  globalThis.jijiaotongTestRun = undefined;
  if (!run) {
    return;
  }
  await run.lease.release();
  if (run.stores) {
    await run.stores.stop();
  } else {
    await dropRunDatabases(run.mongoUri, run.id);
  }
}
