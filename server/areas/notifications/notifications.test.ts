/** What a learner is told in the official account, and that he is told it once whatever fails in between. */
import { PRIVACY_VERSION } from '@common/privacy';
import { Types } from 'mongoose';
import { clearFaults, orderFault } from '../../testing/calls';
import { analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, openScreen, register } from '../../testing/people';
import { notificationModel } from './model';

const MINUTE = 60_000;

let server: TestServer;
let fixtures: Fixtures;
let mark = 0;
let queued: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  queued = [];
  server.services.notifications.attach(async (key) => void queued.push(key));
  mark = Math.max(
    0,
    ...[1, 2, 3].flatMap((n) => server.simulator.inbox(String(n)).map((item) => item.number)),
  );
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

const told = (persona: number) =>
  server.simulator
    .inbox(String(persona))
    .filter(({ number, kind }) => number > mark && kind !== 'sms')
    .map(({ text }) => text);
/** Works off the queue as a job would. */
const work = async () => {
  for (const key of queued.splice(0)) {
    await server.services.notifications.deliver(key);
  }
};
const states = async () =>
  (await notificationModel(server.platform.mongo).find().sort({ _id: 1 }).lean()).map(({ state }) => state);

const APPROVED = '单位审核通过\n您的注册信息已审核通过，现在可以扫码签到了。';

test('approved: the learner reads it in the official account', async () => {
  await approvedLearner(server, fixtures, 1);
  expect(told(1)).toEqual([]);
  await work();
  expect(told(1)).toEqual([APPROVED]);
  expect(told(2)).toEqual([]);
  expect(await states()).toEqual(['sent']);
});

test('rejected: with the reason and what to do; and again after the next decision', async () => {
  const { learnerId, client } = await register(server, fixtures, 1);
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'reject', reason: '科室有误' });
  await work();
  expect(told(1)).toEqual(['单位审核不通过\n原因：科室有误\n请修改后重新提交。']);
  server.clock.pass(1000);
  await client.learners.resubmit({ name: '陈慧敏', title: 'nurse', unitId: fixtures.unitId });
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
  await work();
  expect(told(1)).toHaveLength(2);
  expect(told(1).at(-1)).toBe(APPROVED);
});

test('credit granted, credit reviewed: one message each, to who was there', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await approvedLearner(server, fixtures, 2);
  await work();
  const screen = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await screen.show()).text });
  await client.checkIns.checkIn({ claimId });
  const { activityId } = fixtures;
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, activityId);
  await fixtures.authority.crediting.approve({ creditingId });
  await work();
  const what = '外科护理学新进展学习班\nI类学分 2分，漯河市中心医院';
  expect(told(1).slice(1)).toEqual([`学分已授予，待审核\n${what}`, `学分审核通过\n${what}`]);
  expect(told(2)).toEqual([APPROVED]);
  await fixtures.authority.crediting.revokeReviewed({ creditingId, learnerIds: [learnerId], reason: '代签' });
  await work();
  expect(told(1).at(-1)).toBe('学分已撤销\n外科护理学新进展学习班\n原因：代签\nI类学分 2分，漯河市中心医院');
});

test('five thousand at once are told once each, whatever is tried again', async () => {
  const { services } = server;
  const full = await services.activities.get(fixtures.activityId);
  const ids = Array.from({ length: 5_000 }, () => String(new Types.ObjectId()));
  const creditingId = String(new Types.ObjectId());
  // Some had been told when a process died.
  await services.notifications.credits('reviewed', ids.slice(0, 700), full, creditingId);
  await services.notifications.credits('reviewed', ids, full, creditingId);
  const Notification = notificationModel(server.platform.mongo);
  expect(await Notification.countDocuments({ state: 'waiting' })).toBe(5_000);
  expect(new Set(queued).size).toBe(5_000);
});

test('a key delivered twice, and a decision repeated, tell once', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const [key = ''] = queued;
  await work();
  await server.services.notifications.deliver(key);
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
  await work();
  expect(told(1)).toEqual([APPROVED]);
  expect(await states()).toEqual(['sent']);
});

test('who is only in the mini-program cannot be reached, and nothing is tried for ever', async () => {
  const { client } = await server.wechat(1, 'miniprogram');
  const { id } = await client.learners.register({
    name: '陈慧敏',
    idNo: idNoOf(1),
    title: 'nurse',
    unitId: fixtures.unitId,
    phoneCode: await server.phoneCode(1),
    consent: true,
    privacyVersion: PRIVACY_VERSION,
  });
  await fixtures.unit.learners.decide({ learnerIds: [id], decision: 'approve' });
  await work();
  expect(told(1)).toEqual([]);
  expect(await states()).toEqual(['unreachable']);
  server.clock.pass(2 * MINUTE);
  await server.services.notifications.sweep();
  expect(queued).toEqual([]);
});

