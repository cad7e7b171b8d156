import fc from 'fast-check';
import { halfDayOf, mayRemindMissing, presenceByGroup, presenceGroup, presenceState } from './presence';

const AT = (text: string) => Date.parse(`${text}+08:00`);

test('the last swipe of the day tells where one is', () => {
  expect([null, 'in', 'out'].map((swipe) => presenceState(swipe as 'in' | 'out' | null))).toEqual([
    'missing',
    'here',
    'left',
  ]);
});

test('own people are counted by department, others by unit, and nobody under an empty name', () => {
  const of = (isOwn: boolean, department: string, unitName: string) =>
    presenceGroup({ isOwn, department, unitName });
  expect(of(true, '护理部', '漯河市中心医院')).toBe('护理部');
  expect(of(true, '', '漯河市中心医院')).toBe('未填写科室');
  expect(of(false, '护理部', '舞阳县中医院')).toBe('舞阳县中医院');
  expect(of(false, '护理部', '')).toBe('未填写单位');
});

test('groups: the largest first, and everybody is in exactly one', () => {
  const person = fc.record({
    group: fc.constantFrom('护理部', '内科', '外科', '舞阳县中医院'),
    state: fc.constantFrom('here' as const, 'left' as const, 'missing' as const),
  });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 40 }), (people) => {
      const groups = presenceByGroup(people);
      const sum = (of: (group: (typeof groups)[number]) => number) =>
        groups.reduce((total, group) => total + of(group), 0);
      expect(sum(({ expected }) => expected)).toBe(people.length);
      expect(sum(({ here }) => here)).toBe(people.filter(({ state }) => state === 'here').length);
      expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
      const sizes = groups.map(({ expected }) => expected);
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      // Whoever comes in first changes nothing.
      expect(presenceByGroup([...people].reverse())).toEqual(groups);
    }),
  );
});

test('noon in China begins the second half of a day', () => {
  expect(halfDayOf(AT('2026-11-21T00:00:00'))).toBe('2026-11-21-am');
  expect(halfDayOf(AT('2026-11-21T12:00:00') - 1)).toBe('2026-11-21-am');
  expect(halfDayOf(AT('2026-11-21T12:00:00'))).toBe('2026-11-21-pm');
  expect(halfDayOf(AT('2026-11-22T00:00:00') - 1)).toBe('2026-11-21-pm');
});

test('the missing may be reminded from an hour before a period until its end', () => {
  const periods = [{ from: AT('2026-11-21T09:00:00'), to: AT('2026-11-21T12:00:00') }];
  const may = (text: string, more = 0) => mayRemindMissing(AT(text) + more, periods);
  expect([may('2026-11-21T08:00:00', -1), may('2026-11-21T08:00:00')]).toEqual([false, true]);
  expect([may('2026-11-21T12:00:00'), may('2026-11-21T12:00:00', 1)]).toEqual([true, false]);
  expect(mayRemindMissing(AT('2026-11-21T09:00:00'), [])).toBe(false);
});
