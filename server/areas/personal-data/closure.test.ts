/** 注销账号: credits remain, personal data goes, and the same person can come again. */

import { setPassword } from '../../testing/calls';
import { analyseAndGrant } from '../../testing/crediting';
import { evaluate } from '../../testing/evaluations';
import { publishedPaper, takeExam } from '../../testing/exams';
import { type Fixtures, PASSWORD, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, openScreen, register } from '../../testing/people';
import { scanOf, setCheckInRules, walkInFormOf } from '../../testing/walkIns';
import { auditModel } from '../audit/model';
import { creditEntryModel } from '../credits/model';
import { notificationModel } from '../notifications/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

/** The code that the person's phone got last. */
const codeOf = (n: number) => /\d{6}/.exec(server.simulator.inbox(String(n)).at(-1)?.text ?? '')?.[0] ?? '';

async function close(client: Fixtures['unit'], n: number) {
  await client.personalData.sendClosureCode({});
  await client.personalData.closeAccount({ smsCode: codeOf(n) });
}

async function credited(n: number) {
  const learner = await approvedLearner(server, fixtures, n, { name: '欧阳慧敏' });
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await learner.client.checkIns.scan({ text: (await show()).text });
  await learner.client.checkIns.checkIn({ claimId });
  await analyseAndGrant(fixtures.unit, fixtures.activityId);
  return learner;
}

/** All that is written anywhere. */
async function everything(): Promise<string> {
  const { mongo, redis } = server.platform;
  const stored: string[] = [server.logged()];
  for (const { name } of await mongo.listCollections()) {
    stored.push(JSON.stringify(await mongo.collection(name).find().toArray()));
  }
  for (const key of await redis.keys('*')) {
    stored.push(key, (await redis.type(key)) === 'string' ? String(await redis.get(key)) : '');
  }
  return stored.join('\n');
}

test('the code goes to the registered phone, which is shown masked', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  expect(await client.personalData.sendClosureCode({})).toEqual({
    ok: true,
    retryAfter: 60,
    phoneMasked: '138****8001',
  });
  expect(codeOf(1)).toMatch(/^\d{6}$/);
});

test('without the right code nothing happens', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const invalid = { code: 'SMS_CODE_INVALID', field: 'smsCode' };
  await expect(client.personalData.closeAccount({ smsCode: '000000' })).rejects.toMatchObject(invalid);
  await client.personalData.sendClosureCode({});
  const wrong = codeOf(1) === '111111' ? '222222' : '111111';
  await expect(client.personalData.closeAccount({ smsCode: wrong })).rejects.toMatchObject(invalid);
  server.clock.pass(11 * 60_000);
  await expect(client.personalData.closeAccount({ smsCode: '' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'smsCode',
  });
  expect((await client.accounts.me({})).learner?.name).toBe('陈慧敏');
});

test('a code that was asked for something else, or by another, does not serve', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const other = await approvedLearner(server, fixtures, 2);
  await client.accounts.sendSmsCode({ phone: '13800138001' });
  const forRegistration = codeOf(1);
  await other.client.personalData.sendClosureCode({});
  for (const smsCode of [forRegistration, codeOf(2)]) {
    await expect(client.personalData.closeAccount({ smsCode })).rejects.toMatchObject({
      code: 'SMS_CODE_INVALID',
    });
  }
});

test('nothing in either store, nor in the log, says any more who he was', async () => {
  const { client, learnerId } = await credited(1);
  await client.learners.saveProfile({ address: '漯河市人民东路56号', remark: '喜欢登山' });
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId, note: '随配偶王强迁居' });
  await close(client, 1);

  const { mongo, cipher } = server.platform;
  const all = await everything();
  expect(all).toContain(learnerId);
  for (const secret of [
    '欧阳慧敏',
    '人民东路',
    '喜欢登山',
    '王强',
    idNoOf(1),
    '13800138001',
    cipher.hash('idNo', idNoOf(1)),
  ]) {
    expect(all).not.toContain(secret);
  }
  expect(await auditModel(mongo).findOne({ action: 'learner.closed' }).lean()).toMatchObject({
    actor: { kind: 'learner', id: learnerId },
    subject: `learner:${learnerId}`,
    regionCode: '411102',
  });
  expect(await server.services.audit.firstBroken()).toBeNull();
});

test('nor does what he was examined in, evaluated and was reminded of, and nobody reminds him again', async () => {
  const { client, learnerId } = await credited(1);
  const { activityId } = fixtures;
  const { services, platform } = server;
  const remind = () => fixtures.unit.tasks.remindTask({ activityId, kind: 'exam' });
  const told = () => notificationModel(platform.mongo).countDocuments({ learnerId });
  await publishedPaper(fixtures, {});
  await takeExam(client, activityId, 0);
  expect(await remind()).toEqual({ reminded: 1 });
  server.clock.pass(10 * 3_600_000);
  await evaluate(client, activityId);
  expect(await told()).toBeGreaterThan(0);
  await close(client, 1);
  expect(await told()).toBe(0);
  expect(await remind()).toEqual({ reminded: 0 });
  expect(await told()).toBe(0);
  expect(await services.exams.ofLearner(learnerId)).toHaveLength(1);
  expect(await services.evaluations.doneBy(activityId)).toEqual(new Set([learnerId]));
  const all = await everything();
  for (const secret of ['欧阳慧敏', '13800138001', platform.cipher.hash('idNo', idNoOf(1))]) {
    expect(all).not.toContain(secret);
  }
});

