/** 报名: who may, once, and until when. */
import { hallOf, morning, openActivity } from '../../testing/enrolments';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { register } from '../../testing/people';
import { enrolmentModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const hall = async (count: number) => hallOf(server, fixtures, count);
const one = async () => {
  const [learner] = await hall(1);
  if (!learner) {
    throw new Error('an empty hall');
  }
  return learner;
};

test('an approved learner enrols, and everybody concerned sees it', async () => {
  const { client, learnerId } = await one();
  const activityId = await openActivity(server, fixtures, { capacity: 20 });
  expect(await client.enrolments.openActivity({ activityId })).toMatchObject({
    mine: null,
    enrolled: 0,
    isOpen: true,
  });
  expect(await client.enrolments.enrol({ activityId })).toMatchObject({
    id: activityId,
    name: '护理安全及风险防范管理学习班',
    capacity: 20,
    enrolled: 1,
    waiting: 0,
    mine: { state: 'enrolled', place: null },
    address: '漯河市源汇区人民东路56号',
    contact: '王芳',
    audience: '各级护理人员',
    courses: [{ name: '围手术期护理', minutes: 360, lecturer: '李雪梅' }],
  });
  expect((await client.enrolments.myEnrolments({})).items).toMatchObject([{ id: activityId }]);
  const list = await fixtures.unit.enrolments.listEnrolments({ activityId });
  expect(list).toMatchObject({ total: 1, enrolled: 1, waiting: 0, capacity: 20 });
  expect(list.items).toEqual([
    {
      learnerId,
      name: '学员1',
      unitName: '漯河市中心医院',
      department: '护理部',
      phoneMasked: '138****0000',
      state: 'enrolled',
      place: null,
      enrolledAt: new Date(server.clock.now()).toISOString(),
    },
  ]);
});

test('enrolling again answers the same, also ten times at once', async () => {
  const { client } = await one();
  const activityId = await openActivity(server, fixtures, { capacity: 1 });
  const answers = await Promise.all(
    Array.from({ length: 10 }, async () => client.enrolments.enrol({ activityId })),
  );
  const again = await client.enrolments.enrol({ activityId });
  expect(new Set([...answers, again].map(({ mine }) => mine?.state))).toEqual(new Set(['enrolled']));
  expect(again.enrolled).toBe(1);
  expect(await enrolmentModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('the unit must have approved him', async () => {
  const { client } = await register(server, fixtures, 1);
  const activityId = await openActivity(server, fixtures);
  // To look is allowed: he sees what waits for him.
  expect((await client.enrolments.openActivity({ activityId })).mine).toBeNull();
  await expect(client.enrolments.enrol({ activityId })).rejects.toMatchObject({
    code: 'LEARNER_NOT_APPROVED',
    message: '单位尚未审核通过您的注册信息，审核通过后才能报名',
  });
});

test.each(['draft', 'waiting'] as const)('nobody enrols in an activity in state %s', async (state) => {
  const { client } = await one();
  const activityId = await openActivity(server, fixtures, { state });
  await expect(client.enrolments.enrol({ activityId })).rejects.toMatchObject({ code: 'ENROLMENT_CLOSED' });
  await expect(client.enrolments.openActivity({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(client.enrolments.calendar({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await client.enrolments.findActivities({})).items.map(({ id }) => id)).not.toContain(activityId);
});

test('it closes with the last period, for coming and for going', async () => {
  const [early, late] = await hall(2);
  const activityId = await openActivity(server, fixtures, { periods: [morning(1), morning(2)] });
  server.clock.set(morning(2).to.getTime());
  await early?.client.enrolments.enrol({ activityId });
  server.clock.pass(1);
  await expect(late?.client.enrolments.enrol({ activityId })).rejects.toMatchObject({
    code: 'ENROLMENT_CLOSED',
  });
  await expect(early?.client.enrolments.leave({ activityId })).rejects.toMatchObject({
    code: 'ENROLMENT_CLOSED',
    message: '该活动已结束，不能取消报名',
  });
  expect(await early?.client.enrolments.openActivity({ activityId })).toMatchObject({
    isOpen: false,
    mine: { state: 'enrolled' },
  });
});

test('an activity that there is not is not found', async () => {
  const { client } = await one();
  const activityId = '0'.repeat(24);
  for (const ask of [client.enrolments.enrol, client.enrolments.leave, client.enrolments.openActivity]) {
    await expect(ask({ activityId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('mine: what comes first, then what is over, and not what he left', async () => {
  const { client } = await one();
  const over = await openActivity(server, fixtures, { periods: [morning(1)] });
  const later = await openActivity(server, fixtures, { periods: [morning(9)] });
  const sooner = await openActivity(server, fixtures, { periods: [morning(5)] });
  const left = await openActivity(server, fixtures, { periods: [morning(6)] });
  for (const activityId of [later, over, left, sooner]) {
    await client.enrolments.enrol({ activityId });
  }
  expect((await client.enrolments.leave({ activityId: left })).mine).toBeNull();
  server.clock.set(morning(3).from.getTime());
  const ids = async (page: number) =>
    (await client.enrolments.myEnrolments({ page, pageSize: 2 })).items.map(({ id }) => id);
  expect([await ids(1), await ids(2)]).toEqual([[sooner, later], [over]]);
});
