/** The outbox on the real queue, as `server.ts` puts the two together. */
import { ATTEMPTS, createJobs, type Jobs } from '../../platform/jobs';
import { connectRedis } from '../../platform/redis';
import { clearFaults, orderFault } from '../../testing/calls';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';
import { notificationModel } from './model';

const FIRST_DELAY_MS = 2;

let server: TestServer;
let fixtures: Fixtures;
let jobs: Jobs<{ key: string }>;
let [mark, failures] = [0, 0];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  failures = 0;
  const { platform, services } = server;
  jobs = createJobs(
    'notifications',
    () => connectRedis(platform.config.REDIS_URL, platform.log, true),
    platform.log,
    async ({ key }) =>
      services.notifications.deliver(key).catch((error) => {
        failures += 1;
        throw error;
      }),
    FIRST_DELAY_MS,
  );
  services.notifications.attach(
    (key) => jobs.add(key, { key }),
    (keys) => jobs.addMany(keys.map((key) => ({ key, data: { key } }))),
  );
  const inboxes = Array.from({ length: 10 }, (_, i) => server.simulator.inbox(String(i + 1))).flat();
  mark = Math.max(0, ...inboxes.map(({ number }) => number));
});
afterEach(async () => {
  await jobs.stop();
  await clearFaults(server);
});
afterAll(async () => server.stop());

const told = (persona: number) =>
  server.simulator.inbox(String(persona)).filter(({ number }) => number > mark);
const waiting = async () => notificationModel(server.platform.mongo).countDocuments({ state: 'waiting' });
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 500) {
      throw new Error('it never came to hold');
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('ten approved at once are told once each', async () => {
  const learners = await Promise.all(
    Array.from({ length: 10 }, async (_, i) => register(server, fixtures, i + 1)),
  );
  await fixtures.unit.learners.decide({
    learnerIds: learners.map(({ learnerId }) => learnerId),
    decision: 'approve',
  });
  await until(async () => (await waiting()) === 0);
  for (let n = 1; n <= 10; n += 1) {
    expect(told(n)).toHaveLength(1);
  }
});

test('WeChat down for a while: the job tries again and the message arrives once', async () => {
  await orderFault(server, { kind: 'status', path: '/cgi-bin/message', times: 3 });
  await approvedLearner(server, fixtures, 1);
  await until(async () => (await waiting()) === 0);
  expect(failures).toBe(3);
  expect(told(1)).toHaveLength(1);
});

test('WeChat down for longer than all tries: given up with the reason; an operator has it sent again', async () => {
  await orderFault(server, { kind: 'status', path: '/cgi-bin/message', times: 10_000 });
  await approvedLearner(server, fixtures, 1);
  await until(async () => (await waiting()) === 0);
  const { items } = await fixtures.authority.messages.listDeliveries({ state: 'failed' });
  expect(items).toMatchObject([
    {
      title: '单位审核通过',
      learnerName: '陈*敏',
      unitName: '漯河市中心医院',
      channel: 'officialAccount',
      tries: ATTEMPTS,
      problem: '公众号“继教通”客服消息：微信没有正常应答（超时、网络或服务故障）',
    },
  ]);
  await clearFaults(server);
  // The job itself is among the failed ones a moment later.
  await until(() => failures === ATTEMPTS);
  server.clock.pass(61_000);
  await server.services.notifications.sweep();
  expect(await fixtures.authority.messages.retryDeliveries({})).toEqual({ ok: true, retried: 1 });
  await until(() => told(1).length > 0);
  await until(async () => (await waiting()) === 0);
  expect(told(1)).toHaveLength(1);
  const { byState } = await fixtures.authority.messages.deliveryFigures({});
  expect(byState.filter(({ count }) => count > 0)).toEqual([{ state: 'sent', count: 1 }]);
});
