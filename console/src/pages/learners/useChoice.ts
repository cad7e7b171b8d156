import type { LearnerRow } from '@common/contract/learners';
import { useEffect, useState } from 'react';
import { type Choice, earlier, NOBODY } from './chooseAll';
import type { LearnerFilters } from './learnerFilters';

interface Shown {
  items: LearnerRow[];
  asOf: string;
}

/** Who is chosen, across pages. Another filter means another choice: what was not looked for is never decided by accident. */
export function useChoice({ state, q, department, status }: LearnerFilters, shown: Shown | null) {
  const [choice, setChoice] = useState<Choice>(NOBODY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter, another choice.
  useEffect(() => setChoice(NOBODY), [state, q, department, status]);

  const choose = (ids: string[]) => {
    const known = new Map([...choice.rows, ...(shown?.items ?? [])].map((row) => [row.id, row]));
    const rows = ids.flatMap((id) => known.get(id) ?? []);
    setChoice(rows.length > 0 && shown ? { rows, asOf: earlier(choice.asOf, shown.asOf) } : NOBODY);
  };
  return {
    choice,
    ids: choice.rows.map(({ id }) => id),
    choose,
    setChoice,
    /** Lets go of all but these. */
    keepOnly: (ids: string[]) => {
      const rows = choice.rows.filter(({ id }) => ids.includes(id));
      setChoice(rows.length > 0 ? { ...choice, rows } : NOBODY);
    },
    clear: () => setChoice(NOBODY),
  };
}
