import { createServer, type RequestListener, type Server } from 'node:http';

/**
 * Longer than the minute that reverse proxies and clients keep an idle connection: the side that hangs up first may do so while
 * the other's next request is under way, which then fails without having been answered.
 */
const IDLE_MS = 75_000;

/** Serves; `port` 0 takes a free one. Rejects when the port is taken. */
export async function listen(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ keepAliveTimeout: IDLE_MS }, handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
