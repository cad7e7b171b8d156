import type { ScreenEvent } from '@common/contract/checkIns';
import { act, renderHook } from '@testing-library/react';
import type { ScreenChange } from './screenState';
import { useScreenEvents } from './useScreenEvents';

/** A stream in the test's hands. */
class FakeStream {
  static all: FakeStream[] = [];
  onmessage: (message: { data: string }) => void = () => undefined;
  onerror: () => void = () => undefined;
  isClosed = false;
  constructor(readonly url: string) {
    FakeStream.all.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
  tell(event: ScreenEvent): void {
    this.onmessage({ data: JSON.stringify(event) });
  }
}

const turnIn = (turnsInMs: number): ScreenEvent => ({
  type: 'turn',
  text: 't',
  shortCode: 'ABCD1234',
  slot: 1,
  periodMs: 5000,
  turnsInMs,
});
const COUNT: ScreenEvent = { type: 'count', persons: 0, swipes: 0, latest: [] };
const RealStream = globalThis.EventSource;

beforeEach(() => {
  jest.useFakeTimers();
  FakeStream.all = [];
  globalThis.EventSource = FakeStream as unknown as typeof EventSource;
});
afterEach(() => {
  jest.useRealTimers();
  globalThis.EventSource = RealStream;
});

function open() {
  const changes: ScreenChange['type'][] = [];
  const dispatch = (change: ScreenChange) => changes.push(change.type);
  const probe = jest.fn<Promise<unknown>, []>().mockResolvedValue(undefined);
  const hook = renderHook(
    ({ isDone }) => useScreenEvents({ url: '/api/screens/x/events', dispatch, probe, isDone }),
    { initialProps: { isDone: false } },
  );
  return { changes, probe, hook };
}
const pass = (ms: number) => act(async () => jest.advanceTimersByTimeAsync(ms));
const stream = (index: number) => FakeStream.all[index];
const live = () => FakeStream.all.filter(({ isClosed }) => !isClosed).length;

test('passes on what the server tells', () => {
  const { changes } = open();
  stream(0)?.tell(turnIn(5000));
  stream(0)?.onmessage({ data: 'not JSON' });
  expect(stream(0)?.url).toBe('/api/screens/x/events');
  expect(changes).toEqual(['event']);
});

test('a broken stream is opened anew once the server answers again', async () => {
  const { changes, probe } = open();
  probe.mockRejectedValueOnce(new Error('away'));
  stream(0)?.onerror();
  expect(changes).toEqual(['lost']);
  await pass(1000);
  expect(changes).toEqual(['lost', 'lost']);
  expect(live()).toBe(0);
  await pass(2000);
  expect(probe).toHaveBeenCalledTimes(2);
  expect(live()).toBe(1);
});

test('a count every 15 s, as the server sends it, keeps the stream of a daily code', async () => {
  const { probe } = open();
  stream(0)?.tell(turnIn(86_400_000));
  for (let counts = 0; counts < 8; counts++) {
    await pass(15_000);
    stream(0)?.tell(COUNT);
  }
  expect(probe).not.toHaveBeenCalled();
  expect(FakeStream.all).toHaveLength(1);
});

test('silence means a dead line', async () => {
  const { probe } = open();
  stream(0)?.tell(turnIn(86_400_000));
  await pass(27_000);
  expect(probe).toHaveBeenCalled();
  expect(stream(0)?.isClosed).toBe(true);
  expect(live()).toBe(1);
});

test('a code that does not come in time means a dead line, whatever is counted', async () => {
  const { probe } = open();
  stream(0)?.tell(turnIn(5000));
  await pass(4000);
  stream(0)?.tell(COUNT);
  await pass(6000);
  expect(probe).toHaveBeenCalled();
});

test('while no code may be shown none is missed', async () => {
  const { probe } = open();
  stream(0)?.tell(turnIn(5000));
  stream(0)?.tell({ type: 'blocked', message: '不在举办周期内', fix: null });
  await pass(14_000);
  stream(0)?.tell(COUNT);
  await pass(14_000);
  expect(probe).not.toHaveBeenCalled();
});

test('a machine that slept doubts its code and asks anew', async () => {
  const { changes } = open();
  stream(0)?.tell(turnIn(5000));
  jest.setSystemTime(Date.now() + 3_600_000);
  await pass(1000);
  expect(changes).toEqual(['event', 'doubted']);
  expect(stream(0)?.isClosed).toBe(true);
  expect(live()).toBe(1);
});

test('the browser’s own word on the network is taken', async () => {
  const { changes } = open();
  act(() => window.dispatchEvent(new Event('offline')));
  expect(changes).toEqual(['lost']);
  expect(live()).toBe(0);
  act(() => window.dispatchEvent(new Event('online')));
  expect(live()).toBe(1);
});

test('nothing is opened any more when the screen is closed', async () => {
  const { hook } = open();
  stream(0)?.onerror();
  hook.rerender({ isDone: true });
  await pass(60_000);
  expect(FakeStream.all).toHaveLength(1);
  expect(live()).toBe(0);
});
