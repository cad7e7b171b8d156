import { randomBytes } from 'node:crypto';
import { fromHex } from './bson';
import type { Query } from './database';
import { MongoCodeError } from './errors';

/** SQL functions that answer with the first page of a cursor. */
export type PageFunction =
  | 'find_cursor_first_page'
  | 'aggregate_cursor_first_page'
  | 'list_collections_cursor_first_page'
  | 'list_indexes_cursor_first_page';

interface Cursor {
  db: string;
  /** Where PostgreSQL goes on reading; opaque. */
  continuation: Buffer;
  session: string;
  isInTransaction: boolean;
  usedAt: number;
  isBusy: boolean;
}

/** Whose cursor it is. */
export interface CursorOwner {
  db: string;
  session: string;
  isInTransaction: boolean;
}

const MAX_CURSORS = 1_000;
const IDLE_MS = 600_000; // MongoDB's own (cursorTimeoutMillis).
const SWEEP_MS = 30_000;

const FREE = 'select documentdb_api_internal.delete_cursors($1::bigint[])';
const MORE =
  'select cursorpage::text as page, continuation::text as rest from documentdb_api.cursor_get_more($1, $2::documentdb_core.bson, $3::documentdb_core.bson)';

const newId = (): string => (randomBytes(8).readBigUInt64BE() >> 1n).toString();

/** The open cursors. Any connection may read on, as drivers do; the page files that PostgreSQL keeps are freed with them. */
export class Cursors {
  private readonly cursors = new Map<string, Cursor>();
  private readonly timer: NodeJS.Timeout;

  /** `query` frees files; `now` is the clock in milliseconds. */
  constructor(
    private readonly query: Query,
    private readonly now: () => number = Date.now,
    private readonly max: number = MAX_CURSORS,
  ) {
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS);
    this.timer.unref();
  }

  /** How many are open now. */
  get size(): number {
    return this.cursors.size;
  }

  /** The first page; the cursor is kept if there is more. */
  async first(query: Query, page: PageFunction, owner: CursorOwner, command: Buffer): Promise<Buffer> {
    const id = newId();
    const sql = `select cursorpage::text as page, continuation::text as rest, cursorid::text as id from documentdb_api.${page}($1, $2::documentdb_core.bson, $3::bigint)`;
    const [row] = await query(sql, [owner.db, command, id]);
    if (row?.rest && row.id !== '0') {
      if (this.cursors.size >= this.max) {
        await this.free([id]);
        throw new MongoCodeError(
          146,
          `too many open cursors (${this.max}); close some or read them to their end`,
        );
      }
      const continuation = fromHex(row.rest);
      this.cursors.set(id, { ...owner, continuation, usedAt: this.now(), isBusy: false });
    }
    return fromHex(row?.page ?? '');
  }

  /** The next page. @throws MongoCodeError CursorNotFound, CursorInUse. */
  async more(query: Query, id: string, db: string, command: Buffer): Promise<Buffer> {
    const cursor = this.cursors.get(id);
    if (!cursor || cursor.db !== db) {
      throw new MongoCodeError(43, `cursor id ${id} not found`);
    }
    if (cursor.isBusy) {
      throw new MongoCodeError(143, `cursor id ${id} is already in use`);
    }
    cursor.isBusy = true;
    try {
      const [row] = await query(MORE, [db, command, cursor.continuation]);
      if (row?.rest) {
        cursor.continuation = fromHex(row.rest);
      } else {
        this.cursors.delete(id);
      }
      return fromHex(row?.page ?? '');
    } catch (error) {
      await this.kill([id]);
      throw error;
    } finally {
      cursor.isBusy = false;
      cursor.usedAt = this.now();
    }
  }

  /** Closes cursors and frees their files; answers which of them were open. */
  async kill(ids: string[]): Promise<string[]> {
    const killed = ids.filter((id) => this.cursors.delete(id));
    if (killed.length > 0) {
      await this.free(killed);
    }
    return killed;
  }

  /** Closes the cursors of a session that ends, or only those that its transaction opened. */
  async endSession(session: string, onlyInTransaction = false): Promise<void> {
    await this.killWhere(
      (cursor) => cursor.session === session && (cursor.isInTransaction || !onlyInTransaction),
    );
  }

  /** Closes cursors that nobody has read for ten minutes. */
  async sweep(): Promise<void> {
    await this.killWhere((cursor) => !cursor.isBusy && this.now() - cursor.usedAt > IDLE_MS);
  }

  /** Closes all. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.killWhere(() => true);
  }

  private async killWhere(matches: (cursor: Cursor) => boolean): Promise<void> {
    await this.kill([...this.cursors].filter(([, cursor]) => matches(cursor)).map(([id]) => id));
  }

  private async free(ids: string[]): Promise<void> {
    // A file that stays is removed by PostgreSQL's own clean-up.
    await this.query(FREE, [ids]).catch(() => undefined);
  }
}