test.each([
  { kind: 'status', path: '/cgi-bin/message', times: 9 },
  { kind: 'html', path: '/cgi-bin/message', times: 9 },
  { kind: 'errcode', path: '/cgi-bin/message', errcode: -1, times: 9 },
] as const)('WeChat in trouble (%j): the message waits and arrives once', async (fault) => {
  await approvedLearner(server, fixtures, 1);
  const [key = ''] = queued;
  await orderFault(server, fault);
  await expect(work()).rejects.toMatchObject({ name: 'WechatError' });
  expect(await states()).toEqual(['waiting']);
  await clearFaults(server);
  await server.services.notifications.deliver(key);
  await server.services.notifications.deliver(key);
  expect(told(1)).toEqual([APPROVED]);
  expect(await states()).toEqual(['sent']);
});

test.each([
  [45011, 2 * MINUTE],
  [45009, 30 * MINUTE],
])(
  'WeChat takes no more for now (%d): the message is held back, which counts for no try',
  async (errcode, ms) => {
    await approvedLearner(server, fixtures, 1);
    const [key = ''] = queued.splice(0);
    await orderFault(server, { kind: 'errcode', path: '/cgi-bin/message', errcode, times: 9 });
    expect(await server.services.notifications.deliver(key)).toBe(ms);
    await clearFaults(server);
    // Whoever asks too early is sent away again, and its job that was lost is made anew.
    server.clock.pass(ms - 1);
    expect(await server.services.notifications.deliver(key)).toBe(1);
    server.clock.pass(MINUTE + 2);
    await server.services.notifications.sweep();
    expect(queued).toEqual([key]);
    await work();
    expect(told(1)).toEqual([APPROVED]);
    expect(await notificationModel(server.platform.mongo).findOne().lean()).toMatchObject({
      state: 'sent',
      tries: 0,
      channel: 'officialAccount',
      account: 'main',
    });
  },
);

test('refused for good (48 hours without a word) is not tried again', async () => {
  await approvedLearner(server, fixtures, 1);
  await orderFault(server, { kind: 'errcode', path: '/cgi-bin/message', errcode: 45015, times: 9 });
  await work();
  expect(await notificationModel(server.platform.mongo).findOne().lean()).toMatchObject({
    state: 'unreachable',
    problem: '公众号“继教通”客服消息：超过48小时未与公众号互动，或已取消关注',
  });
  expect(told(1)).toEqual([]);
});

test('the sweep picks up what has waited for a minute, and nothing younger or already told', async () => {
  await approvedLearner(server, fixtures, 1);
  await work();
  await approvedLearner(server, fixtures, 2);
  // The process ends before the job is taken.
  queued = [];
  server.clock.pass(MINUTE);
  await server.services.notifications.sweep();
  expect(queued).toEqual([]);
  server.clock.pass(1);
  await server.services.notifications.sweep();
  expect(queued).toHaveLength(1);
  await work();
  expect(told(2)).toEqual([APPROVED]);
  await server.services.notifications.sweep();
  expect(queued).toEqual([]);
});

test('what was lost is found behind a whole region’s 通知 that wait for their turn', async () => {
  const ids = Array.from({ length: 600 }, () => String(new Types.ObjectId()));
  const notice = { kind: 'notice' as const, title: '通知', lines: [] };
  await server.services.notifications.tellMany(
    ids.map((learnerId) => ({ learnerId, key: `notice-1-${learnerId}` })),
    notice,
  );
  server.clock.pass(1);
  await server.services.notifications.tell(ids[0] ?? '', { ...notice, key: 'lost', kind: 'checkIn' });
  queued = [];
  server.clock.pass(2 * MINUTE);
  await server.services.notifications.sweep();
  expect(queued).toContain('lost');
  expect(queued).toHaveLength(501);
});

test('a queue out of reach does not undo the decision; the sweep makes up for it', async () => {
  server.services.notifications.attach(async () => {
    throw new Error('Connection is closed.');
  });
  const { client } = await approvedLearner(server, fixtures, 1);
  expect((await client.accounts.me({})).learner?.approval.state).toBe('approved');
  expect(await states()).toEqual(['waiting']);
  server.services.notifications.attach(async (key) => void queued.push(key));
  server.clock.pass(2 * MINUTE);
  await server.services.notifications.sweep();
  await work();
  expect(told(1)).toEqual([APPROVED]);
});
