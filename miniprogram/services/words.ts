import type { Claim } from '@common/contract/checkIns';
import { dayOf, formatDateTime, formatDay, formatTime } from '@common/rules/shanghaiTime';
import { DIRECTIONS, type Direction } from '@common/terms';

/** A point in time of the wire (ISO 8601) in milliseconds. */
export const ms = (instant: string): number => Date.parse(instant);

/** When a time that the server has just named comes by this phone's clock (ms), which may be wrong by hours. */
export function deadlineOf(until: string, serverTime: string, nowMs = Date.now()): number {
  return nowMs + ms(until) - ms(serverTime);
}

/** `08:00`. */
export const clock = (instant: string): string => formatTime(ms(instant)).slice(0, 5);

/** `11月21日 08:00 至 18:00`, or both ends with their days. */
export function span(from: string, to: string): string {
  const isOneDay = dayOf(ms(from)) === dayOf(ms(to));
  return isOneDay
    ? `${formatDay(ms(from))} ${clock(from)}–${clock(to)}`
    : `${shortDay(from)} 至 ${shortDay(to)}`;
}

/** `11月21日`. */
export function shortDay(instant: string): string {
  return formatDay(ms(instant)).replace(/ .*/, '');
}

/** `今天 08:00`, else `2026-11-20 08:00`. */
export function moment(instant: string, nowMs = Date.now()): string {
  return dayOf(ms(instant)) === dayOf(nowMs) ? `今天 ${clock(instant)}` : formatDateTime(ms(instant));
}

/** 上午好 and so on, by China's clock. */
export function greeting(nowMs = Date.now()): string {
  const hour = Number(formatTime(nowMs).slice(0, 2));
  if (hour < 5) {
    return '夜深了';
  }
  return hour < 11 ? '早上好' : hour < 13 ? '中午好' : hour < 18 ? '下午好' : '晚上好';
}

/** `签到 基层心电图诊断`: what a claim is for. */
export function claimWords(claim: Pick<Claim, 'direction' | 'courseName'>): string {
  return `${DIRECTIONS[claim.direction]} ${claim.courseName}`;
}

export const directionName = (direction: Direction): string => DIRECTIONS[direction];

/** `14 分 05 秒`, `50 秒`, `2 小时 05 分`: a length of time. */
export function remaining(seconds: number): string {
  const two = (n: number) => String(n % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (seconds < 60) {
    return `${seconds} 秒`;
  }
  return minutes < 60
    ? `${minutes} 分 ${two(seconds)} 秒`
    : `${Math.floor(minutes / 60)} 小时 ${two(minutes)} 分`;
}

/** `2026-11-21`, the day of a point in time. */
export const shortDate = (instant: string): string => dayOf(ms(instant));
