import { join } from 'node:path';
import { cacheFolder } from '../folders';
import type { StartContext } from '../types';
import { startCluster } from './cluster';
import { startGateway } from './gateway';
import { installDocumentDb } from './install';

/** Installs (once), starts PostgreSQL + DocumentDB and opens the wire protocol in front of it. */
export async function startDocumentDb(
  context: StartContext,
): Promise<{ url: string; stop(): Promise<void> }> {
  const root = await installDocumentDb(join(cacheFolder(context), 'documentdb'), context.report);
  const cluster = await startCluster(root, context);
  try {
    const gateway = await startGateway({ postgresPort: cluster.port, password: cluster.password });
    return {
      // retryWrites=false: see transactionOf in commands.ts. directConnection: there is nothing to discover.
      url: `mongodb://127.0.0.1:${gateway.port}/jijiaotong?directConnection=true&retryWrites=false`,
      stop: async () => {
        await gateway.close();
        await cluster.stop();
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
