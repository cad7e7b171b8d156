import type { DependencyList } from 'react';
import { useLoad } from './useLoad';

/** The most that a list answers at once; every page size divides it, so the list's page lies within one. */
const BLOCK = 200;

/** What stands before and after in the list that one came from. */
export interface Neighbours<Row> {
  previous: Row | null;
  next: Row | null;
  /** 1 for the first of the list; null for one that is not on it. */
  position: number | null;
  total: number;
  /** The next that waits, for after a decision; from the end back to the first. */
  nextWaiting: Row | null;
}

interface Given<Row> {
  /** The list's page that one came from. */
  page: number;
  pageSize: number;
  load: (paging: { page: number; pageSize: number }) => Promise<{ items: Row[]; total: number }>;
  isWaiting: (row: Row) => boolean;
}

/** The list around one of its rows, as it was when the first of it was opened. */
export function useNeighbours<Row extends { id: string }>(
  id: string,
  { page, pageSize, load, isWaiting }: Given<Row>,
  deps: DependencyList,
): Neighbours<Row> {
  const block = Math.floor(((page - 1) * pageSize) / BLOCK) + 1;
  const list = useLoad(() => load({ page: block, pageSize: BLOCK }), deps);
  const rows = list.data?.items ?? [];
  const at = rows.findIndex((row) => row.id === id);
  const fromHereOn = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return {
    previous: rows[at - 1] ?? null,
    next: at < 0 ? null : (rows[at + 1] ?? null),
    position: at < 0 ? null : (block - 1) * BLOCK + at + 1,
    total: list.data?.total ?? 0,
    nextWaiting: fromHereOn.find((row) => isWaiting(row) && row.id !== id) ?? null,
  };
}
