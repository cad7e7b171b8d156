/** What the benchmarks of searches share: a server on throw-away stores beside a bare Koa, and people who ask one after another. */
import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { Types } from 'mongoose';
import { readConfig } from '../server/platform/config';
import { type RunningServer, startServer } from '../server/server';
import { serverEnv, throwAwayStores } from './bed';
import { at, figures, line, load, type Measured, round } from './load';
import { option, report } from './options';

export interface Searches {
  /** Requests for each search, where `--searches` does not say. */
  searches: number;
  /** As many as one person may send in a minute; the next ones are another's. */
  each: number;
  /** Puts the data in; what is told of it. */
  fill(server: RunningServer): Promise<string>;
  /** Name and path of each search. */
  cases: readonly (readonly [string, string])[];
  /** Looks at a search before it is measured. */
  inspect?(server: RunningServer, name: string, ask: () => Promise<void>): Promise<void>;
}

/**
 * Fills a server, then measures the floor, a bare Koa that answers a constant, and each search; the report has the ratios of the
 * medians and 99th percentiles. The milliseconds are this machine's and say little of another.
 *
 * Options: --json, --searches, --width (1).
 */
export async function benchSearches(given: Searches): Promise<void> {
  const searches = option('searches', given.searches);
  const width = option('width', 1);
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const stores = await throwAwayStores();
  const server = await startServer(readConfig(serverEnv(stores, 0)));
  const floor = await startFloor();
  /** Another person for every so many requests. */
  const run = async (url: string): Promise<Measured> => {
    const tokens: string[] = [];
    for (let n = 0; n < searches; n += given.each) {
      const identityId = String(new Types.ObjectId());
      tokens.push((await server.services.accounts.sessions.open({ identityId })).token);
    }
    return load(searches, width, async (index) => ask(agent, url, tokens[Math.floor(index / given.each)]));
  };
  try {
    console.error(await given.fill(server));
    await run(floor.url);
    const bare = await run(floor.url);
    console.error(line('底线：裸 Koa', bare));
    const found: Record<string, object> = {};
    for (const [name, path] of given.cases) {
      const url = server.url + path;
      await given.inspect?.(server, name, async () => ask(agent, url));
      const measured = await run(url);
      const ratio = (share: number) => round(at(measured, share) / at(bare, share));
      found[name] = { p50Ratio: ratio(0.5), p99Ratio: ratio(0.99), ...figures(measured) };
      console.error(line(name, measured));
    }
    report({ searches, width, floor: figures(bare), found });
  } finally {
    agent.destroy();
    floor.stop();
    await server.stop();
    await stores.stop();
  }
}

async function startFloor(): Promise<{ url: string; stop(): void }> {
  const app = new Koa().use((ctx) => {
    ctx.body = { items: [] };
  });
  const server = createServer(app.callback()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => server.close() };
}

/** @throws Error for anything but an answer: a refusal by the rate limit would be a fast one. */
function ask(agent: Agent, url: string, token?: string): Promise<void> {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${answer.statusCode}`)),
      );
    }).on('error', reject);
  });
}
