import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { openTestRedis } from '../../testing/simulatedWechat';
import { type AccessTokens, createAccessTokens } from './accessTokens';

let redis: Redis;
let fetches: boolean[];

beforeAll(() => {
  redis = openTestRedis();
});
afterAll(() => redis.disconnect());

/** `values` are what WeChat answers, one after the other; the last one again and again. */
function open(values: string[], expiresIn = 7200, redisOfOther?: (one: AccessTokens) => Redis) {
  fetches = [];
  const appId = `wx${randomBytes(8).toString('hex')}`;
  const options = {
    redis,
    appId,
    fetchTimeoutMs: 500,
    fetchToken: async (force: boolean) => {
      fetches.push(force);
      return { value: values[Math.min(fetches.length, values.length) - 1] ?? '', expiresIn };
    },
  };
  const one = createAccessTokens(options);
  const other = createAccessTokens({ ...options, redis: redisOfOther?.(one) ?? redis });
  return { appId, one, other };
}

it('does not fetch when another process has replaced the refused token', async () => {
  const { one, other } = open(['A', 'B']);
  expect(await one.get()).toBe('A');
  expect(await other.replace('A')).toBe('B');
  expect(await one.replace('A')).toBe('B');
  expect(fetches).toEqual([false, false]);
});

it('forces a new token only when WeChat gives the refused one again', async () => {
  const { one } = open(['A', 'A', 'B']);
  await one.get();
  expect(await one.replace('A')).toBe('B');
  expect(fetches).toEqual([false, false, true]);
});

it('does not force again and again', async () => {
  const { one } = open(['A']);
  await one.get();
  await expect(one.replace('A')).resolves.toBe('A');
  await expect(one.replace('A')).rejects.toMatchObject({ name: 'WechatError', errcode: 40001 });
  expect(fetches.filter(Boolean)).toHaveLength(1);
});

it('fetches once for many callers of two processes', async () => {
  const { one, other } = open(['A']);
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other).get()));
  expect(new Set(tokens)).toEqual(new Set(['A']));
  expect(fetches).toHaveLength(1);
});

it('looks again once it has the lock: another process may just have been done', async () => {
  // Takes the lock only after the other one has fetched, stored and let go.
  const late = (one: AccessTokens) =>
    new Proxy(redis, {
      get(target, name) {
        if (name === 'set') {
          return async (...args: [string, string, 'PX', number, 'NX']) => {
            await one.get();
            return target.set(...args);
          };
        }
        const value = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const { other } = open(['A', 'B'], 7200, late);
  expect(await other.get()).toBe('A');
  expect(fetches).toHaveLength(1);
});

it.each([
  [7200, 6900],
  [345, 172.5],
  [2, 1],
])('keeps a token that has %i s left for %d s', async (expiresIn, seconds) => {
  const { appId, one } = open(['A'], expiresIn);
  await one.get();
  const left = await redis.pttl(`wechat:{${appId}}:token`);
  expect(left / 1000).toBeLessThanOrEqual(seconds);
  expect(left / 1000).toBeGreaterThan(seconds - 1);
});

it('lets the next caller try when fetching failed', async () => {
  const { appId } = open([]);
  let calls = 0;
  const tokens = createAccessTokens({
    redis,
    appId,
    fetchTimeoutMs: 500,
    fetchToken: async () => {
      calls += 1;
      if (calls === 1) {
        throw new Error('down');
      }
      return { value: 'A', expiresIn: 7200 };
    },
  });
  await expect(tokens.get()).rejects.toThrow('down');
  expect(await tokens.get()).toBe('A');
});

it('goes on when the process that held the lock died', async () => {
  const { appId, one } = open(['A']);
  // 3 s is what the lock lasts with this bound of a fetch; here it has 120 ms left.
  await redis.set(`wechat:{${appId}}:token-lock`, 'dead', 'PX', 120);
  expect(await one.get()).toBe('A');
  expect(await redis.exists(`wechat:{${appId}}:token-lock`)).toBe(0);
});

it.each([
  ['before the lock', 0],
  ['while the lock is held', 1],
])('says that it is to be tried again when Redis goes away %s', async (_, answersBefore) => {
  const dying = openTestRedis();
  const { other } = open(['A'], 7200, () => dying);
  await dying.ping();
  if (answersBefore === 0) {
    dying.disconnect();
    await expect(other.get()).rejects.toMatchObject({
      name: 'WechatError',
      kind: 'noAnswer',
      retryable: true,
    });
    return;
  }
  const tokens = createAccessTokens({
    redis: dying,
    appId: `wx${randomBytes(8).toString('hex')}`,
    fetchTimeoutMs: 500,
    async fetchToken() {
      dying.disconnect();
      return { value: 'A', expiresIn: 7200 };
    },
  });
  // WeChat gave it: this caller has it, though nobody could keep it.
  expect(await tokens.get()).toBe('A');
  await expect(tokens.get()).rejects.toMatchObject({ kind: 'noAnswer', retryable: true });
});
