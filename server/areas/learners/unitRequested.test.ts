/** There is no 无单位: who does not find his unit asks for it, waits without one, and is submitted when it is there. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { formOf, openScreen, register } from '../../testing/people';
import { notificationModel } from '../notifications/model';

const REQUEST = { name: '舞阳县第三人民医院', regionCode: '411121', note: '2026年新成立' };

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const draft = async (n = 1) => register(server, fixtures, n, { unitRequest: REQUEST });
const told = async () =>
  (await notificationModel(server.platform.mongo).find().sort({ _id: 1 }).lean()).map(({ title, lines }) => [
    title,
    ...lines,
  ]);
async function decide(given: { decision: 'add' | 'refuse' | 'existing'; unitId?: string; reason?: string }) {
  const { items } = await fixtures.authority.regionsUnits.listUnitRequests({});
  return fixtures.authority.regionsUnits.decideUnitRequest({ requestId: items[0]?.id ?? '', ...given });
}

test('until then he is 未提交, sees whom it waits for, and no unit sees him', async () => {
  const { client } = await draft();
  const { learner } = await client.accounts.me({});
  expect(learner).toMatchObject({
    unit: null,
    unitRequest: {
      name: REQUEST.name,
      regionCode: REQUEST.regionCode,
      state: 'waiting',
      reason: null,
      authorityName: '漯河市卫生健康委员会',
    },
    approval: { state: 'draft' },
    personnelNo: null,
  });
  expect((await client.learners.myProfile({})).units).toEqual([]);
  for (const unit of [fixtures.unit, fixtures.otherUnit]) {
    expect((await unit.learners.listLearners({ state: 'all' })).total).toBe(0);
  }
});

test('he cannot be decided on, sees the other pages, and his scan at a class waits', async () => {
  const { client, learnerId } = await draft();
  expect(await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' })).toEqual({
    changed: 0,
    results: [],
  });
  expect((await client.credits.myCredits({})).required).toBe(2500);
  expect((await client.activities.myActivities({})).items).toEqual([]);
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  expect((await client.checkIns.checkIn({ claimId })).held).toMatchObject({ kind: 'unapproved' });
});

test('once the unit is added he waits for its approval, and is told', async () => {
  const { client, learnerId } = await draft();
  server.clock.pass(3_600_000);
  await decide({ decision: 'add' });
  expect((await client.accounts.me({})).learner).toMatchObject({
    unit: { name: REQUEST.name },
    unitRequest: null,
    approval: { state: 'pending', submittedAt: new Date(server.clock.now()).toISOString() },
  });
  expect(await told()).toEqual([
    ['申请的单位已新增', '您的注册信息已提交单位审核。', '审核通过后会再通知您。'],
  ]);
  expect((await server.services.learners.get(learnerId))?.approval.state).toBe('pending');
});

test('where it was there already, he is submitted to that one', async () => {
  const { learnerId } = await draft();
  await decide({ decision: 'existing', unitId: fixtures.unitId });
  expect((await fixtures.unit.learners.listLearners({})).items.map(({ id }) => id)).toEqual([learnerId]);
});

test('refused, he is told why and chooses a unit himself', async () => {
  const { client } = await draft();
  await decide({ decision: 'refuse', reason: '请选择漯河市中心医院' });
  expect((await client.accounts.me({})).learner).toMatchObject({
    unitRequest: { state: 'refused', reason: '请选择漯河市中心医院' },
    approval: { state: 'draft' },
  });
  expect(await told()).toEqual([
    ['申请的单位未能新增', '原因：请选择漯河市中心医院', '请重新选择单位后再提交。'],
  ]);
  const { name, title } = formOf(fixtures, 1);
  expect(await client.learners.resubmit({ name, title, unitId: fixtures.unitId })).toMatchObject({
    unit: { id: fixtures.unitId },
    unitRequest: null,
    approval: { state: 'pending' },
  });
});

test('another request takes the place of the first; choosing a unit takes it back', async () => {
  const { client } = await draft();
  const { name, title } = formOf(fixtures, 1);
  server.clock.pass(1000);
  const again = await client.learners.resubmit({
    name,
    title,
    unitRequest: { ...REQUEST, name: '舞阳县第四人民医院' },
  });
  expect(again).toMatchObject({ unit: null, unitRequest: { name: '舞阳县第四人民医院', state: 'waiting' } });
  const waiting = async () =>
    (await fixtures.authority.regionsUnits.listUnitRequests({})).items.map((request) => request.name);
  expect(await waiting()).toEqual(['舞阳县第四人民医院']);
  await client.learners.resubmit({ name, title, unitId: fixtures.unitId });
  expect(await waiting()).toEqual([]);
});

test('a rejected learner whose unit was wrong can ask for the right one', async () => {
  const { client, learnerId } = await register(server, fixtures, 1);
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'reject', reason: '不是本单位' });
  const { name, title } = formOf(fixtures, 1);
  expect(await client.learners.resubmit({ name, title, unitRequest: REQUEST })).toMatchObject({
    unit: null,
    approval: { state: 'draft', reason: null },
  });
  expect((await fixtures.unit.learners.listLearners({ state: 'all' })).total).toBe(0);
});

test.each<[string, { unitId?: true; unitRequest?: typeof REQUEST }, string, string]>([
  ['both', { unitId: true, unitRequest: REQUEST }, 'unitId', '已选择单位，不需要再申请新增单位'],
  ['neither', {}, 'unitId', '请选择单位；找不到时可申请新增单位'],
  ['a short name', { unitRequest: { ...REQUEST, name: '医院' } }, 'unitRequest.name', '请填写单位全称'],
  ['a city', { unitRequest: { ...REQUEST, regionCode: '4111' } }, 'unitRequest.regionCode', '请选择到区县'],
  [
    'no county',
    { unitRequest: { ...REQUEST, regionCode: '419999' } },
    'unitRequest.regionCode',
    '请选择到区县',
  ],
])('%s: named at its field, and nobody is registered', async (_what, choice, field, message) => {
  const { unitId, ...given } = choice as { unitId?: boolean; unitRequest?: typeof REQUEST };
  const { client } = await server.wechat(1);
  const { unitId: right, ...form } = formOf(fixtures, 1);
  await expect(
    client.learners.register({
      ...form,
      ...(unitId && { unitId: right }),
      ...given,
      phoneCode: await server.phoneCode(1),
    }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field, message });
  expect((await client.accounts.me({})).learner).toBeNull();
});
