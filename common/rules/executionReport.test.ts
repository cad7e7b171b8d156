import fc from 'fast-check';
import type { ReportForm } from '../contract/reports';
import {
  isDueProvisional,
  isReminderTime,
  isReportLate,
  missingInReport,
  REPORT_PAGES,
  REPORT_STARS,
  reminderOn,
  reportDays,
  reportDaysLeft,
} from './executionReport';
import { dayOf, startOfDay } from './shanghaiTime';
import { afterWorkingDays, workingDaysUntil } from './workingDays';

const DAY_MS = 24 * 3_600_000;
const FULL: ReportForm = {
  holding: { participants: 86, lecturers: 4, place: '学术报告厅', deviations: '' },
  summary: { effect: '掌握要点', problems: '无', advice: '' },
};
const EMPTY: ReportForm = {
  holding: { participants: 0, lecturers: 0, place: ' ', deviations: '' },
  summary: { effect: '', problems: '', advice: '' },
};

test('a full form lacks nothing; an empty one lacks every starred field, page by page', () => {
  expect(missingInReport(FULL)).toEqual([]);
  const missing = missingInReport(EMPTY);
  expect(missing.map(({ field }) => field)).toEqual(Object.keys(REPORT_STARS));
  expect(missing.every(({ page }) => page in REPORT_PAGES)).toBe(true);
  expect(missing[0]).toEqual({
    page: 'holding',
    field: 'holding.participants',
    message: '请填写实际参加人数',
  });
});

test('each starred field is missed by itself', () => {
  for (const field of Object.keys(REPORT_STARS)) {
    const [page = '', name = ''] = field.split('.');
    const from = page as keyof ReportForm;
    const without = { ...FULL, [from]: { ...FULL[from], [name]: (EMPTY[from] as object)[name as never] } };
    expect(missingInReport(without).map((fault) => fault.field)).toEqual([field]);
  }
});

test('30 working days after the last day held, over National Day and its make-up days', () => {
  const at = (text: string) => Date.parse(text);
  // Ends at 16:30 UTC: in China it is already the next day.
  expect(reportDays([{ to: at('2026-08-27T16:30:00Z') }]).endedOn).toBe('2026-08-28');
  // 31 August, 22 days of September (Sunday 20 is worked, Friday 25 off), then 8 to 10 October (Saturday 10 is worked) and 12 to 15.
  expect(reportDays([{ to: at('2026-08-28T10:00:00Z') }, { to: at('2026-08-27T10:00:00Z') }])).toEqual({
    endedOn: '2026-08-28',
    dueOn: '2026-10-15',
  });
});

test('late is who hands in after the due day; how long the review takes does not matter', () => {
  const due = { dueOn: '2026-10-16', handedInOn: null };
  expect(isReportLate(due, '2026-10-16')).toBe(false);
  expect(isReportLate(due, '2026-10-17')).toBe(true);
  expect(isReportLate({ ...due, handedInOn: '2026-10-16' }, '2027-01-01')).toBe(false);
  expect(isReportLate({ ...due, handedInOn: '2026-10-19' }, '2026-10-19')).toBe(true);
});

test('the countdown ends with the hand-in, and is never a negative nothing', () => {
  const due = { dueOn: '2026-10-16', handedInOn: null };
  expect(reportDaysLeft(due, '2026-09-30')).toBe(8);
  expect(reportDaysLeft(due, '2026-10-16')).toBe(0);
  expect(Object.is(reportDaysLeft(due, '2026-10-17'), 0)).toBe(true);
  expect(reportDaysLeft(due, '2026-10-20')).toBe(-2);
  expect(reportDaysLeft({ ...due, handedInOn: '2026-10-01' }, '2026-10-20')).toBeNull();
});

test('provisional is what lies in a year whose holidays are not announced, until it has gone by', () => {
  expect(isDueProvisional('2026-12-31', '2026-11-21')).toBe(false);
  expect(isDueProvisional('2031-01-06', '2030-11-21')).toBe(true);
  expect(isDueProvisional('2031-01-06', '2031-01-06')).toBe(true);
  expect(isDueProvisional('2031-01-06', '2031-01-07')).toBe(false);
  expect(isDueProvisional('2019-01-06', '2026-11-21')).toBe(false);
});

test('a reminder at ten and at three working days, and in the days after; never long before or after', () => {
  const DUE = '2026-10-16';
  // Before: 25 September to 7 October has three working days only, 28 to 30 September.
  expect(reminderOn('2026-09-27', DUE)).toBeNull();
  expect(reminderOn('2026-09-28', DUE)).toBe('early');
  expect(reminderOn('2026-10-12', DUE)).toBe('early');
  expect(reminderOn('2026-10-13', DUE)).toBe('soon');
  expect(reminderOn(DUE, DUE)).toBe('soon');
  expect(reminderOn('2026-10-17', DUE)).toBe('late');
  expect(reminderOn('2026-10-23', DUE)).toBe('late');
  expect(reminderOn('2026-10-26', DUE)).toBeNull();
});

test('day by day the reminders come in their order, each in one stretch', () => {
  const ORDER = [null, 'early', 'soon', 'late', null];
  const start = fc.integer({ min: 0, max: 700 }).map((n) => dayOf(startOfDay('2024-06-01') + n * DAY_MS));
  fc.assert(
    fc.property(start, (endedOn) => {
      const due = afterWorkingDays(endedOn, 30);
      const days = Array.from({ length: 80 }, (_, n) => dayOf(startOfDay(endedOn) + n * DAY_MS));
      const told = days.map((day) => reminderOn(day, due));
      expect(told.filter((each, n) => n === 0 || each !== told[n - 1])).toEqual(ORDER);
      expect(days.find((_, n) => told[n] === 'late')).toBe(dayOf(startOfDay(due) + DAY_MS));
      expect(workingDaysUntil(days[told.indexOf('soon')] ?? '', due)).toBe(3);
    }),
  );
});

test('nobody is sent a message at night', () => {
  const at = (hour: string) => Date.parse(`2026-11-21T${hour}:00+08:00`);
  expect(['08:59', '09:00', '17:59', '18:00'].map((hour) => isReminderTime(at(hour)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
