/** The archive of what official accounts received: everything counts, nothing can be read. */

import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf } from '../../testing/people';

const DAY_MS = 86_400_000;
let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  // What the test before noted belongs to it.
  await server.services.messageLog.settled();
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

async function say(persona: number, message: object): Promise<string> {
  const answer = await fetch(`${server.simulator.url}/simulator/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: String(persona), ...message }),
  });
  const { reply } = (await answer.json()) as { reply: { text?: string } | string | null };
  return typeof reply === 'string' ? reply : (reply?.text ?? '');
}
async function rows() {
  await server.services.messageLog.settled();
  return server.platform.mongo.collection('messages').find().sort({ _id: 1 }).toArray();
}
const entry = (more: object = {}) => ({
  account: 'main',
  openid: 'o1',
  msgType: 'text',
  content: '学分',
  command: 'credits',
  outcome: 'answered' as const,
  tookMs: 5,
  at: new Date(server.clock.now()),
  ...more,
});

test('neither sender, number, code, password nor words stand in it or in the log', async () => {
  await approvedLearner(server, fixtures, 1);
  const told = await say(1, { text: `kj ${idNoOf(1)}` });
  const password = /密码：(\S{12})/.exec(told)?.[1] ?? '';
  expect(password).not.toBe('');
  await say(1, { text: '123456' });
  await say(1, { text: '我的秘密 帮助' });
  await say(1, { event: 'CLICK', eventKey: '帮助' });
  const kept = await rows();
  expect(kept.map(({ command, outcome }) => [command, outcome])).toEqual([
    ['recover', 'answered'],
    ['code', 'answered'],
    ['unknown', 'answered'],
    ['help', 'answered'],
  ]);
  expect(new Set(kept.map(({ contentHash }) => contentHash)).size).toBe(4);
  expect(new Set(kept.map(({ senderHash }) => senderHash)).size).toBe(1);
  expect(JSON.stringify(kept)).not.toContain(server.simulator.personas[0]?.openids.officialAccount);
  for (const text of [JSON.stringify(kept), server.logged()]) {
    for (const secret of [idNoOf(1), password, '"123456"', '我的秘密']) {
      expect(text).not.toContain(secret);
    }
  }
  // Equal words are equal there, and a guess without the key is none.
  await say(1, { text: '123456' });
  expect((await rows()).filter(({ contentHash }) => contentHash === kept[1]?.contentHash)).toHaveLength(2);
});

test('those who run the system see accounts and figures; nobody else does', async () => {
  const { messageLog, regionsUnits } = server.services;
  for (const at of [0, 0, DAY_MS]) {
    messageLog.note(entry({ at: new Date(server.clock.now() - at) }));
  }
  messageLog.note(entry({ command: 'help', outcome: 'late' }));
  messageLog.note(entry({ command: 'followed', msgType: 'event', event: 'subscribe', outcome: 'failed' }));
  await messageLog.settled();
  const own = await regionsUnits.authority(fixtures.authorityId);
  await expect(server.services.regionsUnits.authoritiesOver(own?.regionCode ?? '')).resolves.toHaveLength(1);
  const { items } = await fixtures.authority.officialAccounts.listOfficialAccounts({});
  expect(items).toEqual([
    {
      account: 'main',
      name: '继教通',
      appIdMasked: 'wxte…0001',
      mode: 'safe',
      audienceName: '全国',
      serverUrl: 'http://127.0.0.1:8080/wechat/messages',
      bound: 0,
      following: 0,
    },
  ]);
  const { byDay, byCommand, apiErrors } = await fixtures.authority.officialAccounts.accountFigures({
    days: 3,
  });
  expect(byDay.map(({ received, late, failed }) => [received, late, failed])).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [4, 1, 1],
  ]);
  expect(byCommand).toEqual([
    { command: 'credits', label: '学分', count: 3 },
    { command: 'followed', label: '关注', count: 1 },
    { command: 'help', label: '帮助', count: 1 },
  ]);
  expect(apiErrors).toEqual([]);
  await regionsUnits.openFirstAuthority({ regionCode: '', name: '国家卫生健康委员会' }, 'test');
  await expect(fixtures.authority.officialAccounts.listOfficialAccounts({})).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('half a year later it is gone, and a burst is written whole', async () => {
  const { messageLog } = server.services;
  for (let n = 0; n < 1200; n += 1) {
    messageLog.note(entry({ openid: `o${n}` }));
  }
  await messageLog.settled();
  expect(await server.platform.mongo.collection('messages').countDocuments()).toBe(1200);
  server.clock.pass(180 * DAY_MS + 1);
  messageLog.note(entry());
  await messageLog.sweep();
  expect(await rows()).toHaveLength(1);
});
