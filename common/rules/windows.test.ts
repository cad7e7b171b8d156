import fc from 'fast-check';
import { codesOf, PROJECT_LEVELS, WINDOW_KINDS } from '../terms';
import { dayOf } from './shanghaiTime';
import {
  type ProjectWindow,
  rangeInWords,
  rulingWindows,
  sortWindows,
  windowRefusal,
  windowState,
} from './windows';

const day = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2029, 0) }).map(dayOf);
const window: fc.Arbitrary<ProjectWindow> = fc
  .record({
    kind: fc.constantFrom(...codesOf(WINDOW_KINDS)),
    level: fc.constantFrom(...codesOf(PROJECT_LEVELS)),
    year: fc.integer({ min: 2025, max: 2028 }),
    days: fc.tuple(day, day),
  })
  .map(({ days, ...purpose }) => {
    const [from = '', to = ''] = [...days].sort();
    return { ...purpose, from, to };
  });
const windows = fc.array(window, { maxLength: 30 });

const city = (year: number, from: string, to: string, more: Partial<ProjectWindow> = {}): ProjectWindow => ({
  kind: 'application',
  level: 'city',
  year,
  from,
  to,
  ...more,
});
const WANTED = { kind: 'application', level: 'city', year: 2027 } as const;
const MARCH = city(2027, '2027-03-01', '2027-03-31');

test.each([
  ['2027-02-28', 'before'],
  ['2027-03-01', 'open'],
  ['2027-03-31', 'open'],
  ['2027-04-01', 'over'],
])('both ends belong to it: %s is %s', (today, state) => {
  expect(windowState(MARCH, today)).toBe(state);
});

test('it turns at midnight in China', () => {
  const stateAt = (iso: string) => windowState(MARCH, dayOf(Date.parse(iso)));
  expect(stateAt('2027-02-28T15:59:59.999Z')).toBe('before');
  expect(stateAt('2027-02-28T16:00:00.000Z')).toBe('open');
  expect(stateAt('2027-03-31T15:59:59.999Z')).toBe('open');
  expect(stateAt('2027-03-31T16:00:00.000Z')).toBe('over');
});

describe('why one cannot apply today', () => {
  const refusal = (today: string, ...given: ProjectWindow[]) => windowRefusal(given, WANTED, today);

  test('within it one can', () => {
    expect(refusal('2027-03-31', MARCH)).toBeNull();
  });

  test('before it, it is named', () => {
    expect(refusal('2026-11-21', MARCH)).toBe(
      '现在不在2027年市级项目申报时间内。下一次市级项目申报时间：2027年3月1日至3月31日',
    );
  });

  test('after it, the next year’s is named', () => {
    expect(refusal('2027-04-01', MARCH, city(2028, '2027-12-15', '2028-01-15'))).toBe(
      '现在不在2027年市级项目申报时间内。下一次市级项目申报时间：2027年12月15日至2028年1月15日',
    );
  });

  test('one that is open for another year is named', () => {
    expect(refusal('2027-12-20', MARCH, city(2028, '2027-12-15', '2028-01-15'))).toBe(
      '现在不在2027年市级项目申报时间内，正在开放的是2028年的：2027年12月15日至2028年1月15日',
    );
  });

  test.each([
    ['none', []],
    ['one that is over', [city(2027, '2027-01-01', '2027-01-02')]],
    ['one of another level', [city(2027, '2027-03-01', '2027-03-31', { level: 'province' })]],
    ['one of another kind', [city(2027, '2027-03-01', '2027-03-31', { kind: 'filing' })]],
  ])('with %s it says that none is set', (_what, given) => {
    expect(refusal('2027-03-15', ...given)).toBe(
      '现在不在2027年市级项目申报时间内。还没有设置下一次市级项目申报时间，请留意上级卫生健康行政部门的通知',
    );
  });

  test('the nearest authority’s rules, whether it opens or closes', () => {
    const april = city(2027, '2027-04-01', '2027-04-30');
    expect(refusal('2027-03-15', april, MARCH)).toContain('2027年4月1日至4月30日');
    expect(refusal('2027-04-15', april, MARCH)).toBeNull();
    expect(refusal('2027-04-15', MARCH, april)).not.toBeNull();
  });

  test('filing is called so', () => {
    const filing = city(2027, '2027-05-01', '2027-05-01', { kind: 'filing', level: 'province' });
    expect(windowRefusal([filing], { kind: 'filing', level: 'province', year: 2027 }, '2027-03-15')).toBe(
      '现在不在2027年省级项目备案时间内。下一次省级项目备案时间：2027年5月1日',
    );
  });
});

test('one can exactly where the ruling window of the purpose is open', () => {
  fc.assert(
    fc.property(windows, window, day, (given, wanted, today) => {
      const ruling = given.find(
        ({ kind, level, year }) => kind === wanted.kind && level === wanted.level && year === wanted.year,
      );
      const isOpen = ruling !== undefined && ruling.from <= today && today <= ruling.to;
      expect(windowRefusal(given, wanted, today) === null).toBe(isOpen);
    }),
  );
});

test('of each purpose the first one rules, and only it', () => {
  fc.assert(
    fc.property(windows, (given) => {
      const ruling = rulingWindows(given);
      const key = ({ kind, level, year }: ProjectWindow) => [kind, level, year].join();
      expect(new Set(ruling.map(key)).size).toBe(ruling.length);
      for (const each of given) {
        const first = given.find((other) => key(other) === key(each));
        expect(ruling).toContain(first);
      }
    }),
  );
});

test('open ones stand in front, the past at the end; none is lost', () => {
  fc.assert(
    fc.property(windows, day, (given, today) => {
      const sorted = sortWindows(given, today);
      expect(new Set(sorted)).toEqual(new Set(given));
      const ranks = sorted.map((each) => ['open', 'before', 'over'].indexOf(windowState(each, today)));
      expect(ranks).toEqual([...ranks].sort());
    }),
  );
});

test('the soonest to close, the soonest to open, the latest past', () => {
  const days = [
    ['2026-01-01', '2026-02-01'],
    ['2027-03-01', '2027-03-20'],
    ['2027-06-01', '2027-06-30'],
    ['2027-03-10', '2027-03-16'],
    ['2027-04-01', '2027-04-30'],
    ['2026-05-01', '2026-06-01'],
  ].map(([from = '', to = ''], at) => city(2020 + at, from, to));
  expect(sortWindows(days, '2027-03-15').map(({ from }) => from)).toEqual([
    '2027-03-10',
    '2027-03-01',
    '2027-04-01',
    '2027-06-01',
    '2026-05-01',
    '2026-01-01',
  ]);
});

test('days in words', () => {
  expect(rangeInWords({ from: '2027-03-01', to: '2027-03-31' })).toBe('2027年3月1日至3月31日');
  expect(rangeInWords({ from: '2026-12-01', to: '2027-01-31' })).toBe('2026年12月1日至2027年1月31日');
  expect(rangeInWords({ from: '2027-10-09', to: '2027-10-09' })).toBe('2027年10月9日');
});
