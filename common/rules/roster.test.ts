import fc from 'fast-check';
import { attendedIn, hasFullHours, type RosterSwipe, rosterDueAt } from './roster';

const at = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const MORNING = { from: at('2026-11-21 08:00'), to: at('2026-11-21 12:00') };
const AFTERNOON = { from: at('2026-11-21 14:00'), to: at('2026-11-21 18:00') };
const LATER = at('2026-12-01 00:00');
const swipe = (direction: 'in' | 'out', time: string): RosterSwipe => ({
  direction,
  at: at(`2026-11-21 ${time}`),
});
const attend = (swipes: RosterSwipe[], isDepartureRequired = true, now = LATER) =>
  attendedIn({ periods: [MORNING, AFTERNOON], swipes, isDepartureRequired, now });

test.each<[string, RosterSwipe[], number]>([
  ['there all day', ['in 08:00', 'out 12:00', 'in 14:00', 'out 18:00'].map(parse), 480],
  ['early and late doors count for nothing more', ['in 07:40', 'out 12:20'].map(parse), 240],
  ['a sign-in at noon is for the afternoon', ['in 12:30', 'out 18:00'].map(parse), 240],
  ['a departure at noon is from the morning', ['in 09:00', 'out 13:59'].map(parse), 180],
  [
    'the first 签到 and the last 撤离 count',
    ['in 08:00', 'in 09:00', 'out 11:00', 'out 11:30'].map(parse),
    210,
  ],
  ['without 撤离 there is nothing', ['in 08:00'].map(parse), 0],
  ['撤离 alone is nothing', ['out 12:00'].map(parse), 0],
  ['撤离 before 签到 is none', ['out 08:10', 'in 09:00'].map(parse), 0],
])('%s', (_what, swipes, minutes) => {
  expect(attend(swipes).minutes).toBe(minutes);
});

function parse(text: string): RosterSwipe {
  const [direction, time = ''] = text.split(' ');
  return swipe(direction === 'in' ? 'in' : 'out', time);
}

test('where no 撤离 is required, who did not leave was there to the end, but not beyond now', () => {
  expect(attend([swipe('in', '08:00')], false).minutes).toBe(240);
  expect(attend([swipe('in', '08:00')], false, at('2026-11-21 09:30')).minutes).toBe(90);
  expect(attend([swipe('in', '08:00'), swipe('out', '10:00')], false).minutes).toBe(120);
});

test('the times of each period, none where he was not there', () => {
  expect(attend([swipe('in', '08:05'), swipe('out', '12:01')]).periods).toEqual([
    { in: at('2026-11-21 08:05'), out: at('2026-11-21 12:01') },
    { in: null, out: null },
  ]);
});

test('a period over three days is held each day from its first hour to its last', () => {
  const periods = [{ from: at('2026-11-20 08:00'), to: at('2026-11-22 18:00') }];
  const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
  const swipes: RosterSwipe[] = days.flatMap((day) => [
    { direction: 'in', at: at(`${day} 07:50`) },
    { direction: 'out', at: at(`${day} 18:10`) },
  ]);
  const attended = attendedIn({ periods, swipes, isDepartureRequired: true, now: LATER });
  expect(attended).toEqual({
    periods: [{ in: at('2026-11-20 07:50'), out: at('2026-11-22 18:10') }],
    minutes: 3 * 600,
  });
});

test('full hours: those of the project or of shorter periods, less a quarter of an hour for each', () => {
  const periods = [MORNING, AFTERNOON];
  expect([330, 329].map((minutes) => hasFullHours(minutes, periods, 360))).toEqual([true, false]);
  expect([450, 449].map((minutes) => hasFullHours(minutes, periods, 600))).toEqual([true, false]);
  expect(hasFullHours(0, [], 0)).toBe(false);
});

test('it is due two weeks after the last period', () => {
  expect(rosterDueAt([AFTERNOON, MORNING])).toBe(at('2026-12-05 18:00'));
  expect(rosterDueAt([])).toBeNull();
});

const anySwipes = fc.array(
  fc.record({
    direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
    at: fc.integer({ min: at('2026-11-21 06:00'), max: at('2026-11-21 20:00') }),
  }),
  { maxLength: 12 },
);

test('the order of the swipes does not matter, and nobody is there longer than it lasts', () => {
  fc.assert(
    fc.property(anySwipes, fc.boolean(), (swipes, isDepartureRequired) => {
      const attended = attend(swipes, isDepartureRequired);
      expect(attend(swipes.toReversed(), isDepartureRequired)).toEqual(attended);
      expect(attended.minutes).toBeGreaterThanOrEqual(0);
      expect(attended.minutes).toBeLessThanOrEqual(480);
    }),
  );
});

test('where 撤离 is required another swipe never takes minutes away', () => {
  fc.assert(
    fc.property(anySwipes, anySwipes, (swipes, more) => {
      expect(attend([...swipes, ...more]).minutes).toBeGreaterThanOrEqual(attend(swipes).minutes);
    }),
  );
});
