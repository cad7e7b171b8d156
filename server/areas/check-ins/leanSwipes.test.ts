import { Types } from 'mongoose';
import { startTestServer, type TestServer } from '../../testing/harness';
import { leanSwipes } from './leanSwipes';
import { checkInModel } from './model';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.reset();
});
afterAll(async () => server.stop());

test.each([1, 2, 3, 7, 100])(
  'each swipe of an activity once, whatever the size of a piece (%i), many of one moment too',
  async (piece) => {
    const CheckIn = checkInModel(server.platform.mongo);
    const [activityId, otherId, courseId] = [
      new Types.ObjectId(),
      new Types.ObjectId(),
      new Types.ObjectId(),
    ];
    const start = server.clock.now();
    const rowOf = (n: number, of: Types.ObjectId) => ({
      _id: new Types.ObjectId(),
      activityId: of,
      courseId,
      learnerId: new Types.ObjectId(),
      direction: n % 2 ? 'in' : 'out',
      // Nine of one moment, then each for itself.
      at: new Date(start + Math.max(0, n - 8)),
      claim: `${piece} ${String(of)} ${n}`,
      slotWindow: n,
    });
    const rows = Array.from({ length: 20 }, (_, n) => rowOf(n, activityId));
    await CheckIn.collection.insertMany([...rows, rowOf(0, otherId)] as never[]);
    const found = await leanSwipes(CheckIn, String(activityId), piece);
    const byLearner = (a: { learnerId: string }, b: { learnerId: string }) =>
      a.learnerId < b.learnerId ? -1 : 1;
    expect(found.sort(byLearner)).toEqual(
      rows
        .map(({ learnerId, direction, at }) => ({
          learnerId: String(learnerId),
          courseId: String(courseId),
          direction,
          at: at.getTime(),
        }))
        .sort(byLearner),
    );
  },
);

test('an activity without any has none', async () => {
  const CheckIn = checkInModel(server.platform.mongo);
  expect(await leanSwipes(CheckIn, String(new Types.ObjectId()))).toEqual([]);
});
