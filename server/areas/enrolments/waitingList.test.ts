/** 候补: the places are counted exactly, whoever comes when, and go to the first who waits. */

import { hallOf, morning, openActivity, toldTo } from '../../testing/enrolments';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { createServices } from '../services';
import { enrolmentModel, enrolmentQueueModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const placesOf = async (activityId: string) => {
  const { items } = await fixtures.unit.enrolments.listEnrolments({ activityId, pageSize: 200 });
  return items.map(({ learnerId, state, place }) => ({ learnerId, state, place }));
};
const takenOf = async () => (await enrolmentQueueModel(server.platform.mongo).findOne().lean())?.taken;

/** Enrols some, one after another. */
async function enrolled(activityId: string, count: number) {
  const hall = await hallOf(server, fixtures, count);
  for (const { client } of hall) {
    await client.enrolments.enrol({ activityId });
  }
  return hall;
}

test('fifty at once for ten places: ten have one, forty wait in places 1 to 40', async () => {
  const hall = await hallOf(server, fixtures, 50);
  const activityId = await openActivity(server, fixtures, { capacity: 10 });
  // Two processes serve them.
  const other = createServices(server.platform);
  await Promise.all(
    hall.map(async ({ client, learnerId }, at) =>
      at % 2 ? client.enrolments.enrol({ activityId }) : other.enrolments.enrol(learnerId, activityId),
    ),
  );
  const places = await placesOf(activityId);
  expect(places.slice(0, 10).map(({ state }) => state)).toEqual(Array(10).fill('enrolled'));
  expect(places.slice(10).map(({ place }) => place)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  expect(await takenOf()).toBe(10);
  // Each one sees for himself what the list says of him.
  const own = await Promise.all(
    hall.map(async ({ client, learnerId }) => {
      const { mine } = await client.enrolments.openActivity({ activityId });
      return { learnerId, ...mine };
    }),
  );
  const byId = (a: { learnerId: string }, b: { learnerId: string }) => (a.learnerId < b.learnerId ? -1 : 1);
  expect(own.sort(byId)).toEqual([...places].sort(byId));
});

test('who leaves makes room for the first who waits, who is told once', async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 1 });
  const [first, second, third] = await enrolled(activityId, 3);
  const view = await third?.client.enrolments.openActivity({ activityId });
  expect(view).toMatchObject({ enrolled: 1, waiting: 2, mine: { state: 'waiting', place: 2 } });
  const answers = await Promise.all(
    [1, 2, 3].map(async () => first?.client.enrolments.leave({ activityId })),
  );
  expect(answers.map((answer) => answer?.mine)).toEqual([null, null, null]);
  expect(await placesOf(activityId)).toEqual([
    { learnerId: second?.learnerId, state: 'enrolled', place: null },
    { learnerId: third?.learnerId, state: 'waiting', place: 1 },
  ]);
  expect(await toldTo(server, second?.learnerId ?? '')).toEqual([
    '候补成功，已为您报名|护理安全及风险防范管理学习班|时间：2026-11-22 09:00 至 12:00|地点：门诊楼六楼学术报告厅|如不能参加，请取消报名，把名额留给他人。',
  ]);
  expect(await toldTo(server, third?.learnerId ?? '')).toEqual([]);
  expect(await takenOf()).toBe(1);
});

test('who comes back is the last again', async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 1 });
  const [first, second, third] = await enrolled(activityId, 3);
  await second?.client.enrolments.leave({ activityId });
  expect((await second?.client.enrolments.enrol({ activityId }))?.mine).toEqual({
    state: 'waiting',
    place: 2,
  });
  expect((await placesOf(activityId)).map(({ learnerId }) => learnerId)).toEqual([
    first?.learnerId,
    third?.learnerId,
    second?.learnerId,
  ]);
  const kept = await enrolmentModel(server.platform.mongo).findOne({ learnerId: second?.learnerId }).lean();
  expect(kept?.moves.map(({ move, by }) => `${by} ${move}`)).toEqual([
    'learner enrol',
    'learner leave',
    'learner enrol',
  ]);
});

test('twenty leave and twenty come at once: no place is lost and none given twice', async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 15 });
  const inside = await enrolled(activityId, 20);
  const outside = await hallOf(server, fixtures, 20);
  await Promise.all([
    ...inside.map(async ({ client }, at) => at % 2 && client.enrolments.leave({ activityId })),
    ...outside.map(async ({ client }) => client.enrolments.enrol({ activityId })),
  ]);
  const places = await placesOf(activityId);
  expect(places).toHaveLength(30);
  expect(places.filter(({ state }) => state === 'enrolled')).toHaveLength(15);
  expect(await takenOf()).toBe(15);
});

test('a larger hall takes in who waits, in order; a smaller one sends nobody away', async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 2 });
  const hall = await enrolled(activityId, 6);
  const { setCapacity } = fixtures.unit.enrolments;
  expect(await setCapacity({ activityId, capacity: 4 })).toEqual({ capacity: 4, enrolled: 4, waiting: 2 });
  expect((await placesOf(activityId)).map(({ learnerId }) => learnerId)).toEqual(
    hall.map(({ learnerId }) => learnerId),
  );
  expect(await toldTo(server, hall[2]?.learnerId ?? '')).toHaveLength(1);
  await expect(setCapacity({ activityId, capacity: 3 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'capacity',
    message: '已有4人报名，名额不能少于4',
  });
  expect(await setCapacity({ activityId, capacity: 0 })).toEqual({ capacity: 0, enrolled: 6, waiting: 0 });
});

test('more than one transaction takes', async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 1 });
  const hall = await hallOf(server, fixtures, 120);
  const { mongo } = server.platform;
  await enrolmentModel(mongo).insertMany(
    hall.map(({ learnerId }, at) => ({
      activityId,
      learnerId,
      state: 'waiting',
      order: at + 1,
      enrolledAt: new Date(server.clock.now()),
    })),
  );
  await enrolmentQueueModel(mongo).create({ _id: activityId, last: 120, taken: 0, changes: 0 });
  expect(await fixtures.unit.enrolments.setCapacity({ activityId, capacity: 119 })).toEqual({
    capacity: 119,
    enrolled: 119,
    waiting: 1,
  });
});

test("another unit's activity, and one that is over, keep their places", async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 2 });
  await expect(fixtures.otherUnit.enrolments.setCapacity({ activityId, capacity: 9 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const over = await openActivity(server, fixtures, { capacity: 2, periods: [morning(-1)] });
  await expect(fixtures.unit.enrolments.setCapacity({ activityId: over, capacity: 9 })).rejects.toMatchObject(
    {
      code: 'ENROLMENT_CLOSED',
      message: '该活动已结束或未通过审核，不能调整名额',
    },
  );
});

test('without a limit everybody has a place', async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 0 });
  await enrolled(activityId, 5);
  expect((await placesOf(activityId)).map(({ state }) => state)).toEqual(Array(5).fill('enrolled'));
});
