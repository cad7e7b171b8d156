import type { Document } from 'bson';
import pg from 'pg';
import { readDeep, readPlain, toHex, write } from './bson';
import type { CommandContext, Reply } from './context';
import { MongoCodeError } from './errors';

/** What is read of PostgreSQL's plan in JSON. */
interface PlanNode {
  'Node Type'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  'Order By'?: string;
  Plans?: PlanNode[];
}

/** How the outermost scan of a plan finds its documents. */
export interface Scan {
  stage: 'IXSCAN' | 'COLLSCAN';
  indexName?: string;
}

const FIND = 'bson_aggregation_find';

/** The SQL function that plans a command, and the command in the form that it understands. */
function planned(command: Document): { fn: string; spec: Document } {
  const name = Object.keys(command)[0] ?? '';
  const collection = command[name];
  switch (name.toLowerCase()) {
    case 'find':
      return { fn: FIND, spec: command };
    case 'aggregate':
      return { fn: 'bson_aggregation_pipeline', spec: { cursor: {}, ...command } };
    case 'count':
      return { fn: FIND, spec: { find: collection, filter: command.query ?? {} } };
    case 'distinct':
      return { fn: FIND, spec: { find: collection, filter: command.query ?? {} } };
    case 'findandmodify':
      return { fn: FIND, spec: { find: collection, filter: command.query ?? {}, sort: command.sort ?? {} } };
    case 'update':
      return { fn: FIND, spec: { find: collection, filter: command.updates?.[0]?.q ?? {} } };
    case 'delete':
      return { fn: FIND, spec: { find: collection, filter: command.deletes?.[0]?.q ?? {} } };
    default:
      throw new MongoCodeError(59, `explain of '${name}' is not supported`);
  }
}

/** Finds the scan in a plan. The index `_id_` that is only asked for the whole collection (its shard) is no index scan. */
export function scanOf(node: PlanNode): Scan {
  const indexName = node['Index Name'];
  if (indexName) {
    const isUsed = indexName !== '_id_' || (node['Index Cond'] ?? '').includes('object_id');
    return isUsed ? { stage: 'IXSCAN', indexName } : { stage: 'COLLSCAN' };
  }
  const scans = (node.Plans ?? []).map(scanOf);
  return scans.find((scan) => scan.stage === 'IXSCAN') ?? { stage: 'COLLSCAN' };
}

/** explain: PostgreSQL's plan in the words of MongoDB. A small table would be read whole; that is switched off, as in MongoDB. */
export async function explain({ request, db, database }: CommandContext): Promise<Reply> {
  const inner = readDeep(
    readPlain(request.body).explain ? (request.command.explain as Uint8Array) : write({}),
  );
  const { fn, spec } = planned(inner);
  const sql = `explain (format json) select document from documentdb_api_catalog.${fn}(${pg.escapeLiteral(db)}, '${toHex(write(spec))}')`;
  const rows = await database.rehearse(['set local enable_seqscan = off', sql]);
  const [plan] = JSON.parse(rows[0]?.['QUERY PLAN'] ?? '[]') as { Plan: PlanNode }[];
  const scan = scanOf(plan?.Plan ?? {});
  const namespace = `${db}.${String(Object.values(spec)[0])}`;
  return {
    explainVersion: '1',
    queryPlanner: { namespace, winningPlan: scan, rejectedPlans: [] },
    serverInfo: { version: '7.0.0' },
    documentdb: plan,
    ok: 1,
  };
}
