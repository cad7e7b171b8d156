import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { WechatError } from './wechatError';

/** One account's access_token, shared by all processes through Redis. */
export interface AccessTokens {
  get(): Promise<string>;
  /** A token other than `failing`, which WeChat has just refused. Fetches only if nobody has replaced it yet. */
  replace(failing: string): Promise<string>;
}

interface Options {
  redis: Redis;
  appId: string;
  /** `force` makes WeChat kill the old token (at most 20 a day). `expiresIn` is in seconds. */
  fetchToken(force: boolean): Promise<{ value: string; expiresIn: number }>;
  fetchTimeoutMs: number;
}

const POLL_MS = 50;
const FORCE_EVERY_MS = 5 * 60_000;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/** WeChat renews a stable token five minutes early: stop using ours before that, or half-way when less is left. */
const lifetimeMs = (expiresIn: number) => Math.max(1, Math.max(expiresIn - 300, expiresIn / 2)) * 1000;

/** What Redis answers. Where it is away, WeChat cannot be asked now: to be tried again, like any of WeChat's troubles. */
async function answered<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch {
    throw new WechatError('微信接口凭证暂时无法读取', null);
  }
}

/** Fetching is single-flight: within the process by one promise, across processes by a lock in Redis. */
export function createAccessTokens({ redis, appId, fetchToken, fetchTimeoutMs }: Options): AccessTokens {
  const key = `wechat:{${appId}}:token`;
  const lock = `wechat:{${appId}}:token-lock`;
  const lockMs = 2 * fetchTimeoutMs + 2000;
  const underway = new Map<string, Promise<string>>();

  async function stored(failing: string): Promise<string | null> {
    const token = await answered(redis.get(key));
    return token === failing ? null : token;
  }

  async function fetchNew(failing: string): Promise<string> {
    let token = await fetchToken(false);
    if (token.value === failing) {
      // Plain stable_token gives the same one while it believes it valid.
      const mark = redis.set(`wechat:{${appId}}:token-forced`, '1', 'PX', FORCE_EVERY_MS, 'NX');
      if (!(await answered(mark))) {
        throw new WechatError('微信接口凭证失效，且刚刚强制更新过', 40001);
      }
      token = await fetchToken(true);
    }
    // It is good even where it could not be kept.
    await redis.set(key, token.value, 'PX', Math.ceil(lifetimeMs(token.expiresIn))).catch(() => undefined);
    return token.value;
  }

  async function obtain(failing: string): Promise<string> {
    for (let waited = 0; waited <= lockMs; waited += POLL_MS) {
      const token = await stored(failing);
      if (token) {
        return token;
      }
      const owner = randomUUID();
      if (await answered(redis.set(lock, owner, 'PX', lockMs, 'NX'))) {
        try {
          return (await stored(failing)) ?? (await fetchNew(failing));
        } finally {
          // Where Redis is away the lock ends by itself.
          await redis.eval(RELEASE, 1, lock, owner).catch(() => undefined);
        }
      }
      await delay(POLL_MS);
    }
    throw new WechatError('等待其他进程获取微信接口凭证超时', null);
  }

  function singleFlight(failing: string): Promise<string> {
    const running = underway.get(failing);
    if (running) {
      return running;
    }
    const started = obtain(failing).finally(() => underway.delete(failing));
    underway.set(failing, started);
    return started;
  }

  return { get: () => singleFlight(''), replace: singleFlight };
}