test('nor does a form that he signed in with and was never approved for', async () => {
  await setCheckInRules(server, { hasWalkInForm: true });
  const { client } = await register(server, fixtures, 1);
  await client.walkIns.submitWalkIn(walkInFormOf(1, await scanOf(server, fixtures, client)));
  const forms = server.platform.mongo.collection('walkIns');
  expect(await forms.countDocuments()).toBe(1);
  await close(client, 1);
  expect(await forms.countDocuments()).toBe(0);
});

test('credits and check-ins remain, and every list that names him still opens', async () => {
  const { client, learnerId } = await credited(1);
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await close(client, 1);
  expect(await creditEntryModel(server.platform.mongo).countDocuments({ learnerId })).toBe(1);
  expect(await server.services.checkIns.ofLearner(learnerId)).toHaveLength(1);
  const { crediting } = fixtures.unit;
  const [batch] = (await crediting.listCreditings({})).items;
  expect(batch).toMatchObject({ persons: 1 });
  expect((await crediting.creditingPersons({ creditingId: batch?.id ?? '' })).items).toMatchObject([
    { name: '已注销', idNoMasked: '—' },
  ]);
  expect((await fixtures.unit.transfers.listTransfers({})).items).toMatchObject([
    { name: '已注销', state: 'cancelled', can: [] },
  ]);
  expect((await fixtures.authority.personalData.listAudit({ action: 'learner.closed' })).items).toMatchObject(
    [{ actorName: '学员 已注销', subjectName: '人员 已注销' }],
  );
  expect((await fixtures.unit.learners.listLearners({ state: 'all' })).total).toBe(0);
});

test('he is signed out everywhere and his password opens nothing', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const byPassword = await setPassword(server, learnerId);
  const otherApp = await server.wechat(1, 'miniprogram');
  await close(client, 1);
  for (const session of [client, byPassword.client, otherApp.client]) {
    await expect(session.accounts.me({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  }
  await expect(
    server.client().accounts.signInWithPassword({ name: byPassword.personnelNo, password: PASSWORD }),
  ).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect((await (await server.wechat(1)).client.accounts.me({})).learner).toBeNull();
});

test('the same person registers anew, from the same WeChat, and gets a new 医通卡号', async () => {
  const first = await credited(1);
  const before = (await first.client.accounts.me({})).learner?.personnelNo;
  await close(first.client, 1);
  const second = await approvedLearner(server, fixtures, 1);
  const after = (await second.client.accounts.me({})).learner;
  expect(second.learnerId).not.toBe(first.learnerId);
  expect(after?.personnelNo).toMatch(/^\d{10}$/);
  expect(after?.personnelNo).not.toBe(before);
  expect((await second.client.credits.myCredits({})).totals.total).toBe(0);
});

test('the code is used up: it closes no second account of the same phone', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  await client.personalData.sendClosureCode({});
  const smsCode = codeOf(1);
  await client.personalData.closeAccount({ smsCode });
  const again = await register(server, fixtures, 1);
  await expect(again.client.personalData.closeAccount({ smsCode })).rejects.toMatchObject({
    code: 'SMS_CODE_INVALID',
  });
});

test('his request for a unit goes with him', async () => {
  const unitRequest = { name: '源汇区大刘镇中心卫生院', regionCode: '411102', note: '我是护士陈慧敏' };
  const waiting = async () => (await fixtures.authority.overview.authorityOverview({})).waitingUnitRequests;
  const { client } = await register(server, fixtures, 1, { unitRequest });
  expect(await waiting()).toBe(1);
  await close(client, 1);
  expect(await waiting()).toBe(0);
  const left = await server.platform.mongo.collection('unitRequests').find().toArray();
  expect(JSON.stringify(left)).not.toContain('陈慧敏');
});

test('a request for a unit that was decided keeps nothing of what he wrote', async () => {
  const unitRequest = { name: '源汇区大刘镇中心卫生院', regionCode: '411102', note: '我是护士陈慧敏' };
  const { client } = await register(server, fixtures, 1, { unitRequest });
  const { items } = await fixtures.authority.regionsUnits.listUnitRequests({});
  await fixtures.authority.regionsUnits.decideUnitRequest({
    requestId: items[0]?.id ?? '',
    decision: 'refuse',
    reason: '请选择已有单位',
  });
  await close(client, 1);
  const left = await server.platform.mongo.collection('unitRequests').find().toArray();
  expect(left).toHaveLength(1);
  expect(JSON.stringify(left)).not.toContain('陈慧敏');
  expect(await fixtures.authority.regionsUnits.listUnitRequests({ state: 'all' })).toMatchObject({
    total: 1,
  });
});

test('an open 调动 ends, and nobody can admit him', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.transfers.release({ learnerId });
  await close(client, 1);
  await expect(fixtures.otherUnit.transfers.findToAdmit({ idNo: idNoOf(1) })).rejects.toMatchObject({
    code: 'NOT_RELEASED',
  });
});

test('closing and being admitted at once: he is closed, and no 调动 is left open', async () => {
  for (const n of [1, 2, 3]) {
    const { client, learnerId } = await approvedLearner(server, fixtures, n);
    await fixtures.unit.transfers.release({ learnerId });
    await client.personalData.sendClosureCode({});
    const smsCode = codeOf(n);
    await Promise.allSettled([
      client.personalData.closeAccount({ smsCode }),
      fixtures.otherUnit.transfers.admit({ idNo: idNoOf(n) }),
    ]);
    expect(await server.services.learners.get(learnerId)).toBeNull();
  }
  expect(await server.platform.mongo.collection('transfers').countDocuments({ open: true })).toBe(0);
});
