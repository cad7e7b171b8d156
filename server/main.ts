/** The server as it is run in production: configuration -> stores -> app -> listen -> graceful stop. */
import { ConfigError, readConfig } from './platform/config';
import { startServer } from './server';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const server = await startServer(config);
  server.platform.log.info({ url: server.url }, 'listening');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server.platform.log.info({ signal }, 'stopping');
      server.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  const text = error instanceof ConfigError ? error.message : String((error as Error)?.stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
