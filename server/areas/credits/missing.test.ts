/** 为什么查不到学分: what the rule is told is what is in the store. */
import { analyse, analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen, register } from '../../testing/people';
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

const HOUR = 3_600_000;
const HOLDER = '漯河市中心医院';
const ABOVE = '漯河市卫生健康委员会';

const ask = async (client: Fixtures['unit']) =>
  client.credits.whyMissing({ activityId: fixtures.activityId });
/** The condition that is open, with the answer. */
async function answerTo(client: Fixtures['unit']) {
  const { answer, conditions } = await ask(client);
  const open = conditions.find(({ state }) => state !== 'done');
  return [open ? `${open.key} ${open.state} ${open.waitingFor ?? ''}`.trim() : 'done', answer];
}

test('from the refused scan to the reviewed credit, and back', async () => {
  const { client } = await register(server, fixtures, 1);
  expect(await answerTo(client)).toEqual([`approval theirs ${HOLDER}`, '单位还没有审核您的注册信息。']);
  const { client: person, learnerId } = await approvedLearner(server, fixtures, 2);
  expect(await answerTo(person)).toEqual(['checkIn mine', '您还没有签到。']);

  const { show } = await openScreen(server, fixtures);
  const { claimId } = await person.checkIns.scan({ text: (await show()).text });
  await person.checkIns.checkIn({ claimId });
  expect(await answerTo(person)).toEqual(['analysis ahead', `活动结束后，由${HOLDER}进行考勤分析。`]);

  server.clock.pass(10 * HOUR);
  expect(await answerTo(person)).toEqual([`analysis theirs ${HOLDER}`, `${HOLDER}还没有进行考勤分析。`]);

  // One window that he is in, and one that he is not in.
  const windows = [
    { from: new Date(NINE - HOUR).toISOString(), to: new Date(NINE + HOUR).toISOString() },
    { from: new Date(NINE + 7 * HOUR).toISOString(), to: new Date(NINE + 9 * HOUR).toISOString() },
  ];
  await analyse(fixtures.unit, fixtures.activityId, {
    windows: windows.map((window) => ({ ...window, direction: null, courseId: null })),
  });
  expect(await answerTo(person)).toEqual([
    'analysis missed',
    '第1次考勤分析（2026-11-21 19:00）：第2个刷卡周期（11-21 16:00–18:00）内没有考勤，不符合举办单位的授分标准。',
  ]);

  const { id: analysisId } = await analyse(fixtures.unit, fixtures.activityId);
  expect(await answerTo(person)).toEqual([
    `granting theirs ${HOLDER}`,
    `考勤有效，${HOLDER}还没有进行授分操作。`,
  ]);

  const { id: creditingId } = await fixtures.unit.crediting.grant({
    activityId: fixtures.activityId,
    analysisId,
    activityDate: '2026-11-21',
  });
  expect((await answerTo(person))[0]).toBe(`review theirs ${ABOVE}`);
  expect((await answerTo(person))[1]).toMatch(
    new RegExp(`^学分已授予，等待${ABOVE}审核，最迟于2026-12-0\\d审核。$`),
  );

  await fixtures.authority.crediting.returnCrediting({ creditingId, reason: '请核对名单' });
  expect(await answerTo(person)).toEqual([
    `review theirs ${HOLDER}`,
    `学分审核退回：请核对名单，等待${HOLDER}修改后重新提交。`,
  ]);
  await fixtures.unit.crediting.resubmit({ creditingId });
  await fixtures.authority.crediting.approve({ creditingId });
  expect(await answerTo(person)).toEqual(['done', '学分已审核通过，计入2026年度。']);

  await fixtures.authority.crediting.revokeReviewed({ creditingId, learnerIds: [learnerId], reason: '代签' });
  const [open, answer] = await answerTo(person);
  expect(open).toBe('granting missed');
  expect(answer).toMatch(/^学分已于2026-11-21被.*撤销，原因：代签。$/);
});

test('unchecked by the administrator, while a colleague is credited', async () => {
  const [one, other] = [
    await approvedLearner(server, fixtures, 1),
    await approvedLearner(server, fixtures, 2),
  ];
  await swipe(server, fixtures, one.learnerId);
  await swipe(server, fixtures, other.learnerId);
  await analyseAndGrant(fixtures.unit, fixtures.activityId, {
    except: [{ learnerId: one.learnerId, reason: '代他人刷卡' }],
  });
  expect(await answerTo(one.client)).toEqual([
    'granting missed',
    `${HOLDER}授分时没有授予您，原因：代他人刷卡。`,
  ]);
});

test('scans that did not count are listed in the words of the manual, to him only', async () => {
  const { client, learnerId } = await register(server, fixtures, 1, { unitId: fixtures.otherUnitId });
  await fixtures.otherUnit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
  // Another unit's, and he has not been there: it is none of his.
  await expect(ask(client)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const { text } = await (await openScreen(server, fixtures)).show();
  server.clock.pass(20_000);
  await expect(client.checkIns.scan({ text })).rejects.toMatchObject({ code: 'QR_EXPIRED' });
  expect(await ask(client)).toMatchObject({
    answer: '扫码没有生效：所扫的二维码已更新。',
    advice: '请在举办周期内扫描会场大屏上的二维码签到。',
    refused: [{ at: new Date(NINE + 20_000).toISOString(), reason: '所扫的二维码已更新' }],
  });
  const stranger = await register(server, fixtures, 2, { unitId: fixtures.otherUnitId });
  await expect(ask(stranger.client)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
