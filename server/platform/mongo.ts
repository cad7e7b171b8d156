import mongoose, { type Connection, type Model, type QueryFilter, type Schema } from 'mongoose';

/**
 * Opens the store. A write is acknowledged only when it is on the majority's journal, because "已签到" must stay true after
 * a crash.
 */
export async function connectMongo(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    writeConcern: { w: 'majority', j: true },
    serverSelectionTimeoutMS: 5_000,
    maxPoolSize: 50,
    autoIndex: false,
  });
  return connection.asPromise();
}

/** The model of a collection on this connection, made once. */
export function modelOf<T>(connection: Connection, name: string, schema: Schema<T>): Model<T> {
  return (connection.models[name] as Model<T> | undefined) ?? connection.model<T>(name, schema, name);
}

/** A regular expression that matches a text as it stands, wherever it occurs. */
export const literally = (text: string) => ({ $regex: text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') });

/** Whether the error is a unique index saying "once"; `field` narrows it to one index. */
export function isDuplicate(error: unknown, field?: string): boolean {
  const e = error as { code?: number; message?: string; writeErrors?: { code?: number }[] };
  return e?.code === 11000 && (!field || String(e.message).includes(field));
}

/**
 * Writes documents that are built here, whole and of the right types; those that a unique index knows are left as they are.
 * Answers how many were new. @throws Whatever kept any of them out but that index: nobody is lost among those who were known.
 */
export async function insertNew<T>(model: Model<T>, documents: readonly T[]): Promise<number> {
  if (documents.length === 0) {
    return 0;
  }
  const rows = documents.map((document) => ({ ...document }));
  try {
    await model.collection.insertMany(rows as never[], { ordered: false });
    return rows.length;
  } catch (error) {
    const { writeErrors } = error as { writeErrors?: { code?: number } | { code?: number }[] };
    const refused = [writeErrors ?? []].flat();
    if (!isDuplicate(error) || !refused.every(({ code }) => code === 11000)) {
      throw error;
    }
    return rows.length - Math.max(1, refused.length);
  }
}

/** Whether a write met another and was not done: it may be tried again. */
export const isCollision = (error: unknown): boolean => (error as { code?: number })?.code === 112;

/** Runs work, and again where it failed for what another try may not meet; `attempts` times at most, then the error stands. */
export async function tryAgain<T>(
  work: () => Promise<T>,
  isPassing: (error: unknown) => boolean,
  attempts: number,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isPassing(error)) {
        throw error;
      }
    }
  }
}

/** A page of a list, from 1. */
export interface Paging {
  page: number;
  pageSize: number;
}

/** One page of what a filter finds, lean, and how many it finds in all. `select` as mongoose takes it. */
export async function pageOf<T>(
  model: Model<T>,
  filter: QueryFilter<T>,
  sort: Record<string, 1 | -1>,
  { page, pageSize }: Paging,
  select = '',
): Promise<{ rows: T[]; total: number }> {
  const [rows, total] = await Promise.all([
    model
      .find(filter)
      .select(select)
      .sort(sort)
      .skip((page - 1) * pageSize)
      .limit(pageSize)
      .lean(),
    model.countDocuments(filter),
  ]);
  return { rows: rows as unknown as T[], total };
}

/** Creates the collections and indexes of every model; run once at start, before the first request. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    await model.createCollection();
    await model.createIndexes().catch(async (error) => {
      if (!isIndexConflict(error)) {
        throw error;
      }
      await replaceIndexes(model);
    });
  }
}

/** IndexOptionsConflict, IndexKeySpecsConflict: an earlier version made an index of this name otherwise. */
const isIndexConflict = (error: unknown) => [85, 86].includes((error as { code?: number })?.code ?? 0);

/** Indexes that are no longer defined as they are stored are made anew; those that nobody defines here stay. */
async function replaceIndexes<T>(model: Model<T>): Promise<void> {
  const { toDrop, toCreate } = await model.diffIndexes();
  const wanted = toCreate.map((keys) =>
    Object.entries(keys as object)
      .flat()
      .join('_'),
  );
  for (const name of toDrop.filter((stored: string) => wanted.includes(stored))) {
    await model.collection.dropIndex(name);
  }
  await model.createIndexes();
}
