import type { Document } from 'bson';
import { fromHex, readPlain } from './bson';
import type { Query } from './database';
import type { SqlError } from './errors';

/** A unique index that refused a document. */
export interface RefusingIndex {
  name: string;
  keyPattern?: Document;
}

const BY_NAME = `select (i.index_spec).index_name as name, (i.index_spec).index_key::text as key
  from documentdb_api_catalog.collection_indexes i join documentdb_api_catalog.collections c using (collection_id)
  where c.database_name = $1 and c.collection_name = $2 and ((i.index_spec).index_name = $3 or i.index_id::text = $4)`;

/** The index that an error speaks of: named in DocumentDB's message, or numbered in the name of PostgreSQL's constraint. */
export async function refusingIndex(
  query: Query,
  db: string,
  collection: string,
  error: Pick<SqlError, 'message' | 'constraint'>,
): Promise<RefusingIndex> {
  const constraint = error.constraint ?? '';
  const name = constraint.startsWith('collection_pk') ? '_id_' : /Index '(.*)'/.exec(error.message)?.[1];
  const number = /_(\d+)$/.exec(constraint)?.[1];
  if (!name && !number) {
    return { name: constraint || 'unknown' };
  }
  const [row] = await query(BY_NAME, [db, collection, name ?? null, name ? null : number]).catch(() => []);
  return {
    name: row?.name ?? name ?? constraint,
    keyPattern: row?.key ? readPlain(fromHex(row.key)) : undefined,
  };
}

function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, step) => {
    return at && typeof at === 'object' ? (at as Document)[step] : undefined;
  }, document);
}

/** The values of an index's fields in a document. With `isWhole` a missing field is null, as MongoDB has it; else it is unknown. */
export function keyValueOf(keyPattern: Document, document: Document, isWhole: boolean): Document | undefined {
  const entries = Object.keys(keyPattern).map((path) => {
    // Updates and filters name nested fields by their dotted path.
    const value = path in document ? document[path] : valueAt(document, path);
    return [path, value ?? (isWhole ? null : undefined)] as const;
  });
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}

/** The fields that a filter asks to be equal to a value. */
function equalitiesOf(filter: Document): Document {
  const isEquality = ([key, value]: [string, unknown]): boolean =>
    !key.startsWith('$') && !(value && typeof value === 'object' && Object.keys(value)[0]?.startsWith('$'));
  return Object.fromEntries(Object.entries(filter).filter(isEquality));
}

/** What an upsert or update would have written, as far as its filter's equalities and its operators say. */
export function writtenBy(filter: Document, update: unknown): { document: Document; isWhole: boolean } {
  const equalities = equalitiesOf(filter);
  if (!update || typeof update !== 'object' || Array.isArray(update)) {
    return { document: equalities, isWhole: false };
  }
  const operators = update as Document;
  const isReplacement = !Object.keys(operators)[0]?.startsWith('$');
  return isReplacement
    ? { document: { ...equalities, ...operators }, isWhole: true }
    : { document: { ...equalities, ...operators.$setOnInsert, ...operators.$set }, isWhole: false };
}

/**
 * Whether a duplicate key means that two upserts of one key met: the filter asks for equality of exactly the index's fields. Then
 * the document is there now and a new try updates it, as MongoDB does by itself.
 */
export function isUpsertRace(filter: Document, keyPattern: Document | undefined): boolean {
  const names = (document: Document): string => Object.keys(document).sort().join();
  return (
    keyPattern !== undefined &&
    names(filter) === names(keyPattern) &&
    names(equalitiesOf(filter)) === names(filter)
  );
}

/** The message in MongoDB's form, which tools and people search for, and the fields that drivers hand on. */
export function describeDuplicate(
  db: string,
  collection: string,
  index: RefusingIndex,
  keyValue: Document | undefined,
): Document {
  const values = Object.entries(keyValue ?? {}).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const dup = keyValue ? ` dup key: { ${values.join(', ')} }` : '';
  return {
    errmsg: `E11000 duplicate key error collection: ${db}.${collection} index: ${index.name}${dup}`,
    ...(index.keyPattern ? { keyPattern: index.keyPattern } : {}),
    ...(keyValue ? { keyValue } : {}),
  };
}
