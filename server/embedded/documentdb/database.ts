import pg from 'pg';
import { MongoCodeError } from './errors';

/** Runs one SQL statement and gives its rows; all columns are text. */
export type Query = (sql: string, values: unknown[]) => Promise<Record<string, string | null>[]>;

/** Connections for commands outside transactions, and a reserve of others for transactions: neither can starve the other. */
export const POOL_SIZES = { general: 24, transactions: 24 };

const WAIT_FOR_CONNECTION_MS = 15_000;
// A write outside a transaction waits for a transaction that holds its document; not for ever, since it holds a connection.
const LOCK_WAIT_MS = 20_000;
// MongoDB gives up at once when another transaction holds a document; PostgreSQL may wait, but two tries cost less than a queue.
const TRANSACTION_LOCK_WAIT_MS = 250;

const asText = { getTypeParser: () => (value: string) => value };

/** The gateway's connections to PostgreSQL. */
export class Database {
  private readonly general: pg.Pool;
  private readonly reserve: pg.Pool;
  private readonly names = new Map<string, string>();

  constructor(port: number, password: string) {
    const pool = (max: number, lockWait: number): pg.Pool => {
      const made = new pg.Pool({
        host: '127.0.0.1',
        port,
        user: 'postgres',
        password,
        database: 'postgres',
        max,
        connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS,
        idleTimeoutMillis: 60_000,
        allowExitOnIdle: true,
        types: asText,
        options: `-c lock_timeout=${lockWait} -c client_min_messages=error`,
      });
      // An idle connection that breaks is replaced; without a listener it would end the process.
      made.on('error', () => undefined);
      return made;
    };
    this.general = pool(POOL_SIZES.general, LOCK_WAIT_MS);
    this.reserve = pool(POOL_SIZES.transactions, TRANSACTION_LOCK_WAIT_MS);
  }

  /** Runs a statement on any connection. */
  readonly query: Query = async (sql, values) => (await this.general.query(this.prepared(sql, values))).rows;

  /** A connection for a transaction. @throws MongoCodeError LockTimeout when the reserve stays exhausted. */
  async connect(): Promise<pg.PoolClient> {
    try {
      const client = await this.reserve.connect();
      return client;
    } catch (error) {
      throw new MongoCodeError(24, `no connection for a transaction: ${(error as Error).message}`);
    }
  }

  /** The same as `query` on one connection. */
  queryOn(client: pg.PoolClient): Query {
    return async (sql, values) => (await client.query(this.prepared(sql, values))).rows;
  }

  /** Runs statements in one connection's transaction that is rolled back, e.g. to look at a plan under other settings. */
  async rehearse(statements: string[]): Promise<Record<string, string | null>[]> {
    const client = await this.general.connect();
    try {
      await client.query('begin');
      let rows: Record<string, string | null>[] = [];
      for (const statement of statements) {
        rows = (await client.query(statement)).rows;
      }
      return rows;
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }

  async end(): Promise<void> {
    await Promise.all([this.general.end(), this.reserve.end()]);
  }

  /** A name lets PostgreSQL keep the parsed statement; the gateway has some twenty of them. */
  private prepared(sql: string, values: unknown[]): pg.QueryConfig {
    const name = this.names.get(sql) ?? `s${this.names.size}`;
    this.names.set(sql, name);
    return { name, text: sql, values };
  }
}
