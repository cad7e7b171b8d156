import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { CreditFilter, StatisticRow, statistics } from '@common/contract/statistics';
import { disciplineName } from '@common/disciplines';
import { CREDIT_CLASSES, type StatisticGroup } from '@common/terms';
import { inPieces } from '../../platform/inPieces';
import type { CreditGroup } from '../credits/statistics';
import type { Services } from '../services';
import { peopleOf, type Scope } from './scope';

type Query = ParsedInputOf<typeof statistics.creditStatistics>;

/** 学分统计. */
export interface CreditSums {
  creditStatistics(scope: Scope, query: Query): Promise<OutputOf<typeof statistics.creditStatistics>>;
  /** All groups, `size` at a time, what has most credits first. */
  groupsInPieces(scope: Scope, filter: CreditFilter, size: number): AsyncIterable<StatisticRow[]>;
}

/** What a page shows; the rest is one row. */
const SHOWN = 200;
const PIECE = 500;

export function createCreditSums(services: Services): CreditSums {
  /** What groups are called on a screen. */
  async function labelsOf(by: StatisticGroup, groups: CreditGroup[]): Promise<(key: string) => string> {
    switch (by) {
      case 'unit': {
        const nameOf = await services.regionsUnits.unitNamesOf(
          groups.map(({ key }) => ({ unitId: key || null })),
        );
        return (key) => nameOf(key) || '没有单位';
      }
      case 'department':
        return (key) => key || '没有填写科室';
      case 'discipline':
        return (key) => disciplineName(key) ?? '其他学科';
      case 'creditClass':
        return (key) => (CREDIT_CLASSES as Record<string, string>)[key] ?? CREDIT_CLASSES.other;
      case 'year':
        return (key) => `${key}年`;
    }
  }

  async function* groupsInPieces(scope: Scope, { by, unitId, ...filter }: CreditFilter, size: number) {
    const wanted = { ...peopleOf(scope, unitId), ...filter };
    const pending = await services.credits.pendingCredits(wanted, by);
    for await (const groups of inPieces(services.credits.creditGroups(wanted, by), size)) {
      const labelOf = await labelsOf(by, groups);
      yield groups.map(
        (group): StatisticRow => ({
          ...group,
          label: labelOf(group.key),
          pending: pending.get(group.key) ?? 0,
        }),
      );
    }
  }

  return {
    groupsInPieces,
    async creditStatistics(scope, query) {
      const items: StatisticRow[] = [];
      let others: StatisticRow | null = null;
      let pending = 0;
      for await (const rows of groupsInPieces(scope, query, PIECE)) {
        for (const row of rows) {
          pending += row.pending;
          if (items.length < SHOWN) {
            items.push(row);
          } else {
            others = others ? added(others, row) : { ...row, key: '', label: '其余' };
          }
        }
      }
      const { by: _by, unitId, year, ...filter } = query;
      const people = peopleOf(scope, unitId);
      const [total, years] = await Promise.all([
        services.credits.creditTotal({ ...people, year, ...filter }),
        services.credits.creditYears(people),
      ]);
      return { items, others, total: { ...total, pending }, years };
    },
  };
}

const added = (a: StatisticRow, b: StatisticRow): StatisticRow => ({
  ...a,
  persons: a.persons + b.persons,
  entries: a.entries + b.entries,
  credits: a.credits + b.credits,
  minutes: a.minutes + b.minutes,
  pending: a.pending + b.pending,
});
