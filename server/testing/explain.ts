import type { Connection } from 'mongoose';

/** How a store says that it goes through all of a collection. */
export const COLLECTION_SCAN = 'COLLSCAN';

/** A reading command that was sent, and the stages of the plan that the store answers for it. */
export interface ExplainedRead {
  method: string;
  filter: unknown;
  stages: string[];
  /** It looks at documents and leaves some of them out: what the index gave is not what is answered. */
  filtersAfterwards: boolean;
}

type Options = Record<string, unknown>;

/** The command of a driver's method, as the store explains it; null for methods that do not read by a filter. */
function commandOf(collection: string, method: string, given: unknown, options: Options = {}): object | null {
  const { sort, skip = 0, limit } = options;
  switch (method) {
    case 'find':
    case 'findOne':
      return {
        find: collection,
        filter: given,
        ...(sort !== undefined && { sort }),
        ...(limit !== undefined && { limit, skip }),
      };
    case 'countDocuments':
      // As the driver counts.
      return {
        aggregate: collection,
        pipeline: [
          { $match: given },
          ...(limit === undefined ? [] : [{ $limit: limit }]),
          { $group: { _id: 1, n: { $sum: 1 } } },
        ],
        cursor: {},
      };
    case 'distinct':
      // The driver gives the field first.
      return { distinct: collection, key: given, query: options };
    case 'aggregate':
      return { aggregate: collection, pipeline: given, cursor: {} };
    default:
      return null;
  }
}

/** The names of all stages of a plan, at whatever depth a store puts them. */
function stagesOf(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) {
    return [];
  }
  const { stage } = plan as { stage?: unknown };
  const inner = Object.entries(plan).flatMap(([name, part]) =>
    name === 'rejectedPlans' ? [] : stagesOf(part),
  );
  return [...(typeof stage === 'string' ? [stage] : []), ...inner];
}

/** Whether a plan filters what an index gave: mongod's FETCH says `filter`, PostgreSQL's plans `Filter`. */
function hasFilter(plan: unknown): boolean {
  if (typeof plan !== 'object' || plan === null) {
    return false;
  }
  return Object.entries(plan).some(([name, part]) => {
    const isFilter = name.toLowerCase() === 'filter' && Object.keys(part as object | string).length > 0;
    return isFilter || (!['rejectedPlans', 'parsedQuery', 'command'].includes(name) && hasFilter(part));
  });
}

/** Explains every reading command that `work` sends to a collection. */
export async function explainReads(
  connection: Connection,
  collection: string,
  work: () => Promise<unknown>,
): Promise<ExplainedRead[]> {
  const sent: { method: string; filter: unknown; command: object }[] = [];
  connection.set('debug', (name: string, method: string, filter: unknown, options?: Options) => {
    const command = name === collection ? commandOf(collection, method, filter, options) : null;
    if (command) {
      sent.push({ method, filter, command });
    }
  });
  try {
    await work();
  } finally {
    connection.set('debug', false);
  }
  return Promise.all(
    sent.map(async ({ command, ...read }) => {
      const plan = await connection.db?.command({ explain: command, verbosity: 'queryPlanner' });
      return { ...read, stages: stagesOf(plan), filtersAfterwards: hasFilter(plan) };
    }),
  );
}
