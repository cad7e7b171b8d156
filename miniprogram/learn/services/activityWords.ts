/** How an open activity is said: its places, its distance, its credits, its days. */
import type { OpenActivity } from '@common/contract/enrolments';
import { formatCredits } from '@common/rules/credits';
import { dayOf, formatDay } from '@common/rules/shanghaiTime';
import { freePlaces } from '@common/rules/waitingList';
import { CREDIT_CLASSES } from '@common/terms';
import { clock, ms, span } from '@/services/words';

type Seats = Pick<OpenActivity, 'capacity' | 'enrolled'>;

/** Whether who enrols now has to wait. */
export const isFull = ({ capacity, enrolled }: Seats): boolean => freePlaces(capacity, enrolled) === 0;

/** 名额不限, 余 12 个名额, 已满，可候补. */
export function seatWords(seats: Seats): string {
  if (seats.capacity === 0) {
    return '名额不限';
  }
  return isFull(seats) ? '已满，可候补' : `余 ${freePlaces(seats.capacity, seats.enrolled)} 个名额`;
}

/** 约 350 米, 约 3.2 公里, 约 130 公里: no more exact than a phone knows where it is. */
export function distanceWords(metres: number): string {
  if (metres < 1000) {
    return `约 ${Math.max(50, Math.round(metres / 50) * 50)} 米`;
  }
  const kilometres = metres / 1000;
  return `约 ${kilometres < 100 ? Math.round(kilometres * 10) / 10 : Math.round(kilometres)} 公里`;
}

/** I类学分 2.5 分. */
export const creditWords = ({ creditClass, credits }: Pick<OpenActivity, 'creditClass' | 'credits'>) =>
  `${CREDIT_CLASSES[creditClass]} ${formatCredits(credits)} 分`;

export interface Day {
  /** 11月21日 周六. */
  name: string;
  /** 08:00–12:00, one for every session of the day. */
  times: string[];
}

/** The holding periods by day; one over midnight stands alone with both its ends. */
export function daysOf(periods: readonly { from: string; to: string }[]): Day[] {
  const days: Day[] = [];
  for (const { from, to } of periods) {
    const isOneDay = dayOf(ms(from)) === dayOf(ms(to));
    const name = isOneDay ? formatDay(ms(from)) : span(from, to);
    const times = isOneDay ? `${clock(from)}–${clock(to)}` : `${clock(from)} 至 ${clock(to)}`;
    const [last] = days.slice(-1);
    if (last?.name === name) {
      last.times.push(times);
    } else {
      days.push({ name, times: [times] });
    }
  }
  return days;
}
