/**
 * What an activity must have before it is handed in (manual 000 §一8–11, 002 §1.2), and what may be changed once it is approved.
 * Times are milliseconds since the epoch.
 */
import type { DocumentKind } from '../terms';
import { formatHours } from './credits';
import type { Point } from './distance';
import type { Period } from './periods';
import { formatDateTime, formatRange, startOfDay, yearOf } from './shanghaiTime';

/** What the organiser fills in; everything may be empty in a draft. */
export interface ActivityPlan {
  venue: string;
  contact: string;
  contactPhone: string;
  registration: { expectedPersons: number; audience: string };
  courses: readonly { name: string; minutes: number; lecturers: readonly { name: string }[] }[];
  periods: readonly Period[];
  /** The kinds of the documents that are there. */
  documents: readonly DocumentKind[];
}

/** What the project was approved for. */
export interface ApprovedFrame {
  minutes: number;
  year: number;
  /** First and last day, `YYYY-MM-DD`; without them the whole year. */
  from?: string;
  to?: string;
}

/** One thing that is missing or wrong: the input, and what to do. */
export interface Missing {
  field: string;
  message: string;
  code: 'INVALID_INPUT' | 'HOURS_DIFFER' | 'DOCUMENTS_MISSING';
}

const DAY_MS = 24 * 3_600_000;
/** A landline with its area code, or a mobile number. */
const PHONE = /^[\d\s()（）+-]{7,20}$/;

const missing = (field: string, message: string, code: Missing['code'] = 'INVALID_INPUT'): Missing => ({
  field,
  message,
  code,
});

/** Everything that is missing before an activity can be handed in, in the order of its pages; empty for a complete one. */
export function missingInActivity(plan: ActivityPlan, frame: ApprovedFrame, now: number): Missing[] {
  return [
    ...missingBasics(plan),
    ...missingInCourses(plan.courses, frame.minutes),
    ...faultsInPeriods(plan.periods, frame, now),
    ...missingDocuments(plan.documents),
  ];
}

function missingBasics({ venue, contact, contactPhone, registration }: ActivityPlan): Missing[] {
  const phone = contactPhone.trim();
  return [
    ...(venue.trim() ? [] : [missing('venue', '请填写会场')]),
    ...(contact.trim() ? [] : [missing('contact', '请填写联系人')]),
    ...(phone ? [] : [missing('contactPhone', '请填写联系电话')]),
    ...(phone && !PHONE.test(phone) ? [missing('contactPhone', '联系电话格式不正确')] : []),
    ...(registration.expectedPersons > 0
      ? []
      : [missing('registration.expectedPersons', '请填写举办前登记的预计人数')]),
    ...(registration.audience.trim() ? [] : [missing('registration.audience', '请填写举办前登记的教学对象')]),
  ];
}

function missingInCourses(courses: ActivityPlan['courses'], projectMinutes: number): Missing[] {
  if (courses.length === 0) {
    return [missing('courses', '请添加课程')];
  }
  const faults = courses.flatMap(({ name, minutes, lecturers }, index) => [
    ...(name.trim() ? [] : [missing(`courses.${index}.name`, `请填写第${index + 1}门课程的名称`)]),
    ...(minutes > 0 ? [] : [missing(`courses.${index}.minutes`, `请填写第${index + 1}门课程的学时`)]),
    ...lecturers.flatMap((lecturer, at) =>
      lecturer.name.trim()
        ? []
        : [missing(`courses.${index}.lecturers.${at}.name`, `请填写第${index + 1}门课程的主讲人姓名`)],
    ),
  ]);
  const sum = courses.reduce((total, { minutes }) => total + minutes, 0);
  if (sum === projectMinutes) {
    return faults;
  }
  const words = `各门课程的学时之和是${formatHours(sum)}学时，项目总学时是${formatHours(projectMinutes)}学时，两者必须相等`;
  return [...faults, missing('courses', words, 'HOURS_DIFFER')];
}

