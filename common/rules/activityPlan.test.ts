import fc from 'fast-check';
import {
  type ActivityPlan,
  type ApprovedFrame,
  type ChangedPlan,
  faultsInChange,
  faultsInPeriods,
  missingInActivity,
} from './activityPlan';
import type { Period } from './periods';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 2026-11-21 09:00 in China. */
const NOW = Date.parse('2026-11-21T01:00:00Z');
const YEAR_END = Date.parse('2026-12-31T16:00:00Z');
const FRAME: ApprovedFrame = { minutes: 360, year: 2026 };
const half = (days: number, hours = 0): Period => ({
  from: NOW + days * DAY + hours * HOUR,
  to: NOW + days * DAY + (hours + 3) * HOUR,
});

const COMPLETE: ActivityPlan = {
  venue: '学术报告厅',
  contact: '王芳',
  contactPhone: '0395-3123456',
  registration: { expectedPersons: 120, audience: '各级护理人员' },
  courses: [
    { name: '围手术期护理', minutes: 180, lecturers: [{ name: '李雪梅' }] },
    { name: '护理安全', minutes: 180, lecturers: [] },
  ],
  periods: [half(3), half(3, 5), half(4)],
  documents: ['notice', 'schedule'],
};
const of = (change: Partial<ActivityPlan>, frame = FRAME) =>
  missingInActivity({ ...COMPLETE, ...change }, frame, NOW);
const faults = (periods: Period[], frame: ApprovedFrame = FRAME) =>
  faultsInPeriods(periods, frame, NOW).map(({ message }) => message);

test('a complete one lacks nothing', () => {
  expect(of({})).toEqual([]);
});

test.each<[string, Partial<ActivityPlan>, string]>([
  ['venue', { venue: ' ' }, '请填写会场'],
  ['contact', { contact: '' }, '请填写联系人'],
  ['contactPhone', { contactPhone: '' }, '请填写联系电话'],
  ['contactPhone', { contactPhone: '打前台' }, '联系电话格式不正确'],
  [
    'registration.expectedPersons',
    { registration: { expectedPersons: 0, audience: '护理' } },
    '请填写举办前登记的预计人数',
  ],
  [
    'registration.audience',
    { registration: { expectedPersons: 1, audience: '' } },
    '请填写举办前登记的教学对象',
  ],
  [
    'courses.1.name',
    { courses: [COMPLETE.courses[0] ?? fail(), { name: '', minutes: 180, lecturers: [] }] },
    '请填写第2门课程的名称',
  ],
  [
    'courses.0.lecturers.0.name',
    { courses: [{ name: '总课程', minutes: 360, lecturers: [{ name: ' ' }] }] },
    '请填写第1门课程的主讲人姓名',
  ],
  ['periods', { periods: [] }, '请添加举办周期'],
])('%s: %j', (field, change, message) => {
  expect(of(change)).toEqual([{ field, message, code: 'INVALID_INPUT' }]);
});

function fail(): never {
  throw new Error('the complete plan has two courses');
}

test('hours that do not add up are told with both sums', () => {
  expect(of({ courses: [{ name: '总课程', minutes: 330, lecturers: [] }] })).toEqual([
    {
      field: 'courses',
      message: '各门课程的学时之和是5.5学时，项目总学时是6学时，两者必须相等',
      code: 'HOURS_DIFFER',
    },
  ]);
});

test('the hours add up exactly when nothing is said of them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1 }),
      fc.integer({ min: 1 }),
      (all, total) => {
        const courses = all.map((minutes) => ({ name: '课程', minutes, lecturers: [] }));
        const isEqual = all.reduce((sum, minutes) => sum + minutes, 0) === total;
        expect(of({ courses }, { ...FRAME, minutes: total })).toHaveLength(isEqual ? 0 : 1);
      },
    ),
  );
});

test.each([
  [[], ['documents.notice', 'documents.schedule']],
  [['notice'], ['documents.schedule']],
  [['schedule', 'other'], ['documents.notice']],
] as const)('of the documents there are %j', (documents, fields) => {
  expect(of({ documents })).toMatchObject(fields.map((field) => ({ field, code: 'DOCUMENTS_MISSING' })));
});

