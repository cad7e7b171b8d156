/** The official account over the real services, messages signed and encrypted by the simulated WeChat. */
import { PRIVACY_VERSION } from '@common/privacy';
import { analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, openScreen, register } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

async function say(persona: number, text: string, mode: 'plain' | 'safe' = 'safe') {
  const answer = await fetch(`${server.simulator.url}/simulator/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: String(persona), text, mode }),
  });
  const { status, reply } = (await answer.json()) as {
    status: number;
    reply: { text?: string } | string | null;
  };
  return { status, text: typeof reply === 'string' ? reply : (reply?.text ?? '') };
}
const sms = (persona: number) => server.simulator.inbox(String(persona)).filter(({ kind }) => kind === 'sms');
async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const oneTime = (text: string) => /密码[^\n]*?[：:]\s*(\S{12})/.exec(text)?.[1] ?? '';

test('kj by the bound learner gives a one-time password that opens his account and must be changed', async () => {
  await approvedLearner(server, fixtures, 1);
  const { text } = await say(1, `ｋｊ　${idNoOf(1)}`);
  const password = oneTime(text);
  expect(password).toHaveLength(12);
  const userName = /用户名[^\d]*(\d{10})/.exec(text)?.[1] ?? '';
  const { token, me } = await server.client().accounts.signInWithPassword({ name: userName, password });
  expect(me).toMatchObject({ mustChangePassword: true, learner: { name: '陈慧敏' } });
  const client = server.client(token);
  await expect(client.credits.myCredits({})).rejects.toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
  await client.accounts.changePassword({ next: 'Spring#7261tree' });
  expect((await client.credits.myCredits({})).items).toEqual([]);
  // Spent: the one-time password opens nothing any more.
  await expect(
    server.client().accounts.signInWithPassword({ name: userName, password }),
  ).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
  // Told on all channels, without it.
  const told = await server.platform.mongo
    .collection('notifications')
    .find({ key: /^password-issued/ })
    .toArray();
  expect(told).toMatchObject([{ kind: 'account', isUrgent: true, title: '已发放一次性登录密码' }]);
  expect(JSON.stringify(told)).not.toContain(password);
  expect(text).not.toContain(idNoOf(1));
  expect(server.logged()).not.toContain(password);
  expect(server.logged()).not.toContain(idNoOf(1));
});

test('kj by a stranger says the same for a known and an unknown number; the SMS code does the rest', async () => {
  await approvedLearner(server, fixtures, 1);
  const known = await say(5, `kj ${idNoOf(1)}`);
  const unknown = await say(6, `kj ${idNoOf(77)}`);
  // Each reads the number that he sent himself, masked; nothing else differs.
  const withoutNumber = (text: string) => text.replace(/\d{4}\*{10}[\dX]{4}/, '');
  expect(withoutNumber(known.text)).toBe(withoutNumber(unknown.text));
  expect(known.text).not.toBe('');
  await waitFor(() => sms(1).length > 0);
  const code = /\d{6}/.exec(String(sms(1).at(-1)?.text))?.[0] ?? '';
  // The code is good for the one who asked, and for nobody else.
  expect(oneTime((await say(6, code)).text)).toBe('');
  const password = oneTime((await say(5, code)).text);
  expect(password).toHaveLength(12);
  const opened = await server.client().accounts.signInWithPassword({ name: idNoOf(1), password });
  expect(opened.me.mustChangePassword).toBe(true);
});

test('after 解绑 he is a stranger: his number brings the code only, by card too', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { personnelNo } = (await server.services.learners.get(learnerId)) ?? {};
  const card = `kj ${personnelNo} ${idNoOf(1).slice(-4)}`;
  expect(oneTime((await say(1, card)).text)).toHaveLength(12);
  await server.services.bindings.release('main', server.simulator.personas[0]?.openids.officialAccount ?? '');
  for (const typed of [card, `kj ${idNoOf(1)}`]) {
    expect((await say(1, typed)).text).toContain('6位验证码');
  }
});

test('学分 shows totals and what is pending; a stranger is told how to be bound', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  await client.checkIns.checkIn({ claimId });
  await analyseAndGrant(fixtures.unit, fixtures.activityId);
  const { text } = await say(1, '学分');
  expect(text).toContain('2026');
  expect(text).toContain('外科护理学新进展学习班');
  expect(text).toMatch(/I类学分\D*2/);
  expect(text).toContain('漯河市卫生健康委员会');
  expect((await say(1, '学分 2025')).text).toContain('2025');
  expect((await say(9, '学分')).text).toContain(server.platform.config.PUBLIC_URL);
});

test('a learner registered in the mini-program is known here by unionid', async () => {
  const { client } = await server.wechat(3, 'miniprogram');
  await client.learners.register({
    name: '李雪梅',
    idNo: idNoOf(3),
    title: 'nurse',
    unitId: fixtures.unitId,
    phoneCode: await server.phoneCode(3),
    consent: true,
    privacyVersion: PRIVACY_VERSION,
  });
  expect((await say(3, '学分')).text).toContain('2026');
});

test('帮助 lists the commands; plain messages are refused where a key is set', async () => {
  const { text } = await say(1, '帮助');
  expect(text).toContain('kj');
  expect(text).toContain('学分');
  expect((await say(1, '帮助', 'plain')).status).toBe(403);
});

test('a recovery is audited without the number and the openid', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  await say(1, `kj ${idNoOf(1)}`);
  const read = () =>
    server.platform.mongo
      .collection('auditEntries')
      .find({ action: /^recovery/ })
      .sort({ _id: 1 })
      .toArray();
  // Written after the answer, so that it takes no time from it.
  let entries = await read();
  while (!entries.some(({ subject }) => subject === `learner:${learnerId}`)) {
    entries = await read();
  }
  expect(JSON.stringify(entries)).not.toContain(idNoOf(1));
  expect(JSON.stringify(entries)).not.toContain(server.simulator.personas[0]?.openids.officialAccount);
});
