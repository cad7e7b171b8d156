import type { Binary, Document } from 'bson';
import {
  buildInfo,
  collMod,
  collStats,
  create,
  createIndexes,
  dbStats,
  drop,
  dropDatabase,
  dropIndexes,
  hello,
  listDatabases,
  listIndexes,
  renameCollection,
  simple,
} from './admin';
import { readPlain, readShallow } from './bson';
import type { CommandContext, GatewayState, Handler, Reply } from './context';
import type { PageFunction } from './cursors';
import { CollisionError, errorReply, MongoCodeError, type SqlError } from './errors';
import { explain } from './explain';
import type { Request } from './framing';
import type { TransactionKey } from './transactions';
import { findAndModify, writeCommand } from './writes';

const ok: Handler = async () => ({ ok: 1 });

const firstPage =
  (page: PageFunction): Handler =>
  ({ cursors, query, db, session, isInTransaction, request }) =>
    cursors.first(query, page, { db, session, isInTransaction }, request.body);

const getMore: Handler = ({ cursors, query, db, request }) =>
  cursors.more(query, String(request.command.getMore), db, request.body);

const killCursors: Handler = async ({ cursors, request }) => {
  const ids = ((request.command.cursors ?? []) as unknown[]).map(String);
  const killed = new Set(await cursors.kill(ids));
  const longs = (request.command.cursors ?? []) as unknown[];
  return {
    cursorsKilled: longs.filter((id) => killed.has(String(id))),
    cursorsNotFound: longs.filter((id) => !killed.has(String(id))),
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  };
};

const endSessions: Handler = async ({ name, request, transactions, cursors }) => {
  const sessions = readPlain(request.body)[name] as Document[];
  for (const session of sessions) {
    const key = Buffer.from((session.id as Binary).buffer).toString('hex');
    await transactions.endSession(key);
    await cursors.endSession(key);
  }
  return { ok: 1 };
};

const query = (fn: string): Handler =>
  simple(`(select document from documentdb_api.${fn}($1, $2::documentdb_core.bson))`, (c) => [
    c.db,
    c.request.body,
  ]);

// Lower case: drivers differ in a few names (isMaster, findandmodify).
const COMMANDS: Record<string, Handler> = {
  hello,
  ismaster: hello,
  ping: ok,
  buildinfo: buildInfo,
  startsession: ok,
  refreshsessions: ok,
  endsessions: endSessions,
  killsessions: endSessions,
  find: firstPage('find_cursor_first_page'),
  aggregate: firstPage('aggregate_cursor_first_page'),
  listcollections: firstPage('list_collections_cursor_first_page'),
  listindexes: listIndexes,
  getmore: getMore,
  killcursors: killCursors,
  insert: writeCommand('insert'),
  update: writeCommand('update'),
  delete: writeCommand('delete'),
  findandmodify: findAndModify,
  count: query('count_query'),
  distinct: query('distinct_query'),
  validate: query('validate'),
  create,
  createindexes: createIndexes,
  drop,
  dropdatabase: dropDatabase,
  dropindexes: dropIndexes,
  deleteindexes: dropIndexes,
  collmod: collMod,
  renamecollection: renameCollection,
  listdatabases: listDatabases,
  collstats: collStats,
  dbstats: dbStats,
  explain,
};

const AGAIN = new Set(['40001', '40P01']);
const MAX_TRIES = 8;

/** Outside a transaction MongoDB repeats a write that collided with another by itself; so do we. The statement left no trace. */
async function untilNoCollision(run: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      const isCollision = error instanceof CollisionError || AGAIN.has(String((error as SqlError).code));
      if (!isCollision || tries === MAX_TRIES) {
        throw error;
      }
      await new Promise((done) => setTimeout(done, Math.random() * 5 * tries));
    }
  }
}

const sessionOf = (command: Document): string => {
  const id = command.lsid ? (readShallow(command.lsid as Uint8Array).id as Binary | undefined) : undefined;
  return id ? Buffer.from(id.buffer).toString('hex') : '';
};

function transactionOf(command: Document, session: string): TransactionKey | undefined {
  if (command.txnNumber === undefined) {
    return undefined;
  }
  if (command.autocommit !== false) {
    // A retryable write. DocumentDB can remember single writes only, not an insert of many: so none, rather than some, and the
    // URI says retryWrites=false. A standalone mongod answers the same.
    throw new MongoCodeError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
  return { session, number: BigInt(String(command.txnNumber)), isStart: command.startTransaction === true };
}

const hasWriteErrors = (reply: Reply): boolean => !Buffer.isBuffer(reply) && Array.isArray(reply.writeErrors);

/** Carries out one request and always answers: failures become error documents. */
export async function execute(state: GatewayState, request: Request, connectionId: number): Promise<Reply> {
  const { command } = request;
  const name = Object.keys(command)[0] ?? '';
  let isInTransaction = false;
  try {
    const session = sessionOf(command);
    const key = transactionOf(command, session);
    isInTransaction = key !== undefined;
    if (key && name === 'commitTransaction') {
      await state.transactions.commit(key);
      return { ok: 1 };
    }
    if (key && name === 'abortTransaction') {
      await state.transactions.abort(key);
      return { ok: 1 };
    }
    const lower = name.toLowerCase();
    const handler = Object.hasOwn(COMMANDS, lower) ? COMMANDS[lower] : undefined;
    if (!handler) {
      throw new MongoCodeError(59, `no such command: '${name}'`);
    }
    const target: unknown = command[name];
    const context: CommandContext = {
      ...state,
      name,
      db: typeof command.$db === 'string' ? command.$db : 'admin',
      collection: typeof target === 'string' ? target : '',
      request,
      query: state.database.query,
      session,
      isInTransaction,
      connectionId,
    };
    if (!key) {
      return await untilNoCollision(() => handler(context));
    }
    return await state.transactions.run(
      key,
      connectionId,
      (query) => handler({ ...context, query }),
      hasWriteErrors,
    );
  } catch (error) {
    return errorReply(error, isInTransaction);
  }
}
