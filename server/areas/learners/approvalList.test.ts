/** 人员信息审核列表. */
import { send } from '../../testing/calls';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague, idNoOf, register } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const names = async (query: Parameters<Fixtures['unit']['learners']['listLearners']>[0]) =>
  (await fixtures.unit.learners.listLearners(query)).items.map(({ name }) => name);

test('shows who is waiting, the first submitted first, with masked numbers', async () => {
  await register(server, fixtures, 3, { name: '李雪梅' });
  server.clock.pass(1000);
  await register(server, fixtures, 1, { name: '王志强' });
  server.clock.pass(1000);
  await approvedLearner(server, fixtures, 2, { name: '张建国' });
  const list = await fixtures.unit.learners.listLearners({});
  expect(list).toMatchObject({ total: 2, page: 1, pageSize: 20 });
  expect(list.items.map(({ name }) => name)).toEqual(['李雪梅', '王志强']);
  expect(list.items[1]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    name: '王志强',
    idNoMasked: `4111**********${idNoOf(1).slice(-4)}`,
    phoneMasked: '138****8001',
    title: 'nurse',
    department: '护理部',
    state: 'pending',
    reason: null,
    personnelNo: null,
    submittedAt: new Date(server.clock.now() - 1000).toISOString(),
    sameNameInUnit: false,
    photoUrl: null,
    isDepartmentKnown: false,
    status: 'active',
  });
});

test('filters by state', async () => {
  await register(server, fixtures, 1, { name: '王志强' });
  await approvedLearner(server, fixtures, 2, { name: '张建国' });
  const { learnerId } = await register(server, fixtures, 3, { name: '李雪梅' });
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'reject', reason: '单位有误' });
  expect(await names({ state: 'pending' })).toEqual(['王志强']);
  expect(await names({ state: 'approved' })).toEqual(['张建国']);
  expect(await names({ state: 'rejected' })).toEqual(['李雪梅']);
  expect((await names({ state: 'all' })).sort()).toEqual(['张建国', '李雪梅', '王志强'].sort());
  expect((await fixtures.unit.learners.listLearners({ state: 'rejected' })).items[0]).toMatchObject({
    reason: '单位有误',
    personnelNo: null,
  });
});

test('pages hold everybody once, also those of the same moment', async () => {
  for (let n = 1; n <= 7; n += 1) {
    await register(server, fixtures, n);
  }
  const pages = await Promise.all(
    [1, 2, 3, 4].map(async (page) => fixtures.unit.learners.listLearners({ page, pageSize: 3 })),
  );
  expect(pages.map(({ items }) => items.length)).toEqual([3, 3, 1, 0]);
  expect(pages.every(({ total, pageSize }) => total === 7 && pageSize === 3)).toBe(true);
  expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(7);
});

test.each([
  ['page', '0'],
  ['page', 'x'],
  ['pageSize', '201'],
  ['state', 'everything'],
])('%s=%s is named', async (field, value) => {
  const { token } = await colleague(server, fixtures.unitId);
  const answer = await send(server, 'GET', `/api/unit/learners?${field}=${value}`, { token });
  expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT', field } });
});

describe('search', () => {
  beforeEach(async () => {
    await register(server, fixtures, 1, { name: '欧阳娜娜' });
    await register(server, fixtures, 2, { name: '阿依古丽·买买提' });
    await register(server, fixtures, 3, { name: 'Anna Smith' });
  });

  test.each([
    ['part of a name', '阳娜', '欧阳娜娜'],
    ['a name with a space in it', '欧阳 娜', '欧阳娜娜'],
    ['a name with another dot', '古丽•买', '阿依古丽·买买提'],
    ['letters in any case', 'SMITH', 'Anna Smith'],
    ['full-width letters', 'Ｓｍｉｔｈ', 'Anna Smith'],
    ['a whole idNo', idNoOf(1), '欧阳娜娜'],
    ['an idNo with spaces and small x', ` ${idNoOf(2).toLowerCase()} `, '阿依古丽·买买提'],
  ])('finds by %s', async (_what, q, name) => {
    expect(await names({ q })).toEqual([name]);
  });

  test('finds by 医通卡号 once there is one', async () => {
    const { learnerId, client } = await register(server, fixtures, 4, { name: '刘思远' });
    await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
    const { learner } = await client.accounts.me({});
    expect(await names({ state: 'all', q: learner?.personnelNo ?? '' })).toEqual(['刘思远']);
  });

  test.each([
    '.*',
    '.',
    '^',
    '$',
    '(',
    '[',
    '\\',
    '(?:',
    '欧.娜娜',
    '{"$gt":""}',
    '%',
    '不在此处',
    idNoOf(9),
  ])('%s finds nobody and breaks nothing', async (q) => {
    expect(await fixtures.unit.learners.listLearners({ q })).toMatchObject({ items: [], total: 0 });
  });

  test('part of an idNo is no way to try numbers out', async () => {
    expect(await names({ q: idNoOf(1).slice(0, 17) })).toEqual([]);
  });
});

test('a name that two of the unit have is pointed out on both, and only within the unit', async () => {
  await approvedLearner(server, fixtures, 1, { name: '王志强' });
  await register(server, fixtures, 2, { name: '王志强' });
  await register(server, fixtures, 3, { name: '李雪梅' });
  await register(server, fixtures, 4, { name: '李雪梅', unitId: fixtures.otherUnitId });
  const { items } = await fixtures.unit.learners.listLearners({ state: 'all' });
  const hints = items.map(({ name, sameNameInUnit }) => `${name} ${sameNameInUnit}`).sort();
  expect(hints).toEqual(['李雪梅 false', '王志强 true', '王志强 true'].sort());
});

test("another unit's learners are not in the list, by any search", async () => {
  const { learnerId } = await register(server, fixtures, 1, {
    name: '王志强',
    unitId: fixtures.otherUnitId,
  });
  for (const q of ['', '王志强', idNoOf(1)]) {
    expect((await fixtures.unit.learners.listLearners({ state: 'all', q })).total).toBe(0);
    expect((await fixtures.otherUnit.learners.listLearners({ state: 'all', q })).items[0]?.id).toBe(
      learnerId,
    );
  }
});
