/** One count for all screens of a course: shared, never twice at a time, and right at the end. */
import { Types } from 'mongoose';
import type { Services } from '../services';
import { createHeadcountFeeds } from './headcountFeed';
import type { Hub } from './hub';

const course = { activityId: new Types.ObjectId(), courseId: new Types.ObjectId(), direction: 'in' } as const;

/** Feeds over a counter that the test moves. */
function setUp() {
  let announce: () => void = () => undefined;
  const state = { persons: 0, asked: 0, running: 0, most: 0, isAway: false, heard: 0 };
  const ofCourse = async () => {
    state.asked += 1;
    state.running += 1;
    state.most = Math.max(state.most, state.running);
    const { persons } = state;
    await new Promise((resolve) => setTimeout(resolve, 100));
    state.running -= 1;
    if (state.isAway) {
      throw new Error('away');
    }
    return { persons, swipes: persons, latest: [] };
  };
  const hub = {
    on: (_channel: string, listen: () => void) => {
      announce = listen;
      state.heard += 1;
      return () => {
        state.heard -= 1;
      };
    },
  } as unknown as Hub;
  const feeds = createHeadcountFeeds({ checkIns: { headcount: { ofCourse } } } as unknown as Services, hub);
  const arrive = () => {
    state.persons += 1;
    announce();
  };
  return { state, feeds, arrive };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());
const pass = async (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('a thousand screens of one course are one count', async () => {
  const { state, feeds } = setUp();
  const told: number[] = [];
  for (let n = 0; n < 1_000; n += 1) {
    feeds.follow(course, ({ persons }) => told.push(persons));
  }
  await pass(2_000);
  expect(told).toHaveLength(1_000);
  // The first, and one for those who came while it ran.
  expect(state.asked).toBeLessThanOrEqual(2);
});

test('a burst is counted a few times a second, at most a second late, and exactly at its end', async () => {
  const { state, feeds, arrive } = setUp();
  let shown = Number.NaN;
  feeds.follow(course, ({ persons }) => {
    shown = persons;
  });
  await pass(500);
  const arrivedAt: number[] = [];
  for (let ms = 0; ms < 10_000; ms += 10) {
    arrive();
    arrivedAt.push(ms);
    await pass(10);
    const shouldHave = arrivedAt.filter((at) => at <= ms - 1_000).length;
    expect(shown).toBeGreaterThanOrEqual(shouldHave);
  }
  await pass(1_000);
  expect(shown).toBe(1_000);
  expect(state.most).toBe(1);
  expect(state.asked).toBeLessThan(40);
});

test('in silence it is told again before a screen doubts the line', async () => {
  const { feeds } = setUp();
  let told = 0;
  feeds.follow(course, () => {
    told += 1;
  });
  await pass(60_000);
  expect(told).toBeGreaterThanOrEqual(4);
});

test('a count that fails is tried again', async () => {
  const { state, feeds, arrive } = setUp();
  const told: number[] = [];
  feeds.follow(course, ({ persons }) => told.push(persons));
  await pass(500);
  state.isAway = true;
  arrive();
  await pass(500);
  state.isAway = false;
  await pass(1_500);
  expect(told).toEqual([0, 1]);
});

test('when the last screen goes nothing runs on, and a new one starts anew', async () => {
  const { state, feeds } = setUp();
  const one = feeds.follow(course, () => undefined);
  const two = feeds.follow(course, () => undefined);
  one.stop();
  await pass(70_000);
  expect(state.asked).toBeGreaterThan(1);
  two.stop();
  const { asked } = state;
  await pass(70_000);
  expect(state).toMatchObject({ asked, heard: 0 });
  const told: number[] = [];
  feeds.follow(course, ({ persons }) => told.push(persons));
  await pass(500);
  expect(told).toEqual([0]);
});
