import type { Document } from 'bson';
import { fromHex, readDeep, readPlain, write } from './bson';
import type { CommandContext, Handler } from './context';
import { MAX_MESSAGE_BYTES } from './framing';

/** MongoDB 7.0: what the gateway speaks. */
const VERSION = [7, 0, 0, 0];
const MAX_WIRE_VERSION = 21;
const MAX_DOCUMENT_BYTES = 16_777_216;

/** The greeting: a primary of a one-member replica set, so that drivers allow transactions. */
export const hello: Handler = async ({ address, connectionId }) => ({
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  secondary: false,
  setName: 'jijiaotong',
  setVersion: 1,
  hosts: [address()],
  primary: address(),
  me: address(),
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId,
  minWireVersion: 0,
  maxWireVersion: MAX_WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

/** The version, and what really answers. */
export const buildInfo: Handler = async ({ query }) => {
  const [row] = await query('select documentdb_api.binary_version() as version', []);
  return {
    version: VERSION.slice(0, 3).join('.'),
    versionArray: VERSION,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    modules: [`documentdb ${row?.version}`],
    ok: 1,
  };
};

/** An SQL function of one document that answers with a document. */
export const simple =
  (sql: string, values: (context: CommandContext) => unknown[]): Handler =>
  async (context) => {
    const [row] = await context.query(`select ${sql}::text as result`, values(context));
    return fromHex(row?.result ?? '');
  };

/** create: DocumentDB's one function for collections, views and validators. */
export const create = simple('documentdb_api.create_collection_view($1, $2::documentdb_core.bson)', (c) => [
  c.db,
  c.request.body,
]);

/** createIndexes: built at once, and answered in the form of a replica set rather than of a shard. */
export const createIndexes: Handler = async ({ query, db, request }) => {
  const sql =
    'select documentdb_api_internal.create_indexes_non_concurrently($1, $2::documentdb_core.bson, true)::text as result';
  const [row] = await query(sql, [db, request.body]);
  const reply = readDeep(fromHex(row?.result ?? ''));
  return { ...(reply.raw?.defaultShard ?? reply), ok: 1 };
};

/** listIndexes without DocumentDB's own remark in each index, which would look like an option that the schema lacks. */
export const listIndexes: Handler = async (context) => {
  const { cursors, query, request, db, session, isInTransaction } = context;
  const owner = { db, session, isInTransaction };
  const page = await cursors.first(query, 'list_indexes_cursor_first_page', owner, request.body);
  const reply = readDeep(page);
  for (const index of (reply.cursor?.firstBatch ?? []) as Document[]) {
    delete index.storageEngine;
  }
  return write(reply);
};

/** dropIndexes; the function's `ok` is a boolean, drivers want a number. */
export const dropIndexes: Handler = async ({ query, db, request }) => {
  const [row] = await query('call documentdb_api.drop_indexes($1, $2::documentdb_core.bson, null)', [
    db,
    request.body,
  ]);
  const reply = readPlain(fromHex(row?.retval ?? ''));
  return { ...reply, ok: reply.ok ? 1 : 0 };
};

/** drop: of a collection that is not there too, as MongoDB 7 answers. */
export const drop: Handler = async ({ query, db, collection }) => {
  await query('select documentdb_api.drop_collection($1, $2)', [db, collection]);
  return { ns: `${db}.${collection}`, ok: 1 };
};

/** dropDatabase. */
export const dropDatabase: Handler = async ({ query, db }) => {
  await query('select documentdb_api.drop_database($1)', [db]);
  return { dropped: db, ok: 1 };
};

/** collMod, e.g. of a TTL. */
export const collMod = simple('documentdb_api.coll_mod($1, $2, $3::documentdb_core.bson)', (c) => [
  c.db,
  c.collection,
  c.request.body,
]);

/** renameCollection. */
export const renameCollection = simple('documentdb_api.rename_collection($1::documentdb_core.bson)', (c) => [
  c.request.body,
]);

/** listDatabases. */
export const listDatabases = simple('documentdb_api.list_databases($1::documentdb_core.bson)', (c) => [
  c.request.body,
]);

/** collStats. */
export const collStats = simple('documentdb_api.coll_stats($1, $2)', (c) => [c.db, c.collection]);

/** dbStats. */
export const dbStats = simple('documentdb_api.db_stats($1)', (c) => [c.db]);
