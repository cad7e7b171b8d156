import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { bodyParser } from '@koa/bodyparser';
import Koa, { type Middleware } from 'koa';
import { listen } from '../http/listen';
import { createAccountRoutes } from './accountRoutes';
import { createAuthorizeRoutes } from './authorizeRoutes';
import { createContactRoutes } from './contactRoutes';
import { createControlRoutes } from './controlRoutes';
import { createFaceRoutes } from './faceRoutes';
import type { InboxItem } from './inboxes';
import { createMenuRoutes } from './menuRoutes';
import { createMessageRoutes } from './messageRoutes';
import type { Persona } from './personas';
import { createQrRoutes } from './qrRoutes';
import { createWorld, type SimulatorOptions } from './world';

export interface Simulator {
  /** `http://127.0.0.1:PORT`: the api and open address for `createWechat`, `URL/sms` the text-message gateway. */
  url: string;
  personas: readonly Persona[];
  setAppUrl(url: string): void;
  /** What reached a person so far. */
  inbox(personaId: string): InboxItem[];
  /** How often one of WeChat's paths was called. */
  calls(path: string): number;
  /** Resolves when everything that it told our server by itself was answered. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const WECHAT_PATHS = /^\/(?:cgi-bin|sns|wxa|cityservice|sms)(?:\/|$)/;
const FILES: ReadonlyMap<string, string> = new Map([
  ['/', 'index.html'],
  ...[
    'chat.css',
    'panels.css',
    'personas.css',
    'chat.js',
    'extras.js',
    'items.js',
    'parts.js',
    'troubles.js',
  ].map((name): [string, string] => [`/chat/${name}`, name]),
]);

const files: Middleware = async (ctx, next) => {
  if (ctx.path === '/favicon.ico') {
    ctx.status = 204;
    return;
  }
  const file = ctx.method === 'GET' ? FILES.get(ctx.path) : undefined;
  if (!file) {
    return next();
  }
  ctx.type = file.slice(file.lastIndexOf('.'));
  ctx.body = await readFile(join(__dirname, 'chat', file), 'utf8');
};

/**
 * WeChat's servers for a machine that has none, on loopback only.
 * @throws Error in production: whoever reaches it can be anybody.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error('微信模拟器不能在生产环境启动');
  }
  const world = createWorld(options);
  const app = new Koa();
  app.on('error', (err) => options.log.warn({ err }, 'simulator'));
  app.use(bodyParser({ enableTypes: ['json'], onError: () => undefined }));
  app.use((ctx, next) => (WECHAT_PATHS.test(ctx.path) ? world.faults.middleware(ctx, next) : next()));
  for (const create of [
    createAccountRoutes,
    createMessageRoutes,
    createMenuRoutes,
    createQrRoutes,
    createAuthorizeRoutes,
    createControlRoutes,
    createContactRoutes,
    createFaceRoutes,
  ]) {
    app.use(create(world).routes());
  }
  app.use(files);

  const settled = async () => {
    while (world.underway.size > 0) {
      await Promise.allSettled(world.underway);
    }
  };
  const server = await listen(app.callback(), options.port, '127.0.0.1');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  options.log.info({ url }, 'simulated WeChat');
  return {
    url,
    personas: world.personas.named,
    setAppUrl: (appUrl) => {
      world.appUrl = appUrl;
    },
    inbox: (personaId) => world.inboxes.of(personaId),
    calls: world.faults.calls,
    settled,
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await settled();
    },
  };
}
