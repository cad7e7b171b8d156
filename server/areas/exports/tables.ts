import type { ExportOrder } from '@common/contract/exports';
import { EXPORT_KINDS, STATISTIC_GROUPS } from '@common/terms';
import type { Cell } from '../../sheets/streamWorkbook';
import type { Services } from '../services';
import { peopleOf, type Scope } from '../statistics/scope';
import { type Column, CREDIT_COLUMNS, groupColumns, PERSON_COLUMNS, PROJECT_COLUMNS } from './sheets';

/** What is written into a file: a table whose rows are read as they are asked for. */
export interface Table {
  name: string;
  columns: readonly (readonly [heading: string, width: number])[];
  pieces: AsyncIterable<Cell[][]>;
  /** Rows; null where nobody knows before they are read. */
  total: number | null;
}

/** Rows that are joined with what surrounds them at once. */
const PIECE = 100;
/** Each project has its swipes and credits counted. */
const PROJECTS_PIECE = 100;

/** The table that an order asks for, within what its owner may see. */
export async function tableOf(
  { statistics, credits }: Services,
  scope: Scope,
  order: ExportOrder,
): Promise<Table> {
  const name = EXPORT_KINDS[order.kind];
  switch (order.kind) {
    case 'projects': {
      const pieces = statistics.projectsInPieces(scope, order.filter, PROJECTS_PIECE);
      const total = await statistics.countProjects(scope, order.filter);
      return { name, total, ...written(PROJECT_COLUMNS, pieces) };
    }
    case 'activityPersons': {
      const pieces = statistics.personsInPieces(order.activityId, order.filter, PIECE);
      const found = await statistics.listPersons(order.activityId, order.filter, { page: 1, pageSize: 1 });
      return { name, total: found.total, ...written(PERSON_COLUMNS, pieces) };
    }
    case 'personCredits': {
      const { unitId, ...filter } = order.filter;
      const people = { ...peopleOf(scope, unitId), ...filter };
      const total = await credits.countGrants(people);
      return { name, total, ...written(CREDIT_COLUMNS, statistics.creditsInPieces(people, PIECE)) };
    }
    case 'creditStatistics': {
      const pieces = statistics.groupsInPieces(scope, order.filter, PIECE);
      const { by } = order.filter;
      return { name: `${name}-${STATISTIC_GROUPS[by]}`, total: null, ...written(groupColumns(by), pieces) };
    }
  }
}

function written<T>(
  columns: readonly Column<T>[],
  pieces: AsyncIterable<T[]>,
): Pick<Table, 'columns' | 'pieces'> {
  async function* cells(): AsyncGenerator<Cell[][]> {
    let before = 0;
    for await (const piece of pieces) {
      const first = before + 1;
      yield piece.map((row, n) => columns.map(([, , cell]) => cell(row, first + n)));
      before += piece.length;
    }
  }
  return { columns: columns.map(([heading, width]) => [heading, width] as const), pieces: cells() };
}
