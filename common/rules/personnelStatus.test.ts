import fc from 'fast-check';
import { overlap, type StatusDays, statusFault, statusOn } from './personnelStatus';

const period = (from: string, to: string | null, status: StatusDays['status'] = 'maternityLeave') => ({
  status,
  from,
  to,
});

describe('statusOn', () => {
  const periods = [
    period('2026-03-01', '2026-08-31'),
    period('2027-01-01', '2027-01-01', 'exempt'),
    period('2028-05-01', null, 'cancelled'),
  ];
  it.each([
    ['2026-02-28', 'active'],
    ['2026-03-01', 'maternityLeave'],
    ['2026-08-31', 'maternityLeave'],
    ['2026-09-01', 'active'],
    ['2027-01-01', 'exempt'],
    ['2027-01-02', 'active'],
    ['2028-04-30', 'active'],
    ['2028-05-01', 'cancelled'],
    ['2099-12-31', 'cancelled'],
  ])('on %s: %s', (day, status) => {
    expect(statusOn(periods, day)).toBe(status);
  });
});

describe('overlap', () => {
  it.each([
    ['one day in common', period('2026-01-01', '2026-01-31'), period('2026-01-31', '2026-02-28'), true],
    ['next to each other', period('2026-01-01', '2026-01-31'), period('2026-02-01', null), false],
    ['one within the other', period('2026-01-01', null), period('2026-05-01', '2026-05-01'), true],
    ['two that are open', period('2026-01-01', null), period('2030-01-01', null), true],
    ['before an open one', period('2026-01-01', '2026-06-30'), period('2026-07-01', null), false],
  ])('%s', (_what, a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });
});

/** Day n of a small calendar. */
const day = (n: number) =>
  `2026-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
const some = fc
  .tuple(fc.nat(60), fc.option(fc.nat(30)), fc.constantFrom<StatusDays['status']>('maternityLeave', 'exempt'))
  .map(([from, length, status]) => period(day(from), length === null ? null : day(from + length), status));

it('two periods overlap exactly where some day has both', () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      const days = Array.from({ length: 120 }, (_, n) => day(n));
      const both = days.some((each) => statusOn([a], each) !== 'active' && statusOn([b], each) !== 'active');
      expect(overlap(a, b)).toBe(both);
    }),
  );
});

it('of periods that do not overlap, the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 6 }), fc.nat(119), (given, n) => {
      const apart = given.filter((each, i) => !given.slice(0, i).some((other) => overlap(each, other)));
      expect(statusOn([...apart].reverse(), day(n))).toBe(statusOn(apart, day(n)));
    }),
  );
});

describe('statusFault', () => {
  it.each([
    [period('2026-03-01', '2026-02-28'), '止日不能早于起日'],
    [period('2026-03-01', '2026-03-01', 'cancelled'), '注销没有止日，请留空；登记有误时请撤销该段'],
  ])('%j', (given, message) => {
    expect(statusFault(given)).toEqual({ field: 'to', message });
  });
  it.each([
    period('2026-03-01', '2026-03-01'),
    period('2026-03-01', null, 'exempt'),
    period('2026-03-01', null, 'cancelled'),
  ])('nothing is wrong with %j', (given) => {
    expect(statusFault(given)).toBeNull();
  });
});

it('nothing follows a cancellation: it overlaps with whatever comes after it', () => {
  fc.assert(
    fc.property(some, fc.nat(60), (later, n) => {
      const cancelled = period(day(n), null, 'cancelled');
      fc.pre(later.from >= cancelled.from);
      expect(overlap(cancelled, later)).toBe(true);
    }),
  );
});
