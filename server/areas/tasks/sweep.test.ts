/** Everybody is reminded once after the activity and once more before the end, whatever number of processes there are. */
import { Types } from 'mongoose';

import { evaluate } from '../../testing/evaluations';
import { publishedPaper, takeExam } from '../../testing/exams';
import { COLLECTION_SCAN, explainReads } from '../../testing/explain';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { swipe } from '../../testing/swipes';
import { activityModel } from '../activities/model';
import { notificationModel } from '../notifications/model';
import { taskWatchModel } from './model';

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
const DAY = 24 * HOUR;

/** Who has been reminded of what so far, in order of the keys: `exam 2 1` is the second learner's first time. */
async function reminded(learnerIds: string[]) {
  const rows = await notificationModel(server.platform.mongo)
    .find({ kind: { $in: ['task', 'deadline'] } })
    .lean();
  return rows
    .map(({ key, learnerId }) => {
      const [, kind, , , round] = key.split('-');
      return `${kind} ${learnerIds.indexOf(String(learnerId)) + 1} ${round}`;
    })
    .sort();
}
const sweep = async (at: number) => {
  server.clock.set(at);
  await Promise.all([server.services.tasks.sweep(), server.services.tasks.sweep()]);
};

test('the morning after, and two days before each end; who has done it is left alone', async () => {
  await publishedPaper(fixtures, { rules: { daysAfter: 7 } });
  const people = [await approvedLearner(server, fixtures, 1), await approvedLearner(server, fixtures, 2)];
  const ids = people.map(({ learnerId }) => learnerId);
  for (const id of ids) {
    await swipe(server, fixtures, id);
  }
  await takeExam((people[0] as (typeof people)[number]).client, fixtures.activityId);

  await sweep(NINE + 8 * HOUR);
  expect(await reminded(ids)).toEqual([]);
  // It ended at six in the evening: nobody is told before nine.
  await sweep(NINE + 12 * HOUR);
  expect(await reminded(ids)).toEqual([]);
  const first = ['evaluation 1 1', 'evaluation 2 1', 'exam 2 1'];
  await sweep(NINE + 23 * HOUR);
  await sweep(NINE + DAY);
  await sweep(NINE + DAY + 60_000);
  expect(await reminded(ids)).toEqual(first);

  // The exam closes on the 28th at midnight.
  await sweep(NINE + 5 * DAY);
  expect(await reminded(ids)).toEqual(first);
  await sweep(NINE + 6 * DAY + HOUR);
  await sweep(NINE + 7 * DAY);
  const second = [...first, 'exam 2 2'];
  expect(await reminded(ids)).toEqual(second);

  await evaluate((people[1] as (typeof people)[number]).client, fixtures.activityId);
  await sweep(NINE + 29 * DAY);
  await sweep(NINE + 30 * DAY);
  expect(await reminded(ids)).toEqual([
    'evaluation 1 1',
    'evaluation 1 2',
    'evaluation 2 1',
    'exam 2 1',
    'exam 2 2',
  ]);
});

test('a paper that is published after the class is noticed too', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  await activityModel(server.platform.mongo).updateMany(
    {},
    { $set: { 'periods.0.to': new Date(NINE + HOUR) } },
  );
  await sweep(NINE + HOUR);
  expect(await reminded([learnerId])).toEqual(['evaluation 1 1']);
  await publishedPaper(fixtures, {});
  await sweep(NINE + DAY);
  expect(await reminded([learnerId])).toEqual(['evaluation 1 1', 'exam 1 1']);
});

test('an activity that cannot be looked at stands back, and has its turn an hour later', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  const broken = jest.spyOn(server.services.regionsUnits, 'settings').mockRejectedValue(new Error('broken'));
  try {
    await sweep(NINE + DAY);
  } finally {
    broken.mockRestore();
  }
  await sweep(NINE + DAY + 60_000);
  expect(await reminded([learnerId])).toEqual([]);
  await sweep(NINE + DAY + HOUR);
  expect(await reminded([learnerId])).toEqual(['evaluation 1 1']);
});

test('the sweep goes neither through all activities nor through all that are watched', async () => {
  const { mongo } = server.platform;
  const { _id, ...like } = await activityModel(mongo).findOne().orFail().lean();
  const old = Array.from({ length: 300 }, (_, n) => ({
    ...like,
    _id: new Types.ObjectId(),
    term: n + 2,
    periods: [{ from: new Date(n), to: new Date(n + 1) }],
  }));
  await activityModel(mongo).insertMany(old);
  await taskWatchModel(mongo).insertMany(old.map((activity) => ({ _id: activity._id, isWatched: true })));
  server.clock.set(NINE + DAY);
  for (const collection of ['activities', 'taskWatches']) {
    const explained = await explainReads(mongo, collection, server.services.tasks.sweep);
    expect(explained.length).toBeGreaterThan(0);
    for (const { stages } of explained) {
      expect(stages).not.toContain(COLLECTION_SCAN);
    }
  }
});
