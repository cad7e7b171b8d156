import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { register } from '../../testing/people';
import { authorityModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const REQUEST = { name: '源汇区老街社区卫生服务中心', regionCode: '411102', note: '2026年新建' };
const ask = async (n: number, unitRequest: object = {}) =>
  register(server, fixtures, n, { unitRequest: { ...REQUEST, ...unitRequest } });
const list = async (query: object = {}, client = fixtures.authority) =>
  client.regionsUnits.listUnitRequests(query);
const first = async () => String((await list()).items[0]?.id);
const decide = async (given: object, requestId?: string) =>
  fixtures.authority.regionsUnits.decideUnitRequest({
    requestId: requestId ?? (await first()),
    decision: 'add',
    ...given,
  });
const approvalOf = async (learnerId: string) =>
  (await server.services.learners.get(learnerId))?.approval.state;
const unitOf = async (learnerId: string) =>
  String((await server.services.learners.get(learnerId))?.unitId ?? '');

test('a request waits for the authority of the county, with what the decision needs', async () => {
  const { learnerId, client } = await ask(1);
  await fixtures.authority.regionsUnits.createUnit({
    name: '老街社区卫生服务站',
    regionCode: '411102',
    aliases: ['漯河市源汇区老街社区卫生服务中心'],
  });
  expect(await list()).toMatchObject({
    total: 1,
    items: [
      {
        name: REQUEST.name,
        regionName: '河南省 漯河市 源汇区',
        note: '2026年新建',
        learnerName: '陈慧敏',
        phoneMasked: expect.stringMatching(/^1\d\d\*{4}\d{4}$/),
        state: 'waiting',
        authorityName: '漯河市卫生健康委员会',
        isMine: true,
        similar: [{ name: '老街社区卫生服务站', matchedName: '漯河市源汇区老街社区卫生服务中心' }],
      },
    ],
  });
  expect(await approvalOf(learnerId)).toBe('draft');
  expect((await client.accounts.me({})).learner).toMatchObject({
    unit: null,
    unitRequest: { name: REQUEST.name, state: 'waiting', authorityName: '漯河市卫生健康委员会' },
  });
  expect(await server.services.regionsUnits.countWaitingRequests(fixtures.authorityId)).toBe(1);
});

test('it goes to the nearest authority, and to a new nearer one from then on', async () => {
  await ask(1);
  const province = await authorityClient(server, '41');
  expect((await list({}, province)).items).toMatchObject([{ isMine: false }]);
  await fixtures.authority.regionsUnits.createAuthority({ name: '源汇区卫健委', regionCode: '411102' });
  expect((await list()).items).toMatchObject([{ isMine: false, authorityName: '源汇区卫健委' }]);
  expect(await server.services.regionsUnits.countWaitingRequests(fixtures.authorityId)).toBe(0);
});

test('with nobody above who could add it, that is said', async () => {
  await authorityModel(server.platform.mongo).deleteMany({});
  await expect(ask(1)).rejects.toMatchObject({
    code: 'UNIT_UNKNOWN',
    message: expect.stringContaining('河南省 漯河市 源汇区还没有开通的行政部门'),
  });
});

test.each(['411199', '990101'])('%s is no county', async (regionCode) => {
  await expect(ask(1, { regionCode })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'unitRequest.regionCode',
  });
});

test('added under its right name, the unit has the learner to approve, and can be found', async () => {
  const { learnerId } = await ask(1);
  const row = await decide({ name: '漯河市源汇区老街街道社区卫生服务中心' });
  expect(row).toMatchObject({ state: 'accepted' });
  const [unit] = (await server.client().regionsUnits.searchUnits({ q: '老街' })).items;
  expect(unit?.name).toBe('漯河市源汇区老街街道社区卫生服务中心');
  expect(await unitOf(learnerId)).toBe(unit?.id);
  expect(await approvalOf(learnerId)).toBe('pending');
  expect((await list()).total).toBe(0);
  expect((await list({ state: 'accepted' })).items).toMatchObject([{ similar: [] }]);
  const log = server.platform.mongo.collection('auditEntries');
  expect(
    await log
      .find({ subject: `unit:${unit?.id}` })
      .sort({ _id: 1 })
      .toArray(),
  ).toMatchObject([{ action: 'unit-request.accepted', reason: REQUEST.name }]);
});

