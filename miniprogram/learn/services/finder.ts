/** What 找活动 looks for, apart from its page so that it can be tested. */
import type { InputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { Region } from '@common/contract/regionsUnits';
import { restOfMonth, restOfWeek } from '@common/rules/comingDays';
import type { ProjectLevel } from '@common/terms';
import type { Point } from '@/services/located';
import { storage } from '@/services/storage';

export type Range = 'all' | 'near' | 'week' | 'month';

export interface Filters {
  range: Range;
  /** Two or four digits of common/disciplines.ts; empty for all. */
  discipline: string;
  /** 省, 市, 县 as far as chosen. */
  regions: Region[];
  level: ProjectLevel | '';
}
export const NO_FILTERS: Filters = { range: 'all', discipline: '', regions: [], level: '' };

type Query = Omit<InputOf<Contract['enrolments']['findActivities']>, 'page' | 'pageSize'>;

/**
 * What is asked of the server.
 * @param today `YYYY-MM-DD` in China.
 * @param point Where the person is, once that is known.
 */
export function queryOf(filters: Filters, q: string, today: string, point: Point | null): Query {
  const { range, discipline, regions, level } = filters;
  const [region] = regions.slice(-1);
  return {
    q,
    ...(discipline && { discipline }),
    ...(region && { region: region.code }),
    ...(level && { level }),
    ...(range === 'week' && restOfWeek(today)),
    ...(range === 'month' && restOfMonth(today)),
    ...(range === 'near' && point),
  };
}

const KEY = 'activityFilters';

/** The filters as they were left today: kept while one looks at activities, forgotten by tomorrow. */
export const keptFilters = {
  get(today: string): Filters {
    const kept = storage.get<{ day: string; filters: Filters }>(KEY);
    return kept?.day === today ? kept.filters : NO_FILTERS;
  },
  keep(filters: Filters, today: string): void {
    storage.set(KEY, { day: today, filters });
  },
};
