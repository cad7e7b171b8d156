import fc from 'fast-check';
import { type HourRules, hoursFault, openHours } from './checkInHours';
import { CHECK_IN_RULES } from './checkInRules';
import { currentPeriod } from './periods';

const at = (time: string) => Date.parse(`2026-11-21T${time}:00+08:00`);
const MORNING = { from: at('08:00'), to: at('12:00') };
const AFTERNOON = { from: at('14:00'), to: at('18:00') };
const DAY = [MORNING, AFTERNOON];
const NONE: HourRules = CHECK_IN_RULES;
const JIANGSU: HourRules = { signInBefore: 60, signInFor: 30, departureBefore: 30, departureFor: 60 };

const minutes = fc.integer({ min: 0, max: 240 });
const rules: fc.Arbitrary<HourRules> = fc.record({
  signInBefore: minutes,
  signInFor: minutes,
  departureBefore: minutes,
  departureFor: minutes,
});
const directions = fc.constantFrom('in' as const, 'out' as const);

describe('the hours of a direction', () => {
  it('are the holding periods where nothing is set', () => {
    expect(openHours('in', DAY, NONE)).toEqual(DAY);
    expect(openHours('out', DAY, NONE)).toEqual(DAY);
  });

  it('lie around the start for 签到 and around the end for 撤离', () => {
    expect(openHours('in', [MORNING], JIANGSU)).toEqual([{ from: at('07:00'), to: at('08:30') }]);
    expect(openHours('out', [MORNING], JIANGSU)).toEqual([{ from: at('11:30'), to: at('13:00') }]);
  });

  it('never lack the moment that they are about, and 签到 never outlasts its period', () => {
    fc.assert(
      fc.property(rules, directions, (given, direction) => {
        const hours = openHours(direction, DAY, given);
        for (const [i, period] of DAY.entries()) {
          const moment = direction === 'in' ? period.from : period.to;
          expect(currentPeriod(moment, hours.slice(i, i + 1))).not.toBeNull();
        }
        if (direction === 'in') {
          expect(hours.every(({ to }, i) => to <= (DAY[i]?.to ?? 0))).toBe(true);
        }
      }),
    );
  });
});

describe('why no scan is taken', () => {
  it('is nothing within the hours, to the millisecond', () => {
    expect(hoursFault(at('07:00'), 'in', DAY, JIANGSU)).toBeNull();
    expect(hoursFault(at('07:00') - 1, 'in', DAY, JIANGSU)?.code).toBe('OUTSIDE_HOLDING_PERIOD');
    expect(hoursFault(at('08:30'), 'in', DAY, JIANGSU)).toBeNull();
    expect(hoursFault(at('08:30') + 1, 'in', DAY, JIANGSU)?.code).toBe('CODE_HOURS');
  });

  it.each([
    ['09:00', 'in', JIANGSU, '现在不是签到时间（下一次：2026-11-21 13:00 至 14:30），不能签到'],
    ['09:00', 'out', JIANGSU, '现在不是撤离时间（下一次：2026-11-21 11:30 至 13:00），不能撤离'],
    [
      '15:00',
      'in',
      JIANGSU,
      '签到时间已过（2026-11-21 07:00 至 08:30；2026-11-21 13:00 至 14:30），不能签到',
    ],
    [
      '19:00',
      'out',
      NONE,
      '当前不在活动举办周期内（2026-11-21 08:00 至 12:00；2026-11-21 14:00 至 18:00），不能撤离',
    ],
  ] as const)('at %s for %s says when', (time, direction, given, message) => {
    expect(hoursFault(at(time), direction, DAY, given)?.message).toBe(message);
  });

  it('agrees with the hours at every time', () => {
    const times = fc.integer({ min: at('03:00'), max: at('23:00') });
    fc.assert(
      fc.property(times, directions, rules, (now, direction, given) => {
        const isOpen = currentPeriod(now, openHours(direction, DAY, given)) !== null;
        expect(hoursFault(now, direction, DAY, given) === null).toBe(isOpen);
      }),
    );
  });
});
