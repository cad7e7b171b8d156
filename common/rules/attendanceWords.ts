/** Why somebody's attendance does not count, in words that he and the administrator understand alike. */
import { DIRECTIONS } from '../terms';
import type { AttendanceResult, AttendanceWindow } from './attendance';
import { dayOf, formatDateTime } from './shanghaiTime';

type Standing = Pick<AttendanceResult, 'missing' | 'gaps'>;

/** More of them are counted, not named. */
const NAMED = 3;

/** `07-21 16:30–18:00`, over midnight `07-21 22:00–07-22 01:00`. */
export function formatWindow({ from, to }: Pick<AttendanceWindow, 'from' | 'to'>): string {
  const end = formatDateTime(to);
  return `${formatDateTime(from).slice(5)}–${dayOf(from) === dayOf(to) ? end.slice(11) : end.slice(5)}`;
}

/**
 * What is missing in which windows. By window: `第2个刷卡周期（07-21 16:30–18:00）内没有考勤`. By course, where `gaps` has what
 * each lacks: `没有一门课程考勤完整：“外科护理”缺第1、2个刷卡周期`.
 */
export function gapInWords(
  windows: readonly AttendanceWindow[],
  { missing, gaps }: Standing,
  courseNameOf: (courseId: string) => string,
): string {
  return gaps.length > 0 ? byCourse(gaps, courseNameOf) : byWindow(windows, missing, courseNameOf);
}

function byWindow(
  windows: readonly AttendanceWindow[],
  missing: readonly number[],
  courseNameOf: (courseId: string) => string,
): string {
  const named = missing.slice(0, NAMED).flatMap((index) => {
    const window = windows[index];
    if (!window) {
      return [];
    }
    const course = window.courseId ? `，课程“${courseNameOf(window.courseId)}”` : '';
    return [`第${index + 1}个刷卡周期（${formatWindow(window)}${course}）`];
  });
  const more = missing.length > NAMED ? `等${missing.length}个刷卡周期` : '';
  const directions = new Set(missing.map((index) => windows[index]?.direction ?? null));
  const [only] = directions.size === 1 ? Array.from(directions) : [];
  return missing.length > 0 ? `${named.join('、')}${more}内没有${only ? DIRECTIONS[only] : '考勤'}` : '';
}

/** Those that lack least first: they are what somebody will ask about. */
function byCourse(gaps: Standing['gaps'], courseNameOf: (courseId: string) => string): string {
  const nearest = Array.from(gaps).sort((a, b) => a.windows.length - b.windows.length);
  const named = nearest.slice(0, NAMED).map(({ courseId, windows }) => {
    const places = windows.slice(0, NAMED).map((index) => index + 1);
    const more = windows.length > NAMED ? `等${windows.length}个` : '个';
    return `“${courseNameOf(courseId)}”缺第${places.join('、')}${more}刷卡周期`;
  });
  const more = gaps.length > NAMED ? `，等${gaps.length}门` : '';
  return `没有一门课程考勤完整：${named.join('，')}${more}`;
}
