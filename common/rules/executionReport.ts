/**
 * 执行情况反馈 of an activity that has ended (manual 001 §三.3, §四): its four pages, what must be filled in, and its deadline, which
 * is reckoned in working days.
 */
import type { ReportForm } from '../contract/reports';
import { dayOf, formatTime } from './shanghaiTime';
import { afterWorkingDays, isYearKnown, REPORT_WORKING_DAYS, workingDaysUntil } from './workingDays';

/** The pages in their order; the last two are attached by the system. */
export const REPORT_PAGES = {
  holding: '举办情况',
  summary: '总结',
  attendance: '考勤分析',
  creditings: '授分人员名单',
} as const;
export type ReportPage = keyof typeof REPORT_PAGES;

/** Something that is missing. */
export interface ReportFault {
  page: ReportPage;
  /** The path in the form: `summary.effect`. */
  field: string;
  /** Chinese, says what to do. */
  message: string;
}

/** The starred fields with what is said where one is empty. */
export const REPORT_STARS = {
  'holding.participants': '请填写实际参加人数',
  'holding.lecturers': '请填写授课人数',
  'holding.place': '请填写实际举办地点',
  'summary.effect': '请填写培训效果',
  'summary.problems': '请填写存在的问题，没有请填“无”',
} as const;

/** What is missing before a report can be handed in, in the order of the pages. */
export function missingInReport({ holding, summary }: ReportForm): ReportFault[] {
  const filled: Record<keyof typeof REPORT_STARS, boolean> = {
    'holding.participants': holding.participants > 0,
    'holding.lecturers': holding.lecturers > 0,
    'holding.place': holding.place.trim() !== '',
    'summary.effect': summary.effect.trim() !== '',
    'summary.problems': summary.problems.trim() !== '',
  };
  return (Object.keys(REPORT_STARS) as (keyof typeof REPORT_STARS)[])
    .filter((field) => !filled[field])
    .map((field) => ({ page: field.split('.')[0] as ReportPage, field, message: REPORT_STARS[field] }));
}

/**
 * The last day held and the last day to report on it: 需在培训班结束后30个工作日内. Days are China's, `YYYY-MM-DD`.
 * @param periods At least one, in milliseconds.
 */
export function reportDays(periods: readonly { to: number }[]): { endedOn: string; dueOn: string } {
  const endedOn = dayOf(Math.max(...periods.map(({ to }) => to)));
  return { endedOn, dueOn: afterWorkingDays(endedOn, REPORT_WORKING_DAYS) };
}

/** The days that a report's lateness follows from. */
export interface ReportDays {
  dueOn: string;
  /** The day on which it was handed in first; null until then. What the authority takes to review it makes nobody late. */
  handedInOn: string | null;
}

export const isReportLate = ({ dueOn, handedInOn }: ReportDays, today: string): boolean =>
  dueOn < (handedInOn ?? today);

/** Working days from tomorrow to the due day, negative when late; null once it is handed in. */
export const reportDaysLeft = ({ dueOn, handedInOn }: ReportDays, today: string): number | null =>
  // A Saturday after a Friday that it was due on is no working day late: 0, and never -0.
  handedInOn === null ? workingDaysUntil(today, dueOn) || 0 : null;

/** Whether the due day may still move: the public holidays of its year have not been announced yet. */
export const isDueProvisional = (dueOn: string, today: string): boolean =>
  today <= dueOn && !isYearKnown(dueOn);

/** Ten and three working days before the due day, and once it has gone by. */
export type ReportReminder = 'early' | 'soon' | 'late';

const EARLY = 10;
const SOON = 3;
/** What is overdue for longer was told of, or is older than the reminders are: nobody is woken up for it. */
const LATE_FOR = 5;

/** The reminder that is to be given on a day, if any; each is given once. */
export function reminderOn(today: string, dueOn: string): ReportReminder | null {
  const left = workingDaysUntil(today, dueOn);
  if (dueOn < today) {
    return left >= -LATE_FOR ? 'late' : null;
  }
  if (left > EARLY) {
    return null;
  }
  return left > SOON ? 'early' : 'soon';
}

/** Whether it is a time (ms) at which people are sent a message: 9 to 18 o'clock in China. */
export function isReminderTime(now: number): boolean {
  const hour = Number(formatTime(now).slice(0, 2));
  return 9 <= hour && hour < 18;
}
