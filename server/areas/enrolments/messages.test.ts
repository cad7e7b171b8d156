/** What those who enrolled are told: the day before, and when something changes; and when one of them is gone. */

import { DAY, hallOf, morning, openActivity, toldTo } from '../../testing/enrolments';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { activityModel } from '../activities/model';
import { enrolmentModel } from './model';

const HOUR = 3_600_000;
let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const sweep = async () => server.services.enrolments.sweep();

test('the day before, from nine on, each who has a place is reminded once', async () => {
  const activityId = await openActivity(server, fixtures, {
    capacity: 1,
    periods: [morning(3), morning(4)],
  });
  const [placed, waiting] = await hallOf(server, fixtures, 2);
  await placed?.client.enrolments.enrol({ activityId });
  await waiting?.client.enrolments.enrol({ activityId });
  const told = async () => toldTo(server, placed?.learnerId ?? '');
  server.clock.set(NINE + 2 * DAY - 1);
  await sweep();
  expect(await told()).toEqual([]);
  server.clock.pass(1);
  await Promise.all([sweep(), sweep()]);
  await sweep();
  server.clock.pass(HOUR);
  await sweep();
  expect(await told()).toEqual([
    '11月24日 周二有您报名的活动|护理安全及风险防范管理学习班|时间：2026-11-24 09:00 至 12:00|地点：门诊楼六楼学术报告厅|请携带手机，到现场扫码签到。',
  ]);
  expect(await toldTo(server, waiting?.learnerId ?? '')).toEqual([]);
  // Of the second period nobody is reminded, nor of what has begun.
  server.clock.set(morning(3).from.getTime() + 2 * HOUR);
  await sweep();
  expect(await told()).toHaveLength(1);
});

test('who was reminded is reminded again of another day', async () => {
  const activityId = await openActivity(server, fixtures, { periods: [morning(1)] });
  const [learner] = await hallOf(server, fixtures, 1);
  await learner?.client.enrolments.enrol({ activityId });
  await sweep();
  await activityModel(server.platform.mongo).updateOne(
    { _id: activityId },
    { $set: { periods: [morning(6)] } },
  );
  await sweep();
  expect(await toldTo(server, learner?.learnerId ?? '')).toHaveLength(1);
  server.clock.set(NINE + 5 * DAY);
  await sweep();
  expect(await toldTo(server, learner?.learnerId ?? '')).toHaveLength(2);
});

test('more than are told at once', async () => {
  const activityId = await openActivity(server, fixtures, { periods: [morning(1)] });
  const hall = await hallOf(server, fixtures, 101);
  const enrolledAt = new Date(server.clock.now());
  await enrolmentModel(server.platform.mongo).insertMany(
    hall.map(({ learnerId }, at) => ({
      activityId,
      learnerId,
      state: 'enrolled',
      order: at + 1,
      enrolledAt,
    })),
  );
  await sweep();
  const notifications = server.platform.mongo.collection('notifications');
  expect(await notifications.countDocuments({ key: /^enrolment-reminder-/ })).toBe(101);
});

test('of a change all hear once, those who wait too, and not who has left', async () => {
  const activityId = await openActivity(server, fixtures, { capacity: 1 });
  const [placed, waiting, gone] = await hallOf(server, fixtures, 3);
  for (const one of [placed, waiting, gone]) {
    await one?.client.enrolments.enrol({ activityId });
  }
  await gone?.client.enrolments.leave({ activityId });
  const { tellChanged } = server.services.enrolments;
  await tellChanged(activityId, 'a'.repeat(24), ['地点：第二会议室']);
  await tellChanged(activityId, 'a'.repeat(24), ['地点：第二会议室']);
  const told = await Promise.all(
    [placed, waiting, gone].map(async (one) => toldTo(server, one?.learnerId ?? '')),
  );
  expect(told).toEqual([
    ['您报名的活动有变更|护理安全及风险防范管理学习班|地点：第二会议室'],
    ['您报名的活动有变更|护理安全及风险防范管理学习班|地点：第二会议室'],
    [],
  ]);
});

test('who closes his account gives his place to the next, and nothing of him is left', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const activityId = await openActivity(server, fixtures, { capacity: 1 });
  await client.enrolments.enrol({ activityId });
  const [next] = await hallOf(server, fixtures, 1);
  await next?.client.enrolments.enrol({ activityId });
  await server.platform.mongo.transaction(async (session) => {
    await server.services.enrolments.forget(learnerId, session);
  });
  // The place is given after that transaction.
  for (let look = 0; look < 200; look += 1) {
    if ((await next?.client.enrolments.openActivity({ activityId }))?.mine?.state === 'enrolled') {
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const { items, enrolled, waiting } = await fixtures.unit.enrolments.listEnrolments({ activityId });
  expect([items.map((row) => row.learnerId), enrolled, waiting]).toEqual([[next?.learnerId], 1, 0]);
  expect(await enrolmentModel(server.platform.mongo).countDocuments({ learnerId })).toBe(0);
});
