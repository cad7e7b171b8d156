/** The log as an authority reads it: its own region, in words. */
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';
import { anotherAuthority, authorityColleague } from '../../testing/units';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

type Query = Parameters<Fixtures['authority']['personalData']['listAudit']>[0];
const lines = async (query: Query = {}, client = fixtures.authority) =>
  (await client.personalData.listAudit({ pageSize: 100, ...query })).items.map(
    ({ actorName, actionLabel, subjectName }) => `${actorName} | ${actionLabel} | ${subjectName}`,
  );
const append = async (action: string, unitId = fixtures.unitId, subject = `unit:${unitId}`) =>
  server.services.audit.append({ actor: { kind: 'unit', id: unitId }, action, subject });

test('who did what to whom, the latest first, with the administrator and never a whole name of a learner', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1, { name: '陈慧敏' });
  await fixtures.unit.transfers.release({ learnerId, note: '' });
  const all = await lines();
  expect(all).toEqual(
    expect.arrayContaining([
      '漯河市中心医院 · 王芳 | 调出人员 | 人员 陈*敏',
      '漯河市中心医院 · 王芳 | 人员审核通过 | 人员 陈*敏',
    ]),
  );
  expect(all[0]).toContain('调出人员');
  expect(all.join('\n')).not.toContain('陈慧敏');
});

test('each kind of subject has a name', async () => {
  const { authorityId, unitId, activityId } = fixtures;
  const colleague = await server.services.administrators.put({
    kind: 'unit',
    subjectId: unitId,
    name: '赵静',
    phone: '13911112222',
  });
  const subjects: [string, string][] = [
    [`unit:${unitId}`, '单位 漯河市中心医院'],
    [`authority:${authorityId}`, '行政部门 漯河市卫生健康委员会'],
    [`activity:${activityId}`, '活动 外科护理学新进展学习班'],
    [`administrator:${String(colleague._id)}`, '管理员 赵静'],
    ['crediting:64b000000000000000000001', '授分批次'],
    ['learner:unknown', '人员'],
    ['learner:64b000000000000000000001', '人员'],
    ['something:else', '其他'],
  ];
  for (const [subject] of subjects) {
    await append('credit.granted', unitId, subject);
  }
  const { items } = await fixtures.authority.personalData.listAudit({ action: 'credit.granted' });
  expect(items.map(({ subjectName }) => subjectName).reverse()).toEqual(subjects.map(([, name]) => name));
});

test('an administrator who was removed, the system and a WeChat still have a name', async () => {
  const unit = { kind: 'unit', id: fixtures.unitId } as const;
  const { audit } = server.services;
  const { learnerId } = await register(server, fixtures, 1);
  const subject = `learner:${learnerId}`;
  await audit.append(
    { actor: { ...unit, administratorId: '64b000000000000000000001' }, action: 'learner.read', subject },
    { actor: { kind: 'wechat', id: 'openid-1' }, action: 'learner.read', subject },
    { actor: { kind: 'system', id: 'anonymous' }, action: 'learner.read', subject },
    { actor: { kind: 'learner', id: learnerId }, action: 'learner.read', subject },
  );
  const { items } = await fixtures.authority.personalData.listAudit({ action: 'learner.read' });
  expect(items.map(({ actorName }) => actorName)).toEqual([
    '学员 陈*敏',
    '系统',
    '微信用户',
    '漯河市中心医院 · 已移除的管理员',
  ]);
});

test('an authority sees its region, the county its county, the nation everything', async () => {
  await append('learner.read', fixtures.unitId);
  await append('learner.read', fixtures.otherUnitId);
  const nation = await anotherAuthority(server, {
    code: '000000',
    name: '国家卫生健康委员会',
    regionCode: '',
    phone: '13900000001',
  });
  const county = await anotherAuthority(server, {
    code: '411102',
    name: '源汇区卫生健康委员会',
    regionCode: '411102',
    phone: '13900000002',
  });
  const elsewhere = await anotherAuthority(server, {
    code: '411103',
    name: '郾城区卫生健康委员会',
    regionCode: '411103',
    phone: '13900000003',
  });
  const mine = ['漯河市中心医院 | 查看人员资料 | 单位 漯河市中心医院'];
  const query = { action: 'learner.read' };
  expect(await lines(query)).toEqual(mine);
  expect(await lines(query, county.client)).toEqual(mine);
  expect(await lines(query, elsewhere.client)).toEqual([]);
  expect(await lines(query, nation.client)).toHaveLength(2);
  // What the city does is for the city and those above it.
  await server.services.audit.append({
    actor: { kind: 'authority', id: fixtures.authorityId },
    action: 'unit.created',
    subject: `unit:${fixtures.unitId}`,
  });
  expect(await lines({ action: 'unit.created' })).toHaveLength(1);
  expect(await lines({ action: 'unit.created' }, county.client)).toEqual([]);
});

test('by unit: what it did and what was done to it', async () => {
  await append('learner.read');
  await server.services.audit.append({
    actor: { kind: 'authority', id: fixtures.authorityId },
    action: 'unit.created',
    subject: `unit:${fixtures.unitId}`,
  });
  expect(await lines({ unitId: fixtures.unitId })).toHaveLength(2);
  for (const unitId of [fixtures.otherUnitId, '0'.repeat(24)]) {
    await expect(fixtures.authority.personalData.listAudit({ unitId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
});

test('by day in China, both ends included', async () => {
  for (const at of [
    '2026-11-19T15:59:59Z',
    '2026-11-19T16:00:00Z',
    '2026-11-21T15:59:59Z',
    '2026-11-21T16:00:00Z',
  ]) {
    server.clock.set(Date.parse(at));
    await append('learner.read');
  }
  // Back where the session still holds.
  server.clock.set(NINE);
  const times = async (query: Query) =>
    (await fixtures.authority.personalData.listAudit(query)).items.map(({ at }) => at);
  expect(await times({ from: '2026-11-20', to: '2026-11-21' })).toEqual([
    '2026-11-21T15:59:59.000Z',
    '2026-11-19T16:00:00.000Z',
  ]);
  expect(await times({ from: '2026-11-22' })).toEqual(['2026-11-21T16:00:00.000Z']);
  expect(await times({ to: '2026-11-19' })).toEqual(['2026-11-19T15:59:59.000Z']);
  await expect(fixtures.authority.personalData.listAudit({ from: '2026-02-30' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'from',
  });
});

test('page by page, with all actions for the filter', async () => {
  for (let i = 0; i < 5; i += 1) {
    await append('learner.read');
  }
  const answer = await fixtures.authority.personalData.listAudit({ page: 2, pageSize: 2 });
  expect(answer).toMatchObject({ total: 5, page: 2, pageSize: 2 });
  expect(answer.items.map(({ sequence }) => sequence)).toEqual([3, 2]);
  expect(answer.actions).toContainEqual({ action: 'transfer.released', label: '调出人员' });
});

test('only authorities with manageAccount', async () => {
  await expect(fixtures.unit.personalData.listAudit({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const reviewer = await authorityColleague(server, fixtures.authorityId, {
    name: '赵静',
    phone: '13911112222',
    permissions: ['review'],
  });
  await expect(reviewer.personalData.listAudit({})).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
});
