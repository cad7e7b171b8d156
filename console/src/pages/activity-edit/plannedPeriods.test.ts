import { byDay, clash, faultByPeriod, inOrder, plannedPeriods } from './plannedPeriods';

const MORNING = ['08:00', '12:00'] as const;
const AFTERNOON = ['14:00', '18:00'] as const;
const NOW = Date.parse('2026-07-01T00:00:00.000Z');
const twoDays = plannedPeriods(['2026-07-21', '2026-07-20'], [[...MORNING], [...AFTERNOON]]);

test('the same sessions on each day, in order, in China’s time', () => {
  expect(twoDays).toEqual([
    { from: '2026-07-20T00:00:00.000Z', to: '2026-07-20T04:00:00.000Z' },
    { from: '2026-07-20T06:00:00.000Z', to: '2026-07-20T10:00:00.000Z' },
    { from: '2026-07-21T00:00:00.000Z', to: '2026-07-21T04:00:00.000Z' },
    { from: '2026-07-21T06:00:00.000Z', to: '2026-07-21T10:00:00.000Z' },
  ]);
});

test('sessions that overlap what is there, or each other, are named', () => {
  expect(clash(twoDays, plannedPeriods(['2026-07-21'], [['11:00', '13:00']]))).toBe(
    '2026-07-21 08:00 至 12:00 与 2026-07-21 11:00 至 13:00 重叠',
  );
  expect(
    clash(
      [],
      plannedPeriods(
        ['2026-07-21'],
        [
          ['08:00', '12:00'],
          ['11:00', '13:00'],
        ],
      ),
    ),
  ).toContain('重叠');
  expect(clash(twoDays, plannedPeriods(['2026-07-22'], [[...MORNING]]))).toBeNull();
});

test('an old overlap does not speak against a new period elsewhere', () => {
  const broken = inOrder([...twoDays, ...plannedPeriods(['2026-07-20'], [['11:00', '13:00']])]);
  expect(clash(broken, plannedPeriods(['2026-07-23'], [[...MORNING]]))).toBeNull();
});

test('an end before its beginning is named', () => {
  expect(clash([], plannedPeriods(['2026-07-21'], [['12:00', '08:00']]))).toBe('结束时间应晚于开始时间');
});

test('each faulty period is found by its place: past, and of another year', () => {
  const periods = plannedPeriods(['2026-06-30', '2026-07-20', '2027-01-02'], [[...MORNING]]);
  const faults = faultByPeriod(periods, 2026, NOW);
  expect([...faults.keys()]).toEqual([0, 2]);
  expect(faults.get(0)).toContain('已过');
  expect(faults.get(2)).toContain('不在项目批准的2026年内');
});

test('periods stand under their days', () => {
  expect(byDay(twoDays).map(([day, list]) => [day, list.map(({ index }) => index)])).toEqual([
    ['2026-07-20', [0, 1]],
    ['2026-07-21', [2, 3]],
  ]);
});
