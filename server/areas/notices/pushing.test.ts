/** 推送: everybody of the region is told once, whatever process ends in the middle. */
import type { Client } from '@common/contract/client';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { putPeople } from '../../testing/ledger';
import { anotherUnit } from '../../testing/units';
import { notificationModel } from '../notifications/model';
import { createServices, type Services } from '../services';

let server: TestServer;
let fixtures: Fixtures;
let noticeId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const wuyang = { code: '976812', name: '舞阳县中医院', regionCode: '411121', phone: '13700000012' };
  const { unitId: second } = await anotherUnit(server, wuyang);
  await putPeople(server.platform, fixtures.unitId, people(620));
  await putPeople(server.platform, second, people(30));
  // Another province.
  await putPeople(server.platform, fixtures.otherUnitId, people(5));
  const content = {
    kind: 'notice' as const,
    title: '关于开展年审的通知',
    html: '<p>请于9月10日前完成。</p>',
  };
  noticeId = (await fixtures.authority.notices.createNotice(content)).id;
});
afterAll(async () => server.stop());

const people = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `学员${n}` }));
const told = async () => notificationModel(server.platform.mongo).find({ kind: 'notice' }).lean();
const pushOf = async (client: Client) => (await client.notices.getNotice({ noticeId })).push;
const by = () => ({ actor: { kind: 'authority' as const, id: fixtures.authorityId }, requestId: 'test' });

/** A process of its own that ends, or does something else, at its `nth` piece of 500; `reached` when it has. */
function processThat(does: (services: Services) => Promise<void>, nth: number) {
  const services = createServices(server.platform);
  const { tellMany } = services.notifications;
  let pieces = 0;
  const reached = new Promise<void>((resolve) => {
    services.notifications.tellMany = async (...given) => {
      const count = await tellMany(...given);
      pieces += 1;
      if (pieces === nth) {
        await does(services).finally(resolve);
      }
      return count;
    };
  });
  return { services, reached };
}

test('all approved learners of the region are told behind the answer, with the page; again it tells nobody', async () => {
  const begun = await fixtures.authority.notices.publishNotice({ noticeId, push: true });
  expect(begun.push).toMatchObject({ finishedAt: null });
  await untilFinished();
  expect(await pushOf(fixtures.authority)).toMatchObject({ told: 650, total: 650 });
  const rows = await told();
  expect(rows).toHaveLength(650);
  expect(rows[0]).toMatchObject({
    title: '关于开展年审的通知',
    lines: ['漯河市卫生健康委员会', '请于9月10日前完成。'],
    page: `notices/detail/index?noticeId=${noticeId}`,
  });
  await fixtures.authority.notices.publishNotice({ noticeId, push: true });
  await untilFinished();
  expect(await told()).toHaveLength(650);
});

test('a process that dies after a piece: whoever sweeps goes on, nobody is told twice', async () => {
  const { services, reached } = processThat(async () => {
    throw new Error('killed');
  }, 2);
  await services.notices.publish(by(), { noticeId, push: true });
  await reached;
  const before = (await told()).length;
  expect(before).toBeLessThan(650);
  // As long as it may still be alive, nobody takes it over.
  await server.services.notices.sweep();
  expect(await told()).toHaveLength(before);
  server.clock.pass(61_000);
  const others = [createServices(server.platform), server.services];
  await Promise.all(others.map(async ({ notices }) => notices.sweep()));
  expect(await pushOf(fixtures.authority)).toMatchObject({ told: 650, total: 650 });
  expect(await told()).toHaveLength(650);
});

test('a process that is stopped puts it back at once', async () => {
  const { services, reached } = processThat(async ({ notices }) => {
    // It waits for this very piece.
    void notices.settled();
  }, 1);
  await services.notices.publish(by(), { noticeId, push: true });
  await reached;
  await services.notices.settled();
  expect((await told()).length).toBeLessThan(650);
  await server.services.notices.sweep();
  expect(await told()).toHaveLength(650);
});

test('withdrawn, it stops, and who was not sent it yet is not; pushed again, it goes to all of those', async () => {
  const Notification = notificationModel(server.platform.mongo);
  const { services, reached } = processThat(async ({ notices }) => {
    await Notification.updateOne({ kind: 'notice' }, { $set: { state: 'sent' } });
    await notices.withdraw(by(), noticeId);
  }, 1);
  await services.notices.publish(by(), { noticeId, push: true });
  await reached;
  await services.notices.settled();
  const [sent, ...others] = await told();
  expect([sent?.state, others]).toEqual(['sent', []]);
  expect((await pushOf(fixtures.authority))?.finishedAt).not.toBeNull();
  await fixtures.authority.notices.publishNotice({ noticeId });
  server.clock.pass(61_000);
  await server.services.notices.sweep();
  expect(await told()).toHaveLength(1);
  await fixtures.authority.notices.publishNotice({ noticeId, push: true });
  await untilFinished();
  expect(await Notification.countDocuments({ kind: 'notice', state: 'waiting' })).toBe(649);
});

async function untilFinished(): Promise<void> {
  for (;;) {
    if ((await pushOf(fixtures.authority))?.finishedAt) {
      return;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