/** What is wrong with 举办周期: none, back to front, out of order, overlapping, outside of what was approved, in the past. */
export function faultsInPeriods(
  periods: readonly Period[],
  frame: Pick<ApprovedFrame, 'year' | 'from' | 'to'>,
  now: number,
  /** Periods in force: what stays as it was approved is not looked at again. */
  inForce: readonly Period[] = [],
): Missing[] {
  if (periods.length === 0) {
    return [missing('periods', '请添加举办周期')];
  }
  return periods.flatMap((period, index) => {
    const fault = faultInPeriod(period, periods[index - 1], frame, now, inForce);
    return fault ? [missing(`periods.${index}`, `第${index + 1}个举办周期${fault}`)] : [];
  });
}

function faultInPeriod(
  period: Period,
  before: Period | undefined,
  frame: Pick<ApprovedFrame, 'year' | 'from' | 'to'>,
  now: number,
  inForce: readonly Period[],
): string | null {
  const { from, to } = period;
  if (!(to > from)) {
    return '的结束时间应晚于开始时间';
  }
  if (before && from < before.from) {
    return '应排在前一个之后，请按时间先后填写';
  }
  if (before && from < before.to) {
    return `与前一个（${formatRange(before.from, before.to)}）重叠`;
  }
  if (inForce.some((each) => isSame(each, period))) {
    return null;
  }
  if (frame.from && frame.to) {
    if (from < startOfDay(frame.from) || to > startOfDay(frame.to) + DAY_MS) {
      return `超出项目批准的举办时间（${frame.from} 至 ${frame.to}）`;
    }
  } else if (yearOf(from) !== frame.year || yearOf(to - 1) !== frame.year) {
    return `不在项目批准的${frame.year}年内`;
  }
  return from > now ? null : `的开始时间${formatDateTime(from)}已过，请选择今后的时间`;
}

const isSame = (a: Period, b: Period) => a.from === b.from && a.to === b.to;

function missingDocuments(documents: readonly DocumentKind[]): Missing[] {
  const has = (kind: DocumentKind) => documents.includes(kind);
  return [
    ...(has('notice')
      ? []
      : [missing('documents.notice', '请上传带红章的会议通知扫描（拍照）图片', 'DOCUMENTS_MISSING')]),
    ...(has('schedule') ? [] : [missing('documents.schedule', '请上传会议日程', 'DOCUMENTS_MISSING')]),
  ];
}

/** What a change puts in the place of the plan in force. */
export interface ChangedPlan {
  venue: string;
  address: string;
  /** On the map, in degrees; null where it is not known. */
  point: Point | null;
  periods: readonly Period[];
}

/**
 * What hinders a change of an approved activity. What has begun was held under the plan in force and people have signed into it:
 * such a period stays as it is, and the others may only be put into the future.
 */
export function faultsInChange(
  inForce: ChangedPlan,
  next: ChangedPlan,
  frame: Pick<ApprovedFrame, 'year' | 'from' | 'to'>,
  now: number,
): Missing[] {
  const begun = inForce.periods.filter(({ from }) => from <= now);
  const lost = begun.find((period) => !next.periods.some((each) => isSame(each, period)));
  if (lost) {
    return [missing('periods', `举办周期${formatRange(lost.from, lost.to)}已经开始，不能变更`)];
  }
  const isEqual =
    inForce.venue === next.venue &&
    inForce.address === next.address &&
    // One that is left out is no wish.
    (next.point === null || isSamePoint(inForce.point, next.point)) &&
    inForce.periods.length === next.periods.length &&
    inForce.periods.every((period, index) => isSame(period, next.periods[index] ?? { from: 0, to: 0 }));
  if (isEqual) {
    return [missing('periods', '时间和会场都没有改变')];
  }
  return faultsInPeriods(next.periods, frame, now, inForce.periods);
}

const isSamePoint = (a: Point | null, b: Point) => a?.longitude === b.longitude && a.latitude === b.latitude;