test.each<[string, Period[], string]>([
  ['back to front', [{ from: NOW + DAY, to: NOW + DAY }], '第1个举办周期的结束时间应晚于开始时间'],
  ['out of order', [half(4), half(3)], '第2个举办周期应排在前一个之后，请按时间先后填写'],
  ['overlapping', [half(3), half(3, 2)], '第2个举办周期与前一个（2026-11-24 09:00 至 12:00）重叠'],
  ['past', [half(-1)], '第1个举办周期的开始时间2026-11-20 09:00已过，请选择今后的时间'],
  ['beginning now', [half(0)], '第1个举办周期的开始时间2026-11-21 09:00已过，请选择今后的时间'],
  ['of another year', [half(60)], '第1个举办周期不在项目批准的2026年内'],
])('a period %s', (_what, periods, message) => {
  expect(faults(periods)).toEqual([message]);
});

test('one that begins when the one before ends does not overlap', () => {
  expect(faults([half(3), half(3, 3)])).toEqual([]);
});

test('the last moment of the year in China belongs to it, the next does not', () => {
  expect(faults([{ from: YEAR_END - HOUR, to: YEAR_END }])).toEqual([]);
  expect(faults([{ from: YEAR_END - HOUR, to: YEAR_END + 1 }])).toEqual([
    '第1个举办周期不在项目批准的2026年内',
  ]);
});

test('approved days hold the period from the first morning to the last night', () => {
  const frame = { ...FRAME, from: '2026-11-24', to: '2026-11-25' };
  const first = Date.parse('2026-11-23T16:00:00Z');
  expect(faults([{ from: first, to: first + 2 * DAY }], frame)).toEqual([]);
  const outside = ['第1个举办周期超出项目批准的举办时间（2026-11-24 至 2026-11-25）'];
  expect(faults([{ from: first - 1, to: first + DAY }], frame)).toEqual(outside);
  expect(faults([{ from: first, to: first + 2 * DAY + 1 }], frame)).toEqual(outside);
});

test('periods of any kind: none is said to be right that overlaps another', () => {
  const period = fc
    .tuple(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from: NOW + from * HOUR, to: NOW + (from + length) * HOUR }));
  fc.assert(
    fc.property(fc.array(period, { minLength: 2, maxLength: 6 }), (periods) => {
      const clash = periods.some((a, i) => periods.some((b, j) => i < j && a.from < b.to && b.from < a.to));
      expect(clash && faults(periods).length === 0).toBe(false);
    }),
  );
});

describe('a change of what is approved', () => {
  const point = { longitude: 114.016, latitude: 33.581 };
  const inForce: ChangedPlan = {
    venue: '学术报告厅',
    address: '人民东路56号',
    point,
    periods: [half(-1), half(3)],
  };
  const change = (next: Partial<typeof inForce>, now = NOW) =>
    faultsInChange(inForce, { ...inForce, ...next }, FRAME, now).map(({ message }) => message);

  test('of the venue, or of what is still to come', () => {
    expect(change({ venue: '第一会议室' })).toEqual([]);
    expect(change({ address: '人民东路58号' })).toEqual([]);
    expect(change({ periods: [half(-1), half(5)] })).toEqual([]);
    expect(change({ periods: [half(-1)] })).toEqual([]);
  });

  test('of the place on the map, which may be left out', () => {
    expect(change({ point: { longitude: 114.02, latitude: 33.581 } })).toEqual([]);
    expect(change({ point: null })).toEqual(['时间和会场都没有改变']);
    expect(change({ point: { ...point } })).toEqual(['时间和会场都没有改变']);
  });

  test('what has begun stays: people have signed into it', () => {
    expect(change({ periods: [half(3)] })).toEqual(['举办周期2026-11-20 09:00 至 12:00已经开始，不能变更']);
  });

  test('nothing new is put into the past or into another year', () => {
    expect(change({ periods: [half(-3), half(-1), half(3)] })).toEqual([
      '第1个举办周期的开始时间2026-11-18 09:00已过，请选择今后的时间',
    ]);
    expect(change({ periods: [half(-1), half(60)] })).toEqual(['第2个举办周期不在项目批准的2026年内']);
  });

  test('of nothing is none', () => {
    expect(change({})).toEqual(['时间和会场都没有改变']);
  });

  test('what was to come has begun meanwhile', () => {
    expect(change({ periods: [half(-1), half(5)] }, NOW + 3 * DAY)).toEqual([
      '举办周期2026-11-24 09:00 至 12:00已经开始，不能变更',
    ]);
  });
});
