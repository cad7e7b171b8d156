/** What those who run the system see of the sending, and what becomes of a message that WeChat does not take. */
import { clearFaults, orderFault } from '../../testing/calls';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { authorityModel } from '../regions-units/model';
import { notificationModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
let learnerId: string;
let mark = 0;
beforeAll(async () => {
  server = await startTestServer({
    WECHAT_TEMPLATE_APPROVAL: 'T-other',
    WECHAT_SUBSCRIBE_NOTICE: 'S-notice',
  });
});
beforeEach(async () => {
  // The simulated WeChat says nothing by itself of what became of a message.
  server.simulator.setAppUrl('');
  fixtures = await server.reset();
  ({ learnerId } = await approvedLearner(server, fixtures, 1));
  await notificationModel(server.platform.mongo).deleteMany({});
  mark = Math.max(0, ...server.simulator.inbox('1').map(({ number }) => number));
});
afterEach(async () => clearFaults(server));
afterAll(async () => server.stop());

const kinds = () =>
  server.simulator
    .inbox('1')
    .filter(({ number }) => number > mark)
    .map(({ kind }) => kind);
async function tell(key = 'notice-1') {
  const { notifications } = server.services;
  await notifications.tell(learnerId, { key, kind: 'notice', title: '通知', lines: ['学分审核工作安排'] });
  await notifications.deliver(key);
  return row(key);
}
const row = async (key = 'notice-1') =>
  notificationModel(server.platform.mongo).findOne({ key }).orFail().lean();
const refuse = async (path: string, errcode: number) =>
  orderFault(server, { kind: 'errcode', path: `/cgi-bin/message/${path}`, errcode, times: 99 });

test.each([
  [
    'a template that is not approved: as a text, and the reason is kept',
    [['template', 40037]],
    ['text'],
    'sent',
  ],
  [
    'the template wrong and nothing said for 48 hours: for the operator to mend',
    [
      ['template', 47003],
      ['custom', 45015],
    ],
    [],
    'failed',
  ],
  [
    'the account left: in 消息 alone',
    [
      ['template', 43004],
      ['custom', 45015],
    ],
    [],
    'unreachable',
  ],
] as const)('%s', async (_, refusals, arrived, state) => {
  for (const [path, errcode] of refusals) {
    await refuse(path, errcode);
  }
  const { problem, ...told } = await tell();
  expect(told).toMatchObject({ state, channel: 'officialAccount' });
  expect(problem).toContain('公众号“继教通”模板消息：');
  expect(kinds()).toEqual(arrived);
});

test('what WeChat says afterwards is noted, also where it comes before our own note', async () => {
  const { delivered } = server.services.notifications;
  const sent = await tell('a');
  await delivered('main', sent.messageId ?? '', 'success');
  await delivered('main', sent.messageId ?? '', 'failed: system failed');
  expect((await row('a')).state).toBe('delivered');

  const blocked = await tell('b');
  await delivered('elsewhere', blocked.messageId ?? '', 'success');
  await delivered('main', blocked.messageId ?? '', 'failed:user block');
  expect(await row('b')).toMatchObject({ state: 'unreachable', problem: '用户拒收公众号消息' });

  await delivered('main', String(Number(blocked.messageId) + 1), 'success');
  expect((await tell('c')).state).toBe('delivered');

  server.simulator.setAppUrl(server.url);
  await tell('d');
  await server.simulator.settled();
  expect((await row('d')).state).toBe('delivered');
});

test('sent again by an operator it is another message to WeChat, within the ten minutes too', async () => {
  const { messageId = '' } = await tell();
  await server.services.notifications.delivered('main', messageId, 'failed:system failed');
  const { items } = await fixtures.authority.messages.listDeliveries({ kind: 'notice', state: 'failed' });
  expect(items).toMatchObject([
    { learnerName: '陈*敏', unitName: '漯河市中心医院', problem: '微信未能送达' },
  ]);
  const ids = items.map(({ id }) => id);
  expect(await fixtures.authority.messages.retryDeliveries({ ids })).toEqual({ ok: true, retried: 1 });
  expect(await fixtures.authority.messages.retryDeliveries({ ids })).toEqual({ ok: true, retried: 0 });
  await server.services.notifications.deliver('notice-1');
  expect(kinds()).toEqual(['template', 'template']);
  const figures = await fixtures.authority.messages.deliveryFigures({ days: 2 });
  expect(figures.byDay).toEqual([
    { day: '2026-11-20', sent: 0, failed: 0, unreachable: 0 },
    { day: '2026-11-21', sent: 1, failed: 0, unreachable: 0 },
  ]);
  expect(figures.byChannel).toContainEqual({ channel: 'officialAccount', count: 1 });
  expect(await server.platform.metrics.registry.metrics()).toMatch(
    /jjt_notifications_total\{kind="notice",channel="officialAccount",state="failed"\} \d/,
  );
});

test('sent again days later, it waits for WeChat as a new one does', async () => {
  const { messageId = '' } = await tell();
  await server.services.notifications.delivered('main', messageId, 'failed:system failed');
  server.clock.pass(3 * 24 * 3_600_000);
  expect(await server.services.notifications.retry()).toBe(1);
  await refuse('template', 45009);
  await refuse('custom', 45009);
  expect(await server.services.notifications.deliver('notice-1')).toBe(30 * 60_000);
  expect(await row()).toMatchObject({ state: 'waiting' });
});

test('a notice goes as a 订阅消息 to who allowed one', async () => {
  await server.wechat(1, 'miniprogram');
  expect(await tell()).toMatchObject({ state: 'sent', channel: 'subscribe' });
  await refuse('subscribe', 43101);
  expect(await tell('again')).toMatchObject({ state: 'sent', channel: 'officialAccount' });
  expect(kinds()).toEqual(['subscribe', 'template']);
});

test('an authority with another above it sees nothing of it', async () => {
  await authorityModel(server.platform.mongo).create({
    code: '410000',
    name: '河南省卫生健康委员会',
    level: 'province',
    regionCode: '41',
    settings: {},
  });
  const { messages } = fixtures.authority;
  const refused = { code: 'FORBIDDEN', message: expect.stringContaining('最上级') };
  await expect(messages.listDeliveries({})).rejects.toMatchObject(refused);
  await expect(messages.deliveryFigures({})).rejects.toMatchObject(refused);
  await expect(messages.retryDeliveries({})).rejects.toMatchObject(refused);
});
