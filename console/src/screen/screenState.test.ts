import type { ScreenEvent } from '@common/contract/checkIns';
import { FIRST, type ScreenState, screenReducer } from './screenState';

const TURN: ScreenEvent = {
  type: 'turn',
  text: 'https://a.cn/q/ABCDEFGHIJKLMNOP',
  shortCode: 'ABCD1234',
  slot: 7,
  periodMs: 5000,
  turnsInMs: 3000,
};
const COUNT: ScreenEvent = { type: 'count', persons: 2, swipes: 3, latest: [] };
const BLOCKED: ScreenEvent = { type: 'blocked', message: '当前不在活动举办周期内', fix: '/activities/1' };
const on = (state: ScreenState, event: ScreenEvent, now = 1000) =>
  screenReducer(state, { type: 'event', event, now });
const SHOWING = on(on(FIRST, TURN), COUNT);

test('a turn brings the code, good until its slot ends by the monotonic clock', () => {
  expect(on(FIRST, TURN, 1000).code).toEqual({
    text: TURN.text,
    shortCode: 'ABCD1234',
    slot: 7,
    periodMs: 5000,
    turnsAt: 4000,
  });
});

test('the next turn takes the place of the code before and keeps the count', () => {
  const next = on(SHOWING, { ...TURN, text: 'https://a.cn/q/next', slot: 8 }, 4000);
  expect(next.code).toMatchObject({ text: 'https://a.cn/q/next', slot: 8, turnsAt: 7000 });
  expect(next.count).toEqual(SHOWING.count);
});

test('a count changes nothing but the count', () => {
  const next = on(SHOWING, { type: 'count', persons: 9, swipes: 9, latest: [] });
  expect(next).toEqual({ ...SHOWING, count: { type: 'count', persons: 9, swipes: 9, latest: [] } });
});

test('a blocked screen shows the reason and no code, until the next turn', () => {
  const blocked = on(SHOWING, BLOCKED);
  expect(blocked).toMatchObject({
    blocked: { message: '当前不在活动举办周期内', fix: '/activities/1' },
    code: null,
    isClosed: false,
  });
  expect(blocked.count).toEqual(SHOWING.count);
  const again = on(blocked, TURN);
  expect(again.blocked).toBeNull();
  expect(again.code?.slot).toBe(7);
});

test('a closed screen shows no code any more', () => {
  expect(on(SHOWING, { type: 'closed' })).toMatchObject({ isClosed: true, code: null, blocked: null });
  expect(on(on(FIRST, BLOCKED), { type: 'closed' }).blocked).toBeNull();
});

test('losing the network keeps the code, which ends by itself with its slot', () => {
  const lost = screenReducer(SHOWING, { type: 'lost' });
  expect(lost).toEqual({ ...SHOWING, isOnline: false });
});

test.each([TURN, COUNT, BLOCKED])('any event ($type) means that the network is back', (event) => {
  expect(on({ ...SHOWING, isOnline: false }, event).isOnline).toBe(true);
});

test('after a sleep the code counts as over at once, until the server says what holds', () => {
  const doubted = screenReducer(SHOWING, { type: 'doubted' });
  expect(doubted.isOnline).toBe(false);
  expect(doubted.code).toEqual({ ...SHOWING.code, turnsAt: 0 });
  expect(screenReducer(FIRST, { type: 'doubted' }).code).toBeNull();
});
