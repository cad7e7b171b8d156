import type { ApplicationRow } from '@common/contract/applications';
import { useEffect, useState } from 'react';
import { allRows } from '../../api/allRows';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { asQuery, type ReviewFilters } from './reviewFilters';

export interface Chosen {
  rows: ApplicationRow[];
  ids: string[];
  choose: (ids: string[]) => void;
  /** Everything that the filters find, page after page. */
  chooseAll: () => void;
  isChoosing: boolean;
  clear: () => void;
}

/** What is chosen, across pages. Another filter means another choice: what was not looked for is never decided by accident. */
export function useRows(
  filters: ReviewFilters,
  role: 'unit' | 'authority',
  shown: readonly ApplicationRow[],
): Chosen {
  const [rows, setRows] = useState<ApplicationRow[]>([]);
  const { show, q, level, year } = filters;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter, another choice.
  useEffect(() => setRows([]), [show, q, level, year]);

  const all = useAction(async () => {
    const found = await allRows((paging) =>
      client.applications.listApplicationReviews({ ...asQuery(filters, role), ...paging }),
    );
    setRows([...new Map(found.map((row) => [row.id, row])).values()]);
  });
  return {
    rows,
    ids: rows.map(({ id }) => id),
    choose(ids) {
      const known = new Map([...rows, ...shown].map((row) => [row.id, row]));
      setRows(ids.flatMap((id) => known.get(id) ?? []));
    },
    chooseAll: () => void all.run(),
    isChoosing: all.busy,
    clear: () => setRows([]),
  };
}
