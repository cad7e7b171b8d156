import { type Document, deserialize } from 'bson';
import { fromHex, readDeep, readPlain } from './bson';
import type { CommandContext } from './context';
import { describeDuplicate, isUpsertRace, keyValueOf, refusingIndex, writtenBy } from './duplicateKey';
import { CollisionError, codeOf, codeOfState, MongoCodeError, type SqlError, unpackState } from './errors';

const DUPLICATE_KEY = 11000;
const WRITE_CONFLICT = 112;

/** The names of a write's list of statements, in its body or beside it. */
const LISTS = { insert: 'documents', update: 'updates', delete: 'deletes' } as const;

type WriteName = keyof typeof LISTS;

/** The statement at `index` of a write, e.g. the document of an insert. Read only when there is an error to explain. */
function statementAt(context: CommandContext, list: string, index: number): Document {
  const beside = context.request.sequences.get(list);
  if (!beside) {
    return readPlain(context.request.body)[list]?.[index] ?? {};
  }
  let at = 0;
  for (let i = 0; i < index; i++) {
    at += beside.readInt32LE(at);
  }
  return deserialize(beside.subarray(at, at + beside.readInt32LE(at)));
}

async function explainDuplicate(
  context: CommandContext,
  error: Pick<SqlError, 'message' | 'constraint'>,
  written: { document: Document; isWhole: boolean },
): Promise<Document> {
  const { db, collection, database } = context;
  // On another connection: the transaction's own may be unusable after the error.
  const index = await refusingIndex(database.query, db, collection, error);
  const keyValue = index.keyPattern && keyValueOf(index.keyPattern, written.document, written.isWhole);
  return describeDuplicate(db, collection, index, keyValue);
}

/** Of several statements some may have been done, so that the command cannot be repeated. */
const isLoneUpsert = ({ request }: CommandContext, statement: Document): boolean =>
  statement.upsert === true && !request.sequences.has('updates') && request.command.updates?.length === 1;

/** insert, update, delete: the bytes go through as they are; only an answer with errors is opened, to give them MongoDB's codes. */
export const writeCommand =
  (name: WriteName) =>
  async (context: CommandContext): Promise<Buffer | Document> => {
    const { query, db, request } = context;
    const list = LISTS[name];
    const sql = `select p_result::text as result, p_success::text as success from documentdb_api.${name}($1, $2::documentdb_core.bson, $3::documentdb_core.bsonsequence)`;
    const [row] = await query(sql, [db, request.body, request.sequences.get(list) ?? null]);
    const bytes = fromHex(row?.result ?? '');
    if (row?.success === 'true') {
      return bytes;
    }
    const reply = readDeep(bytes);
    reply.writeErrors = await Promise.all(
      (reply.writeErrors ?? []).map(async (failed: Document) => {
        const code = codeOfState(unpackState(Number(failed.code)));
        const message = String(failed.errmsg);
        if (code === WRITE_CONFLICT) {
          throw new MongoCodeError(code, message); // The whole command, so that it can be tried again.
        }
        if (code !== DUPLICATE_KEY) {
          return { ...failed, code };
        }
        const statement = statementAt(context, list, Number(failed.index));
        const written =
          name === 'insert'
            ? { document: statement, isWhole: true }
            : writtenBy(statement.q ?? {}, statement.u);
        const explained = await explainDuplicate(context, { message }, written);
        if (isLoneUpsert(context, statement) && isUpsertRace(statement.q ?? {}, explained.keyPattern)) {
          throw new CollisionError(code, explained.errmsg);
        }
        return { ...failed, code, ...explained };
      }),
    );
    return reply;
  };

/** findAndModify: its duplicate key comes as an error of the whole command. */
export async function findAndModify(context: CommandContext): Promise<Buffer> {
  const { query, db, request } = context;
  try {
    const sql =
      'select p_result::text as result from documentdb_api.find_and_modify($1, $2::documentdb_core.bson)';
    const [row] = await query(sql, [db, request.body]);
    return fromHex(row?.result ?? '');
  } catch (error) {
    if (codeOf(error) !== DUPLICATE_KEY) {
      throw error;
    }
    const command = readPlain(request.body);
    const written = writtenBy(command.query ?? {}, command.update);
    const { errmsg, ...details } = await explainDuplicate(context, error as SqlError, written);
    const isRace = command.upsert === true && isUpsertRace(command.query ?? {}, details.keyPattern);
    throw new (isRace ? CollisionError : MongoCodeError)(DUPLICATE_KEY, errmsg, details);
  }
}
