/** The stream of a venue screen, read as a browser reads it. */
import type { ScreenEvent } from '@common/contract/checkIns';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen } from '../../testing/people';

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
async function listen(ticket: string) {
  const abort = new AbortController();
  aborts.push(abort);
  const answer = await fetch(`${server.url}/api/screens/${ticket}/events`, { signal: abort.signal });
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

test('shows no code outside the holding period and says why', async () => {
  const { ticket } = await openScreen(server, fixtures);
  server.clock.set(NINE + 10 * 3_600_000);
  const screen = await listen(ticket);
  expect((await screen.next('blocked')).message).toContain('举办周期');
  expect(screen.events.some(({ type }) => type === 'turn')).toBe(false);
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
