import type { Redis } from 'ioredis';
import { startTestServer, type TestServer } from '../../testing/harness';
import { createHub, type Hub } from './hub';

let server: TestServer;
let hub: Hub;
let subscriber: Redis;
beforeAll(async () => {
  server = await startTestServer();
  const { redis, log } = server.platform;
  const duplicate = jest.spyOn(redis, 'duplicate');
  hub = createHub(redis, log);
  subscriber = duplicate.mock.results[0]?.value;
  duplicate.mockRestore();
});
afterAll(async () => {
  hub.stop();
  await server.stop();
});

/** Calls counted; `next` waits for one more. */
function listener() {
  let calls = 0;
  let wake: () => void = () => undefined;
  return {
    listen: () => {
      calls += 1;
      wake();
    },
    async next(): Promise<void> {
      const before = calls;
      while (calls === before) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

test('after Redis was away a listener looks for what it missed and hears again', async () => {
  const { listen, next } = listener();
  hub.on('hub.test', listen);
  const hears = async () => {
    const heard = next();
    // Subscribed a moment after the connection is there.
    while ((await server.platform.redis.publish('hub.test', '')) === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await heard;
  };
  await hears();
  const missed = next();
  subscriber.disconnect(true);
  await missed;
  await hears();
});
