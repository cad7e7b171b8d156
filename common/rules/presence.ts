/** 现场: who of those expected today is here, has left or has not come, and when the missing may be reminded. */
import type { Direction, PresenceState } from '../terms';
import type { Period } from './periods';
import { dayOf, startOfDay } from './shanghaiTime';

const HOUR_MS = 3_600_000;

/** What the last swipe of the day says; who has none has not come. Who came back after a 撤离 is here again. */
export function presenceState(lastSwipe: Direction | null): PresenceState {
  if (lastSwipe === null) {
    return 'missing';
  }
  return lastSwipe === 'in' ? 'here' : 'left';
}

/** Under what a person is counted: the unit's own people by department, all others by their unit. */
export function presenceGroup(person: { isOwn: boolean; department: string; unitName: string }): string {
  return person.isOwn ? person.department || '未填写科室' : person.unitName || '未填写单位';
}

/** How many of each group are here, and of how many; the largest first, then by name. */
export function presenceByGroup(
  people: readonly { group: string; state: PresenceState }[],
): { name: string; here: number; expected: number }[] {
  const groups = new Map<string, { name: string; here: number; expected: number }>();
  for (const { group, state } of people) {
    const one = groups.get(group) ?? { name: group, here: 0, expected: 0 };
    one.expected += 1;
    one.here += state === 'here' ? 1 : 0;
    groups.set(group, one);
  }
  return Array.from(groups.values()).sort((a, b) => b.expected - a.expected || (a.name < b.name ? -1 : 1));
}

/** The half day in China of a point in time (ms), as a key: `2026-11-21-am`. Noon begins the afternoon. */
export function halfDayOf(ms: number): string {
  const day = dayOf(ms);
  return `${day}-${ms - startOfDay(day) < 12 * HOUR_MS ? 'am' : 'pm'}`;
}

/** Whether the missing may be reminded now: within a holding period, or in the hour before one. */
export function mayRemindMissing(now: number, periods: readonly Period[]): boolean {
  return periods.some(({ from, to }) => from - HOUR_MS <= now && now <= to);
}
