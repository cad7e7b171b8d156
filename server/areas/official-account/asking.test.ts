/** Commands over the real services: what a learner asks inside WeChat, and what nobody else can. */
import { analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, formOf, openScreen, register } from '../../testing/people';
import { swipe } from '../../testing/swipes';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

async function say(persona: number, text: string): Promise<string> {
  const answer = await fetch(`${server.simulator.url}/simulator/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona: String(persona), text, mode: 'safe' }),
  });
  const { reply } = (await answer.json()) as { reply: { text?: string } | string | null };
  return typeof reply === 'string' ? reply : (reply?.text ?? '');
}
const NAME = '外科护理学新进展学习班';

test('from the scan to the credit: 考勤, 考试, 为什么, 明细, 达标 tell the sender’s own state', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  await approvedLearner(server, fixtures, 2, { name: '王志强' });
  expect(await say(1, '为什么')).toContain('没有发现缺少学分的活动');
  expect(await say(1, '考勤')).toContain('还没有签到记录');

  const { show } = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  await client.checkIns.checkIn({ claimId });
  await expect(client.checkIns.checkIn({ claimId: 'none' })).rejects.toMatchObject({ code: 'CLAIM_EXPIRED' });
  const attendance = await say(1, '今天签到了吗');
  expect(attendance).toContain(`· ${NAME}\n`);
  expect(attendance).toContain('签到 1/1');
  expect(attendance).toContain(`11-21 09:00 签到 ${NAME}·围手术期护理`);
  expect(attendance).toContain('没有生效的扫码：\n11-21 09:00\n　扫码后没有及时完成签到');
  expect(await say(1, '考试')).toContain(`项目评价：${NAME}`);

  const why = await say(1, '查不到学分？');
  expect(why).toContain(`1. ${NAME}（2026-11-21）`);
  expect(why).toContain('data-miniprogram-path="credits/why/index?activityId=');
  await analyseAndGrant(fixtures.unit, fixtures.activityId);
  expect(await say(1, '为什么')).toContain('等待漯河市卫生健康委员会');
  expect(await say(1, '明细')).toContain(`1. 11-21 ${NAME}\n　I类学分 2分（待漯河市卫生健康委员会审核）`);
  expect(await say(1, '达标')).toContain('还差 23 分。');

  // The other one has nothing of it.
  expect(await say(2, '明细')).toContain('共0条');
  expect(await say(2, '考勤')).not.toContain('11-21 09:00');
  expect(await say(9, '考勤')).toContain('还没有绑定');
});

test('为什么 explains whose turn it is to one who is not approved yet, and to one who enrolled and did not come', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  const unapproved = await say(1, '为什么');
  expect(unapproved).toContain('　等待漯河市中心医院\n　下一步：');
  const { client } = await approvedLearner(server, fixtures, 2);
  await client.enrolments.enrol({ activityId: fixtures.activityId });
  const absent = await say(2, '为什么');
  expect(absent).toContain(`1. ${NAME}（2026-11-21）\n　原因：`);
});

test('通知, 常见问题, 标准: what authorities published, for the bound and for strangers', async () => {
  await approvedLearner(server, fixtures, 1);
  const { notices, standards } = fixtures.authority;
  const put = async (kind: 'notice' | 'faq', title: string) => {
    const { id } = await notices.createNotice({ kind, title, html: '<p>详见附件。</p>' });
    await notices.publishNotice({ noticeId: id });
    return id;
  };
  expect(await say(1, '通知')).toContain('暂时没有通知');
  const noticeId = await put('notice', '关于2026年度年审的通知');
  await put('faq', '刷卡成功，但查不到学分怎么办？');
  await put('faq', '忘记用户名或密码怎么办？');
  const { id } = await standards.createStandard({ year: 2026 });
  const row = {
    category: 'paper',
    item: '省级刊物',
    creditClass: 'classII',
    from: 400,
    to: 600,
    per: '篇',
    note: '',
  };
  await standards.updateStandard({ standardId: id, basis: '', rows: [row as never] });
  await standards.publishStandard({ standardId: id, isPublished: true });

  const link = `<a href="${server.platform.config.PUBLIC_URL}/notices/${noticeId}">关于2026年度年审的通知</a>`;
  expect(await say(1, '最新通知')).toContain(`${link}\n　漯河市卫生健康委员会 2026-11-21`);
  // The account is for the whole country: a city's are for its learners.
  expect(await say(9, '通知')).toContain('暂时没有通知');
  const faq = await say(1, '常见问题');
  expect(faq).toContain('刷卡成功，但查不到学分怎么办？</a>');
  expect(faq).toContain('忘记用户名或密码怎么办？</a>');
  expect(await say(1, '常见问题 密码')).not.toContain('刷卡成功');
  expect(await say(1, '我想问刷卡成功了，但是学分查不到要找谁')).toContain(
    '刷卡成功，但查不到学分怎么办？</a>',
  );
  expect(await say(1, '食堂今天中午吃什么')).toContain('没有看懂');
  expect(await say(1, '论文能得几分')).toContain('· 省级刊物：II类学分 4–6分（篇）');
  expect(await say(1, '标准 2025')).toContain('还没有发布');
});

test('绑定 by the mini-program’s code, masked, until 解绑', async () => {
  const { client } = await server.wechat(3, 'miniprogram');
  await client.learners.register({
    ...formOf(fixtures, 3),
    phoneCode: await server.phoneCode(3),
  });
  expect(await say(5, '学分')).toContain('还没有绑定');
  const { code } = await client.bindings.startBinding({ account: 'main' });
  expect(await say(5, `绑定 ${code.toLowerCase()}`)).toContain('已绑定');
  expect(await say(5, '绑定')).toContain('陈*敏（漯河市中心医院）');
  expect(await say(5, '学分')).toContain('陈慧敏，2026年度学分');
  expect(await say(5, '解绑')).toContain('回复“确认解绑”');
  expect(await say(5, '确认解绑')).toContain('已解绑');
  expect(await say(5, '学分')).toContain('还没有绑定');
  // Used up.
  expect(await say(6, `绑定 ${code}`)).toContain('绑定码不正确');
});
