import { groupBy } from '@common/groupBy';
import { faultsInPeriods } from '@common/rules/activityPlan';
import { dayOf, formatRange, startOfDay } from '@common/rules/shanghaiTime';
import { type DraftPeriod, inMs } from './draft';

/** From and to, `HH:mm` in China. */
export type Session = [from: string, to: string];

const at = (day: string, time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfDay(day) + (hours * 60 + minutes) * 60_000).toISOString();
};

/** Earliest first, as they are handed in. */
export const inOrder = (periods: readonly DraftPeriod[]): DraftPeriod[] =>
  periods
    .slice()
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from) || Date.parse(a.to) - Date.parse(b.to));

/** The same sessions on each of some days. */
export function plannedPeriods(days: readonly string[], sessions: readonly Session[]): DraftPeriod[] {
  return inOrder(
    days.flatMap((day) => sessions.map(([from, to]) => ({ from: at(day, from), to: at(day, to) }))),
  );
}

/** What speaks against adding some to those that are there: the first clash or wrong session, in words; null for nothing. */
export function clash(there: readonly DraftPeriod[], added: readonly DraftPeriod[]): string | null {
  const wrong = added.find(({ from, to }) => !(Date.parse(to) > Date.parse(from)));
  if (wrong) {
    return '结束时间应晚于开始时间';
  }
  const all = inOrder([...there, ...added]);
  for (const [index, period] of all.entries()) {
    const before = all[index - 1];
    const isNew = added.includes(period) || (before !== undefined && added.includes(before));
    if (before && isNew && Date.parse(period.from) <= Date.parse(before.to)) {
      const [first, second] = [before, period].map(inMs).map(({ from, to }) => formatRange(from, to));
      return `${first} 与 ${second} 重叠`;
    }
  }
  return null;
}

/** What is wrong with each period, by its place in the list; nothing for a good one. */
export function faultByPeriod(
  periods: readonly DraftPeriod[],
  year: number,
  now: number,
): Map<number, string> {
  const faults = faultsInPeriods(periods.map(inMs), { year }, now);
  return new Map(
    faults.flatMap(({ field, message }) => {
      const index = /^periods\.(\d+)$/.exec(field)?.[1];
      return index === undefined ? [] : [[Number(index), message]];
    }),
  );
}

/** Periods day by day, with their places in the list. */
export function byDay(periods: readonly DraftPeriod[]): [string, { period: DraftPeriod; index: number }[]][] {
  const placed = periods.map((period, index) => ({ period, index }));
  return [...groupBy(placed, ({ period }) => dayOf(Date.parse(period.from)))];
}
