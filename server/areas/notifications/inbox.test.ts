/** 消息 and 消息设置: what stands there, what is sent besides, and when not. */
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { notificationModel } from './model';
import type { Message } from './service';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: TestServer;
let fixtures: Fixtures;
let mark = 0;
beforeAll(async () => {
  server = await startTestServer({ MESSAGES_A_DAY: '3' });
});
beforeEach(async () => {
  fixtures = await server.reset();
  mark = Math.max(0, ...server.simulator.inbox('1').map(({ number }) => number));
});
afterAll(async () => server.stop());

/** One who was told of his approval, and has read it. */
async function learner() {
  const one = await approvedLearner(server, fixtures, 1);
  await one.client.messages.readMessages({});
  mark = Math.max(0, ...server.simulator.inbox('1').map(({ number }) => number));
  return one;
}
const told = () =>
  server.simulator
    .inbox('1')
    .filter(({ number }) => number > mark)
    .map(({ kind, text }) => [kind, text]);
const row = async (key: string) => notificationModel(server.platform.mongo).findOne({ key }).orFail().lean();

/** Tells and delivers, as the job does. */
async function tell(learnerId: string, key: string, message: Partial<Message> = {}) {
  const { notifications } = server.services;
  await notifications.tell(learnerId, { key, kind: 'notice', title: '通知', lines: [key], ...message });
  return notifications.deliver(key);
}

test('消息: the latest first, by kind, read one by one or all; nobody else has anything to do with it', async () => {
  const { client, learnerId } = await learner();
  server.clock.pass(1);
  await tell(learnerId, 'a', { page: 'notices/detail/index?id=1' });
  server.clock.pass(1);
  await tell(learnerId, 'b', { kind: 'course', title: '明天上课' });
  const all = await client.messages.myMessages({});
  expect([all.total, all.unread, all.items.map(({ title, isRead }) => [title, isRead])]).toEqual([
    3,
    2,
    [
      ['明天上课', false],
      ['通知', false],
      ['单位审核通过', true],
    ],
  ]);
  const { items, unread } = await client.messages.myMessages({ kind: 'notice' });
  expect([unread, items]).toMatchObject([2, [{ page: 'notices/detail/index?id=1', lines: ['a'] }]]);
  const ids = items.map(({ id }) => id);

  const other = (await approvedLearner(server, fixtures, 2)).client;
  expect(await other.messages.readMessages({ ids })).toEqual({ unread: 1 });
  expect((await other.messages.myMessages({})).total).toBe(1);
  expect(await client.messages.readMessages({ ids })).toEqual({ unread: 1 });
  expect(await client.messages.unreadMessages({})).toEqual({ unread: 1 });
  expect(await client.messages.readMessages({})).toEqual({ unread: 0 });

  server.clock.pass(365 * DAY + 1);
  await server.services.notifications.sweep();
  expect(await notificationModel(server.platform.mongo).countDocuments()).toBe(0);
});

test('消息设置: everything but at night; what is switched off stands in 消息 alone, 账号安全 always goes out', async () => {
  const { client, learnerId } = await learner();
  expect(await client.messages.myMessageChoices({})).toEqual({
    off: [],
    quiet: { from: 22, to: 7 },
    channels: [
      { channel: 'subscribe', isReachable: false, words: '系统未开通订阅消息' },
      { channel: 'officialAccount', isReachable: true, words: '已绑定公众号：继教通' },
      { channel: 'sms', isReachable: true, words: '仅账号安全消息，发送至登记的手机，不能关闭' },
    ],
  });
  const off = [{ kind: 'notice' as const, channel: 'officialAccount' as const }];
  await expect(
    client.messages.setMyMessageChoices({ off, quiet: { from: 0, to: 24 } }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'quiet' });
  await client.messages.setMyMessageChoices({ off, quiet: null });
  expect(await client.messages.myMessageChoices({})).toMatchObject({ off, quiet: null });

  await tell(learnerId, 'off');
  expect(await row('off')).toMatchObject({
    state: 'unreachable',
    problem: '学员已关闭此类消息，或没有可用的渠道',
  });
  expect(told()).toEqual([]);
  await tell(learnerId, 'course', { kind: 'course' });
  await tell(learnerId, 'account', {
    kind: 'account',
    title: '登录密码已重置',
    lines: ['如非本人操作，请联系单位'],
  });
  // By both at once.
  expect(told().sort()).toEqual([
    ['sms', '【继教通】登录密码已重置。如非本人操作，请联系单位。'],
    ['text', '登录密码已重置\n如非本人操作，请联系单位'],
    ['text', '通知\ncourse'],
  ]);
});

test('neither 消息 nor the sweep goes through what everybody was told', async () => {
  const { learnerId } = await learner();
  const { notifications } = server.services;
  const reads = async () => {
    await notifications.mine(learnerId, { kind: 'notice' }, { page: 1, pageSize: 20 });
    await notifications.sweep();
  };
  const explained = await explainReads(server.platform.mongo, 'notifications', reads);
  expect(explained.length).toBeGreaterThan(3);
  for (const { stages } of explained) {
    expect(stages).not.toContain(COLLECTION_SCAN);
  }
});

test('at night a message waits for the morning, and what cannot wait goes out', async () => {
  const { learnerId } = await learner();
  server.clock.set(NINE + 13 * HOUR);
  expect(await tell(learnerId, 'night')).toBe(9 * HOUR);
  expect(await tell(learnerId, 'urgent', { kind: 'checkIn', isUrgent: true })).toBeNull();
  expect(told()).toEqual([['text', '通知\nurgent']]);
  expect(await row('night')).toMatchObject({ state: 'waiting', notBefore: new Date(NINE + 22 * HOUR) });
  server.clock.set(NINE + 22 * HOUR);
  expect(await server.services.notifications.deliver('night')).toBeNull();
  expect(told()).toHaveLength(2);
});

test('so many a day, whatever is told at once; the rest stands in 消息, and the next day there is room again', async () => {
  const { client, learnerId } = await learner();
  const keys = ['a', 'b', 'c', 'd', 'e'];
  await Promise.all(keys.map(async (key) => tell(learnerId, key)));
  await tell(learnerId, 'urgent', { isUrgent: true });
  expect(told()).toHaveLength(4);
  const rows = await Promise.all(keys.map(row));
  expect(rows.flatMap(({ problem }) => problem ?? [])).toEqual(['当日消息已达上限', '当日消息已达上限']);
  expect((await client.messages.unreadMessages({})).unread).toBe(6);
  server.clock.pass(DAY);
  await tell(learnerId, 'tomorrow');
  expect(told()).toHaveLength(5);
});
