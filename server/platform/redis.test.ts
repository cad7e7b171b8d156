import { testStores } from '../testing/stores';
import { createLog } from './log';
import { connectRedis } from './redis';

const stores = testStores();
const lines: string[] = [];
const log = createLog('debug', { write: (line: string) => void lines.push(line) });
afterAll(async () => stores.close());

test('a command works and the connection is the one named', async () => {
  const redis = connectRedis(stores.redisUrl, log);
  await redis.set('k', 'v');
  expect(await redis.get('k')).toBe('v');
  redis.disconnect();
});

test('without Redis a command fails instead of waiting, and the trouble is logged', async () => {
  const redis = connectRedis('redis://127.0.0.1:1', log);
  await expect(redis.get('k')).rejects.toMatchObject({ name: 'MaxRetriesPerRequestError' });
  redis.disconnect();
  expect(lines.join('')).toContain('ECONNREFUSED');
});

test('a connection that was cut comes back by itself', async () => {
  const [redis, other] = [connectRedis(stores.redisUrl, log), connectRedis(stores.redisUrl, log)];
  await other.client('KILL', 'ID', await redis.client('ID'));
  await new Promise((resolve) => redis.once('ready', resolve));
  expect(await redis.ping()).toBe('PONG');
  redis.disconnect();
  other.disconnect();
});

test('for jobs a command waits as long as it takes', async () => {
  const redis = connectRedis('redis://127.0.0.1:1', log, true);
  const state = await Promise.race([
    redis.get('k').then(
      () => 'answered',
      () => 'failed',
    ),
    new Promise((resolve) => setTimeout(() => resolve('waiting'), 1_000)),
  ]);
  expect(state).toBe('waiting');
  redis.disconnect();
});
