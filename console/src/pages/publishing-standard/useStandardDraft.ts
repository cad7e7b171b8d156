import type { StandardTable } from '@common/contract/standards';
import { useRef, useState } from 'react';
import { client } from '../../api/session';
import { newKey } from './newKey';
import { type RowDraft, toDraft, toRow } from './rowDraft';

const contentOf = (basis: string, rows: readonly RowDraft[]) =>
  JSON.stringify([basis, rows.map(({ key: _, ...row }) => row)]);
const draftsOf = (table: StandardTable) => table.rows.map((row) => toDraft(row, newKey()));

/** A standard while it is written: nothing is stored before 保存. */
export function useStandardDraft(stored: StandardTable) {
  const [table, setTable] = useState(stored);
  const [basis, setBasis] = useState(stored.basis);
  const [rows, setRows] = useState(() => draftsOf(stored));
  const latest = useRef({ basis, rows });
  latest.current = { basis, rows };
  const show = (next: StandardTable) => {
    setTable(next);
    setBasis(next.basis);
    setRows(draftsOf(next));
  };
  return {
    /** As it is stored. */
    table,
    basis,
    rows,
    isChanged: contentOf(basis, rows) !== contentOf(table.basis, draftsOf(table)),
    setBasis,
    setRows,
    drop: () => show(table),
    /** Takes over a state that the server has just told; what is written stays. */
    take: setTable,
    save: async () => {
      const answer = await client.standards.updateStandard({
        standardId: table.id,
        basis,
        rows: rows.map(toRow),
      });
      // What was typed while it was on its way stays, and is still to be saved.
      if (latest.current.basis === basis && latest.current.rows === rows) {
        show(answer);
      } else {
        setTable(answer);
      }
    },
  };
}
