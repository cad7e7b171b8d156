/** What is still to be done comes as a 订阅消息 to who allowed one, and otherwise through the official account. */
import { clearFaults, orderFault } from '../../testing/calls';
import { analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { swipe } from '../../testing/swipes';
import { notificationModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
let mark = 0;
beforeAll(async () => {
  server = await startTestServer({ WECHAT_SUBSCRIBE_TASK: 'S-task', WECHAT_SUBSCRIBE_CREDIT: 'S-credit' });
});
beforeEach(async () => {
  fixtures = await server.reset();
  mark = Math.max(0, ...server.simulator.inbox('1').map(({ number }) => number));
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

const told = () =>
  server.simulator
    .inbox('1')
    .filter(({ number, kind }) => number > mark && kind !== 'sms')
    .map(({ kind, text, template }) => [kind, template ?? text]);
const LINES = ['外科护理学新进展学习班', '11月28日 24:00 截止', '完成后才能授予学分'];

async function remind(isInMiniProgram: boolean) {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  if (isInMiniProgram) {
    await server.wechat(1, 'miniprogram');
  }
  const key = `task-exam-${learnerId}-1`;
  const page = 'study/exam/index?activityId=1';
  await server.services.notifications.tellMany([{ learnerId, key }], {
    kind: 'task',
    title: '请参加在线考试',
    lines: LINES,
    page,
  });
  await server.services.notifications.deliver(key);
  await server.services.notifications.deliver(key);
  return notificationModel(server.platform.mongo).findOne({ key }).lean();
}
const TEXT = ['text', ['请参加在线考试', ...LINES].join('\n')];

test('once, with the page that it leads to; the phone learns the template to ask for', async () => {
  expect(await remind(true)).toMatchObject({ state: 'sent' });
  expect(told()).toEqual([
    [
      'subscribe',
      {
        id: 'S-task',
        page: 'study/exam/index?activityId=1',
        data: { thing1: '请参加在线考试', thing2: LINES[0], thing3: LINES[1] },
      },
    ],
  ]);
  const { client } = await server.wechat(1, 'miniprogram');
  expect(await client.tasks.mySubscriptions({})).toEqual({
    templateIds: ['S-task', 'S-credit'],
    creditTemplateId: 'S-credit',
  });
});

test('who did not allow it (43101), and who is not in the mini-program, reads it in the official account', async () => {
  await orderFault(server, { kind: 'errcode', path: '/cgi-bin/message/subscribe', errcode: 43101 });
  expect(await remind(true)).toMatchObject({ state: 'sent' });
  expect(told()).toEqual([TEXT]);
  fixtures = await server.reset();
  await remind(false);
  expect(told()).toEqual([TEXT, TEXT]);
});

test('WeChat in trouble: it waits, and nothing is sent twice', async () => {
  await orderFault(server, { kind: 'errcode', path: '/cgi-bin/message/subscribe', errcode: -1, times: 9 });
  await expect(remind(true)).rejects.toMatchObject({ name: 'WechatError' });
  expect(told()).toEqual([]);
});

test('a credit: the one 订阅消息 that was allowed is for the approval, not for being granted', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await server.wechat(1, 'miniprogram');
  await swipe(server, fixtures, learnerId);
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, fixtures.activityId);
  await fixtures.authority.crediting.approve({ creditingId });
  for (const step of ['granted', 'reviewed']) {
    await server.services.notifications.deliver(`credit-${step}-${creditingId}-${learnerId}`);
  }
  expect(told()).toEqual([
    ['text', '学分已授予，待审核\n外科护理学新进展学习班\nI类学分 2分，漯河市中心医院'],
    [
      'subscribe',
      {
        id: 'S-credit',
        page: 'pages/credits/index',
        data: {
          thing1: '学分审核通过',
          thing2: '外科护理学新进展学习班',
          thing3: 'I类学分 2分，漯河市中心医院',
        },
      },
    ],
  ]);
});
