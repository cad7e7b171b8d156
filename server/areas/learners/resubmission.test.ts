/** 修改后重新提交: before approval the learner corrects what he entered; after it only the administrator can. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, register } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const form = (changes: Partial<{ name: string; unitId: string; department: string }> = {}) => ({
  name: '陈慧敏',
  title: 'chiefNurse' as const,
  unitId: fixtures.unitId,
  department: '急诊科',
  ...changes,
});
const reject = async (learnerId: string) =>
  fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'reject', reason: '不是本单位人员' });

test('rejected, corrected, pending again without the old reason, then approved', async () => {
  const { client, learnerId } = await register(server, fixtures, 1, { name: '陈惠敏' });
  const before = (await client.accounts.me({})).learner;
  await reject(learnerId);
  server.clock.pass(60_000);
  const after = await client.learners.resubmit(form());
  expect(after).toEqual({
    ...before,
    name: '陈慧敏',
    title: 'chiefNurse',
    department: '急诊科',
    approval: {
      state: 'pending',
      reason: null,
      submittedAt: new Date(server.clock.now()).toISOString(),
      decidedAt: null,
    },
  });
  expect((await client.accounts.me({})).learner).toEqual(after);
  expect(
    (await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' })).changed,
  ).toBe(1);
});

test('to another unit: it appears there and is gone here', async () => {
  const { client, learnerId } = await register(server, fixtures, 1);
  await reject(learnerId);
  const after = await client.learners.resubmit(form({ unitId: fixtures.otherUnitId }));
  expect(after.unit).toMatchObject({ name: '宜章县第二人民医院', regionName: '湖南省 郴州市 宜章县' });
  expect((await fixtures.unit.learners.listLearners({ state: 'all' })).total).toBe(0);
  expect((await fixtures.otherUnit.learners.listLearners({})).items.map(({ id }) => id)).toEqual([learnerId]);
  expect(
    (await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' })).results,
  ).toEqual([]);
  expect(
    (await fixtures.otherUnit.learners.decide({ learnerIds: [learnerId], decision: 'approve' })).changed,
  ).toBe(1);
});

test('while pending it can be corrected too, and queues anew', async () => {
  const { client } = await register(server, fixtures, 1, { name: '陈惠敏' });
  server.clock.pass(1000);
  await register(server, fixtures, 2, { name: '王志强' });
  server.clock.pass(1000);
  await client.learners.resubmit(form());
  const { items } = await fixtures.unit.learners.listLearners({});
  expect(items.map(({ name }) => name)).toEqual(['王志强', '陈慧敏']);
});

test('once approved nothing can be changed by oneself', async () => {
  const { client } = await approvedLearner(server, fixtures, 1, { name: '王志强' });
  const before = await client.accounts.me({});
  await expect(client.learners.resubmit(form())).rejects.toMatchObject({
    code: 'LEARNER_NOT_EDITABLE',
    message: '审核通过的信息不能自行修改，请联系单位管理员',
  });
  expect(await client.accounts.me({})).toEqual(before);
});

test.each([
  [{ name: '陈' }, { code: 'INVALID_INPUT', field: 'name' }],
  [{ unitId: '0'.repeat(24) }, { code: 'UNIT_UNKNOWN', field: 'unitId' }],
])('%j is refused and changes nothing', async (changes, error) => {
  const { client } = await register(server, fixtures, 1);
  const before = await client.accounts.me({});
  await expect(client.learners.resubmit(form(changes))).rejects.toMatchObject(error);
  expect(await client.accounts.me({})).toEqual(before);
});

test('somebody who has not registered has nothing to submit again', async () => {
  const { client } = await server.wechat(1);
  await expect(client.learners.resubmit(form())).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

test('approved in the same moment as corrected: one of the two, never a mixture', async () => {
  for (let n = 1; n <= 8; n += 1) {
    const { client, learnerId } = await register(server, fixtures, n, { name: '王志强' });
    const [decided, submitted] = await Promise.allSettled([
      fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' }),
      client.learners.resubmit(form({ unitId: fixtures.otherUnitId })),
    ]);
    const { learner } = await client.accounts.me({});
    const isApproved = decided.status === 'fulfilled' && decided.value.changed === 1;
    expect(submitted.status).toBe(isApproved ? 'rejected' : 'fulfilled');
    expect(learner?.approval.state).toBe(isApproved ? 'approved' : 'pending');
    expect(learner?.name).toBe(isApproved ? '王志强' : '陈慧敏');
  }
});
