import { dayOf } from '@common/rules/shanghaiTime';
import { useEffect, useState } from 'react';
import { useDebounced } from '@/hooks/useDebounced';
import { locate } from '@/services/locate';
import type { Located, Point } from '@/services/located';
import { type Filters, keptFilters, NO_FILTERS, queryOf } from '../services/finder';

export interface Finder {
  typed: string;
  setTyped(typed: string): void;
  filters: Filters;
  change(part: Partial<Filters>): void;
  /** Whether anything narrows the list. */
  isNarrowed: boolean;
  clear(): void;
  /** What is asked for; null while 附近 does not know where that is. */
  query: ReturnType<typeof queryOf> | null;
  /** Why 附近 cannot be answered; null while that is not known or not asked. */
  obstacle: Exclude<Located, Point> | null;
  /** Asks for the location once more. */
  relocate(): Promise<void>;
}

/** The state of 找活动: words, filters, and for 附近 the location, which is asked for only then. */
export function useFinder(): Finder {
  const today = dayOf(Date.now());
  const [typed, setTyped] = useState('');
  const [filters, setFilters] = useState(() => keptFilters.get(today));
  const [located, setLocated] = useState<Located | null>(null);
  const q = useDebounced(typed.trim());
  const isNear = filters.range === 'near';
  const isWanted = isNear && located === null;

  useEffect(() => {
    let isHere = true;
    if (isWanted) {
      void locate().then((answer) => isHere && setLocated(answer));
    }
    return () => {
      isHere = false;
    };
  }, [isWanted]);

  const choose = (next: Filters) => {
    setFilters(next);
    keptFilters.keep(next, today);
  };
  const point = typeof located === 'object' ? located : null;
  return {
    typed,
    setTyped,
    filters,
    change: (part) => choose({ ...filters, ...part }),
    isNarrowed:
      q !== '' ||
      filters.range === 'week' ||
      filters.range === 'month' ||
      Boolean(filters.discipline || filters.level || filters.regions.length > 0),
    clear: () => {
      setTyped('');
      choose(NO_FILTERS);
    },
    query: isNear && !point ? null : queryOf(filters, q, today, point),
    obstacle: isNear && typeof located === 'string' ? located : null,
    relocate: async () => setLocated(await locate()),
  };
}
