import { startOfDay } from '@common/rules/shanghaiTime';
import fc from 'fast-check';
import {
  drawn,
  hoursOf,
  laneOf,
  linesOf,
  movedTo,
  overlap,
  resized,
  STEP,
  shownIn,
  ticksOf,
  timeAt,
  xOf,
} from './geometry';

const DAY = '2026-07-20';
const at = (time: string, day = DAY) => Date.parse(`${day}T${time}:00+08:00`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const AXIS = { fromHour: 7, toHour: 19, width: 960 };
const LANE = laneOf(DAY, AXIS);

describe('the hours of a lane', () => {
  test.each([
    ['an hour of room', [span('08:00', '17:40')], [7, 19]],
    ['several days have the same hours', [span('09:00', '11:00'), span('13:00', '17:00')], [8, 18]],
    ['not closer than six hours', [span('09:10', '09:40')], [8, 14]],
    ['nor beyond midnight', [span('22:00', '23:30')], [18, 24]],
    ['over midnight the whole day', [{ from: at('22:00'), to: at('02:00', '2026-07-21') }], [0, 24]],
    ['until midnight', [{ from: at('18:00'), to: at('00:00', '2026-07-21') }], [17, 24]],
    ['nothing at all', [], [8, 18]],
  ])('%s', (_, spans, [fromHour, toHour]) => {
    expect(hoursOf(spans)).toEqual({ fromHour, toHour });
  });
});

describe('time and place', () => {
  test('one hour of twelve is a twelfth of the width', () => {
    expect(xOf(at('08:00'), LANE, 960)).toBe(80);
    expect(timeAt(80, LANE, 960)).toBe(at('08:00'));
  });
  test('there and back is the same time, and beside the lane its end', () => {
    const inLane = fc.integer({ min: LANE.from, max: LANE.to });
    fc.assert(
      fc.property(inLane, fc.integer({ min: 200, max: 3000 }), (time, width) => {
        expect(Math.abs(timeAt(xOf(time, LANE, width), LANE, width) - time)).toBeLessThan(1);
      }),
    );
    expect(timeAt(-5, LANE, 960)).toBe(LANE.from);
    expect(xOf(at('23:00'), LANE, 960)).toBe(960);
  });
  test('a lane begins with its day in China', () => {
    expect(laneOf(DAY, { ...AXIS, fromHour: 0, toHour: 24 }).from).toBe(startOfDay(DAY));
  });
});

describe('a window', () => {
  const times = fc.tuple(
    fc.integer({ min: LANE.from, max: LANE.to }),
    fc.integer({ min: LANE.from, max: LANE.to }),
  );
  test('is drawn in either direction, on steps, and at least one long', () => {
    expect(drawn(at('08:41'), at('08:08'))).toEqual(span('08:10', '08:40'));
    fc.assert(
      fc.property(times, ([one, other]) => {
        const { from, to } = drawn(one, other);
        expect([from % STEP, to % STEP]).toEqual([0, 0]);
        expect(to - from).toBeGreaterThanOrEqual(STEP);
        expect(drawn(other, one)).toEqual({ from, to });
      }),
    );
  });
  test('keeps its length where it is moved, and stays in the lane', () => {
    const window = span('08:00', '08:40');
    expect(movedTo(window, at('11:32'), LANE)).toEqual(span('11:30', '12:10'));
    expect(movedTo(window, at('18:50'), LANE)).toEqual(span('18:20', '19:00'));
    expect(movedTo(window, at('05:00'), LANE)).toEqual(span('07:00', '07:40'));
  });
  test('over midnight it is moved as a whole', () => {
    const night = { from: at('22:00'), to: at('01:00', '2026-07-21') };
    expect(movedTo(night, at('21:00'), LANE)).toEqual({ from: at('21:00'), to: at('00:00', '2026-07-21') });
  });
  test('is resized at either end and does not turn over', () => {
    const window = span('08:00', '08:40');
    expect(resized(window, 'from', at('07:31'))).toEqual(span('07:30', '08:40'));
    expect(resized(window, 'from', at('09:00'))).toEqual(span('08:35', '08:40'));
    expect(resized(window, 'to', at('07:00'))).toEqual(span('08:00', '08:05'));
  });
  test('shows in a lane what lies there', () => {
    const night = { from: at('18:00'), to: at('01:00', '2026-07-21') };
    expect(shownIn(LANE, night)).toEqual(span('18:00', '19:00'));
    expect(shownIn(LANE, span('19:00', '20:00'))).toBeNull();
  });
  test('overlaps another by a moment, not by touching it', () => {
    expect(overlap(span('08:00', '08:40'), span('08:35', '09:00'))).toBe(true);
    expect(overlap(span('08:00', '08:40'), span('08:40', '09:00'))).toBe(false);
  });
});

test.each([
  [960, 12, [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]],
  [400, 12, [8, 10, 12, 14, 16, 18]],
])('ticks have room: %i pixels', (width, hours, ticks) => {
  expect(ticksOf({ fromHour: 7, toHour: 7 + hours, width })).toEqual(ticks);
});

test('no label covers another in its line', () => {
  expect(
    linesOf([
      { x: 0, width: 90 },
      { x: 300, width: 90 },
      { x: 40, width: 90 },
      { x: 95, width: 90 },
    ]),
  ).toEqual([0, 0, 1, 0]);
  const label = fc.record({ x: fc.integer({ min: 0, max: 900 }), width: fc.integer({ min: 1, max: 120 }) });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 20 }), (labels) => {
      const lines = linesOf(labels);
      for (const [i, one] of labels.entries()) {
        for (const [j, other] of labels.entries()) {
          if (i < j && lines[i] === lines[j]) {
            expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true);
          }
        }
      }
    }),
  );
});