test('others who ask for the same are decided with it, others of the county are not', async () => {
  const same = await Promise.all([ask(1), ask(2, { name: ' 源汇区 老街社区卫生服务中心' })]);
  const other = await ask(3, { name: '源汇区新街社区卫生服务中心' });
  const far = await ask(4, { regionCode: '411103' });
  // One of the same name lies in the other county, and they all came at the same time: the list may begin with it.
  const request = (await list()).items.find(
    ({ name, regionName }) => name === REQUEST.name && regionName.endsWith('源汇区'),
  );
  await decide({ decision: 'existing', unitId: fixtures.unitId }, request?.id);
  for (const { learnerId } of same) {
    expect([await unitOf(learnerId), await approvalOf(learnerId)]).toEqual([fixtures.unitId, 'pending']);
  }
  for (const { learnerId } of [other, far]) {
    expect(await approvalOf(learnerId)).toBe('draft');
  }
  expect((await list()).total).toBe(2);
});

test('refused with a reason, which the learner reads; without one it is asked for', async () => {
  const { client, learnerId } = await ask(1);
  await expect(decide({ decision: 'refuse' })).rejects.toMatchObject({
    code: 'REASON_REQUIRED',
    field: 'reason',
  });
  await decide({ decision: 'refuse', reason: '请选择“漯河市中心医院”' });
  expect((await client.accounts.me({})).learner).toMatchObject({
    unit: null,
    unitRequest: { state: 'refused', reason: '请选择“漯河市中心医院”' },
  });
  expect(await approvalOf(learnerId)).toBe('draft');
});

test('decided once: a colleague who comes second is told, and nothing is done twice', async () => {
  await ask(1);
  const requestId = await first();
  const results = await Promise.allSettled([
    decide({}, requestId),
    decide({ name: '另一个名称' }, requestId),
    decide({ decision: 'existing', unitId: fixtures.unitId }, requestId),
    decide({ decision: 'refuse', reason: '重复' }, requestId),
  ]);
  const codes = results.map((result) => (result.status === 'fulfilled' ? 'done' : result.reason.code));
  expect(codes.sort()).toEqual(['REQUEST_DECIDED', 'REQUEST_DECIDED', 'REQUEST_DECIDED', 'done']);
  const { total } = await fixtures.authority.regionsUnits.listUnits({});
  expect(total).toBeLessThanOrEqual(2);
  await expect(decide({}, requestId)).rejects.toMatchObject({ code: 'REQUEST_DECIDED' });
});

test('a name that is there already is not added: the request goes on waiting', async () => {
  const { learnerId } = await ask(1);
  await fixtures.authority.regionsUnits.createUnit({ name: REQUEST.name, regionCode: '411102' });
  await expect(decide({})).rejects.toMatchObject({ code: 'UNIT_EXISTS' });
  expect((await list()).total).toBe(1);
  expect(await approvalOf(learnerId)).toBe('draft');
});

test('an existing unit is one of the region', async () => {
  await ask(1);
  for (const unitId of [fixtures.otherUnitId, '0'.repeat(24), undefined]) {
    await expect(decide({ decision: 'existing', unitId })).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
  }
});

test("another authority's request does not exist for this one", async () => {
  await ask(1);
  const requestId = await first();
  const other = await authorityClient(server, '43');
  expect((await list({ state: 'all' }, other)).total).toBe(0);
  for (const id of [requestId, '0'.repeat(24)]) {
    await expect(
      other.regionsUnits.decideUnitRequest({ requestId: id, decision: 'refuse', reason: '无' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('asking again replaces what waits; withdrawn, it is gone', async () => {
  const { learnerId } = await ask(1);
  const { regionsUnits } = server.services;
  await regionsUnits.requestUnit({ learnerId, ...REQUEST, name: '源汇区新街医院' });
  expect((await list()).items).toMatchObject([{ name: '源汇区新街医院' }]);
  await regionsUnits.withdrawRequest(learnerId);
  expect((await list({ state: 'all' })).total).toBe(0);
  expect(await regionsUnits.requestOf(learnerId)).toBeNull();
});
