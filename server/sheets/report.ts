import type { ImportReport } from '@common/contract/imports';
import type { CellFault, Column, SheetRow } from './columns';

const ERRORS_SHOWN = 200;
const ROWS_SHOWN = 10;

/** What the checks of single rows add to. */
export interface Faults {
  add(row: SheetRow, column: Column, message: string): void;
}

/** Collects what is wrong; a cell that the reading already complained of is not complained of twice. */
export function collectFaults(faults: CellFault[]): Faults {
  const known = new Set(faults.map(({ row, column }) => `${row}\0${column}`));
  return {
    add({ row }, { heading }, message) {
      if (!known.has(`${row}\0${heading}`)) {
        faults.push({ row, column: heading, message });
      }
    },
  };
}

/** The row-by-row report; the preview shows cells as `shown` gives them, so that numbers can be masked. */
export function importReport<K extends string>(
  columns: readonly Column<K>[],
  { rows, faults }: { rows: readonly SheetRow<K>[]; faults: readonly CellFault[] },
  importId: string | null,
  shown: (key: K, text: string) => string,
): ImportReport {
  return {
    importId,
    rows: rows.length,
    errors: [...faults].sort((a, b) => a.row - b.row).slice(0, ERRORS_SHOWN),
    errorCount: faults.length,
    preview: rows
      .slice(0, ROWS_SHOWN)
      .map(({ cells }) =>
        Object.fromEntries(columns.map(({ key, heading }) => [heading, shown(key, cells[key])])),
      ),
  };
}

/** Remembers the row of each value; answers the earlier row that had it. */
export function createSeen(): (value: string, row: number) => number | null {
  const rows = new Map<string, number>();
  return (value, row) => {
    const before = rows.get(value) ?? null;
    rows.set(value, before ?? row);
    return before;
  };
}
