/** The stream of a venue screen, read as a browser reads it. */
import type { CheckInRules } from '@common/contract/checkInRules';
import type { ScreenEvent } from '@common/contract/checkIns';
import { draftPaper, publishedPaper } from '../../testing/exams';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen } from '../../testing/people';
import { activityModel } from '../activities/model';
import { authorityModel } from '../regions-units/model';
import { displayModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
const aborts: AbortController[] = [];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterEach(() => {
  for (const abort of aborts.splice(0)) {
    abort.abort();
  }
});
afterAll(async () => server.stop());

/** Opens the stream; `next` waits for the next event of a type. */
async function listen(ticket: string, at = server) {
  const abort = new AbortController();
  aborts.push(abort);
  const answer = await fetch(`${at.url}/api/screens/${ticket}/events`, { signal: abort.signal });
  const events: ScreenEvent[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  void (async () => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      events.push(
        ...parts.filter((part) => part.startsWith('data: ')).map((part) => JSON.parse(part.slice(6))),
      );
      wake();
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      ended = true;
      wake();
    });
  return {
    answer,
    events,
    async next<T extends ScreenEvent['type']>(type: T): Promise<Extract<ScreenEvent, { type: T }>> {
      for (;;) {
        const index = events.findIndex((event) => event.type === type);
        if (index >= 0) {
          return events.splice(index, 1)[0] as Extract<ScreenEvent, { type: T }>;
        }
        if (ended) {
          throw new Error(`the stream ended without ${type}`);
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

test('starts with the code of this slot and the headcount', async () => {
  const { ticket, show } = await openScreen(server, fixtures);
  const screen = await listen(ticket);
  expect(screen.answer.headers.get('content-type')).toContain('text/event-stream');
  const turn = await screen.next('turn');
  const { text, shortCode } = await show();
  expect(turn).toMatchObject({ text, shortCode, periodMs: 5_000, turnsInMs: 5_000 });
  expect(Buffer.byteLength(turn.text)).toBeLessThanOrEqual(62);
  expect(await screen.next('count')).toMatchObject({ persons: 0, swipes: 0, latest: [] });
});

test('counts an arrival at once, with the name masked', async () => {
  const { client } = await approvedLearner(server, fixtures, 1, { name: '陈慧敏' });
  const { ticket, show } = await openScreen(server, fixtures);
  const screen = await listen(ticket);
  await screen.next('count');
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  await client.checkIns.checkIn({ claimId });
  const count = await screen.next('count');
  expect(count).toMatchObject({ persons: 1, swipes: 1, latest: [{ unitName: '漯河市中心医院' }] });
  expect(count.latest[0]?.name).toContain('*');
});

test('several screens of one display show the same code', async () => {
  const { ticket } = await openScreen(server, fixtures);
  const screens = await Promise.all([listen(ticket), listen(ticket), listen(ticket)]);
  const turns = await Promise.all(screens.map((screen) => screen.next('turn')));
  expect(new Set(turns.map(({ text }) => text)).size).toBe(1);
});

test('turns to the next code when the slot is over, and was never told it before', async () => {
  const { ticket } = await openScreen(server, fixtures);
  server.clock.set(NINE + 4_950);
  const screen = await listen(ticket);
  const first = await screen.next('turn');
  expect(first.turnsInMs).toBe(50);
  expect(screen.events.filter(({ type }) => type === 'turn')).toEqual([]);
  server.clock.set(NINE + 5_000);
  const second = await screen.next('turn');
  expect(second.slot).toBe(first.slot + 1);
  expect(second.text).not.toBe(first.text);
});

const HOUR = 3_600_000;
const setRules = async (checkIn: Partial<CheckInRules>) =>
  authorityModel(server.platform.mongo).updateMany({}, { $set: { 'settings.checkIn': checkIn } });
/** What a screen says instead of a code. */
async function blocked(ticket: string) {
  const screen = await listen(ticket);
  const event = await screen.next('blocked');
  expect(screen.events.some(({ type }) => type === 'turn')).toBe(false);
  return event;
}

describe('shows no code and says why', () => {
  test('after the last holding period, with the page to ask for another', async () => {
    const { ticket } = await openScreen(server, fixtures);
    server.clock.set(NINE + 10 * HOUR);
    const { message, fix } = await blocked(ticket);
    expect(message).toBe('当前不在活动举办周期内（2026-11-21 08:00 至 18:00），二维码暂不显示');
    expect(fix).toBe(`/activities/${fixtures.activityId}`);
  });

  test('before it, when one can only wait', async () => {
    const { ticket } = await openScreen(server, fixtures);
    server.clock.set(NINE - 2 * HOUR);
    expect(await blocked(ticket)).toMatchObject({
      message: '现在不是签到时间。2026-11-21 08:00 至 18:00 可以签到，二维码到时自动显示',
      fix: null,
    });
  });

  test('once the activity is not approved any more', async () => {
    const { ticket } = await openScreen(server, fixtures);
    await activityModel(server.platform.mongo).updateMany({}, { $set: { state: 'waiting' } });
    const { message, fix } = await blocked(ticket);
    expect(message).toBe('该活动尚未审核通过，二维码暂不显示');
    expect(fix).toBe(`/activities/${fixtures.activityId}`);
  });

  test('outside the hours of its direction, with the next ones; the other direction has its own', async () => {
    await setRules({ isDepartureRequired: true, signInFor: 30, departureBefore: 30 });
    const arrival = await openScreen(server, fixtures);
    const departure = await openScreen(server, fixtures, 'out');
    expect((await blocked(arrival.ticket)).message).toMatch(
      /^签到时间已过.*08:00 至 08:30.*，二维码暂不显示$/,
    );
    expect((await blocked(departure.ticket)).message).toMatch(/^现在不是撤离时间.*17:30 至 18:00/);
    server.clock.set(NINE + 8.75 * HOUR);
    await (await listen(departure.ticket)).next('turn');
    const { hours } = await server.client().checkIns.screen({ ticket: departure.ticket });
    expect(hours).toEqual([{ from: '2026-11-21T09:30:00.000Z', to: '2026-11-21T10:00:00.000Z' }]);
  });

  test('for a later course, once the first one takes the whole day', async () => {
    const { activityId } = fixtures;
    await activityModel(server.platform.mongo).updateMany(
      {},
      { $push: { courses: { name: '伤口护理', minutes: 60, lecturers: [] } } },
    );
    const { courses } = await fixtures.unit.activities.getActivity({ activityId });
    const second = { activityId, courseId: courses[1]?.id ?? '', direction: 'in' } as const;
    const { screenUrl } = await fixtures.unit.checkIns.openDisplay(second);
    await setRules({ isFirstCourseOnly: true });
    const { message, fix } = await blocked(screenUrl.split('/').at(-1) ?? '');
    expect(message).toContain('请打开“围手术期护理”的二维码');
    expect(fix).toBe(`/activities/${activityId}/site`);
    await expect(fixtures.unit.checkIns.openDisplay(second)).rejects.toMatchObject({
      code: 'CODE_FIRST_COURSE',
    });
  });
});

describe('where an exam is required', () => {
  beforeEach(async () => {
    await fixtures.authority.completionRules.setCompletionRules({
      isExamRequired: true,
      isEvaluationRequired: false,
    });
  });

  test('shows no code without a published paper, also before its hours, and starts by itself with one', async () => {
    const { activityId, unit } = fixtures;
    const { ticket, show } = await openScreen(server, fixtures);
    const early = await blocked(ticket);
    expect(early.message).toBe('本地区规定须有在线考试：启用至少五道试题的试卷后，二维码自动显示');
    expect(early.fix).toBe(`/activities/${activityId}/exam`);
    server.clock.set(NINE - 2 * HOUR);
    expect((await blocked(ticket)).fix).toBe(`/activities/${activityId}/exam`);
    server.clock.set(NINE);
    await draftPaper(fixtures);
    const screen = await listen(ticket);
    await screen.next('blocked');
    await publishedPaper(fixtures);
    server.clock.pass(2_000);
    await screen.next('turn');
    // What was on the screen is good, whatever becomes of the paper.
    const { client } = await approvedLearner(server, fixtures, 1);
    const { text } = await show();
    await unit.papers.closePaper({ activityId });
    server.clock.pass(2_000);
    expect((await screen.next('blocked')).fix).toContain('/exam');
    await client.checkIns.scan({ text });
  });

  test('after its last hours says only that', async () => {
    const { ticket } = await openScreen(server, fixtures);
    server.clock.set(NINE + 10 * HOUR);
    expect((await blocked(ticket)).message).toContain('当前不在活动举办周期内');
  });
});

test('shows the code by itself when its hours begin', async () => {
  const { ticket } = await openScreen(server, fixtures);
  server.clock.set(NINE - HOUR - 40);
  const screen = await listen(ticket);
  await screen.next('blocked');
  server.clock.set(NINE - HOUR);
  await screen.next('turn');
});

test('goes on after Redis lost everything, and after a store that does not answer', async () => {
  const { ticket } = await openScreen(server, fixtures);
  server.clock.set(NINE + 4_900);
  const screen = await listen(ticket);
  const before = await screen.next('turn');
  await server.platform.redis.flushdb();
  const get = jest.spyOn(server.platform.redis, 'get').mockRejectedValueOnce(new Error('away'));
  expect((await screen.next('blocked')).message).toContain('正在恢复');
  get.mockRestore();
  const after = await screen.next('turn');
  expect(after.text).not.toBe(before.text);
});

test('is not told that it is closed while the store is away: it waits', async () => {
  const { ticket } = await openScreen(server, fixtures);
  const find = jest.spyOn(displayModel(server.platform.mongo), 'find').mockImplementationOnce(() => {
    throw new Error('away');
  });
  const screen = await listen(ticket);
  expect((await screen.next('blocked')).message).toContain('正在恢复');
  find.mockRestore();
  await screen.next('turn');
});

test('two server processes on one store show the same code and count each other’s arrivals', async () => {
  const other = await startTestServer();
  try {
    other.clock.set(server.clock.now());
    const { client } = await approvedLearner(server, fixtures, 1);
    const { ticket, displayId, show } = await openScreen(server, fixtures);
    const [mine, theirs] = await Promise.all([listen(ticket), listen(ticket, other)]);
    const { text } = await mine.next('turn');
    expect((await theirs.next('turn')).text).toBe(text);
    await theirs.next('count');
    const { claimId } = await client.checkIns.scan({ text: (await show()).text });
    await client.checkIns.checkIn({ claimId });
    expect(await theirs.next('count')).toMatchObject({ persons: 1, swipes: 1 });
    await fixtures.unit.checkIns.closeDisplay({ displayId });
    await theirs.next('closed');
  } finally {
    await other.stop();
  }
});

test('ends when the screen is closed by the administrator', async () => {
  const { ticket, displayId } = await openScreen(server, fixtures);
  const screen = await listen(ticket);
  await screen.next('turn');
  await fixtures.unit.checkIns.closeDisplay({ displayId });
  await screen.next('closed');
});

test('an unknown address is told that it is closed', async () => {
  const screen = await listen('A'.repeat(22));
  await screen.next('closed');
});
