import type pg from 'pg';
import type { Database, Query } from './database';
import { MongoCodeError } from './errors';

/** Which transaction a command belongs to. */
export interface TransactionKey {
  session: string;
  number: bigint;
  isStart: boolean;
}

/** An open transaction: one connection of PostgreSQL. */
interface Open {
  number: bigint;
  client: pg.PoolClient;
  query: Query;
  /** The socket of its latest command; when that one closes, the client is gone. */
  socket: number;
  timer: NodeJS.Timeout;
  /** Commands run one after another, even if the client sends them over several sockets. */
  queue: Promise<unknown>;
}

interface Finished {
  number: bigint;
  isCommitted: boolean;
}

/** MongoDB's own limit (transactionLifetimeLimitSeconds). */
const LIFETIME_MS = 60_000;
const REMEMBERED = 10_000;

const noSuchTransaction = (number: bigint): MongoCodeError =>
  new MongoCodeError(
    251,
    `Transaction with { txnNumber: ${number} } has been aborted or was never started.`,
    {
      errorLabels: ['TransientTransactionError'],
    },
  );

/** The open transactions, by session, and how the latest of each session ended, so that a repeated commit is answered the same. */
export class Transactions {
  private readonly open = new Map<string, Open>();
  private readonly finished = new Map<string, Finished>();

  /** `onEnd` hears of each session whose transaction ended, e.g. to close its cursors. */
  constructor(
    private readonly database: Database,
    private readonly onEnd: (session: string) => void = () => undefined,
    private readonly lifetimeMs: number = LIFETIME_MS,
  ) {}

  /** How many are open now. */
  get size(): number {
    return this.open.size;
  }

  /**
   * Runs a command in its transaction, which is begun if the command says so. An error ends the transaction, as in MongoDB; so
   * does a result that `isFailure` (a duplicate key is told inside an answer).
   */
  async run<T>(
    key: TransactionKey,
    socket: number,
    work: (query: Query) => Promise<T>,
    isFailure: (result: T) => boolean,
  ): Promise<T> {
    const open = key.isStart ? await this.begin(key, socket) : this.find(key);
    open.socket = socket;
    return this.inTurn(open, async () => {
      if (this.open.get(key.session) !== open) {
        throw noSuchTransaction(key.number);
      }
      try {
        const result = await work(open.query);
        if (isFailure(result)) {
          await this.finish(key.session, open, 'rollback');
        }
        return result;
      } catch (error) {
        await this.finish(key.session, open, 'rollback');
        throw error;
      }
    });
  }

  /** Commits. Committing again answers as the first time; anything else that is not open is unknown. */
  async commit(key: TransactionKey): Promise<void> {
    const before = this.finished.get(key.session);
    if (!this.open.has(key.session) && before?.number === key.number && before.isCommitted) {
      return;
    }
    const open = this.find(key);
    await this.inTurn(open, async () => {
      if (this.open.get(key.session) !== open) {
        throw noSuchTransaction(key.number);
      }
      await this.finish(key.session, open, 'commit');
    });
  }

  /** Rolls back. */
  async abort(key: TransactionKey): Promise<void> {
    await this.rollBack(key.session, this.find(key));
  }

  /** Rolls back what sessions that end have left open. */
  async endSession(session: string): Promise<void> {
    const open = this.open.get(session);
    if (open) {
      await this.rollBack(session, open);
    }
    this.finished.delete(session);
  }

  /** Rolls back the transactions of a client whose socket closed. */
  async dropSocket(socket: number): Promise<void> {
    const lost = [...this.open].filter(([, open]) => open.socket === socket);
    await Promise.all(lost.map(([session, open]) => this.rollBack(session, open)));
  }

  /** Rolls back everything. */
  async close(): Promise<void> {
    await Promise.all([...this.open].map(([session, open]) => this.rollBack(session, open)));
  }

  private async begin(key: TransactionKey, socket: number): Promise<Open> {
    const before = this.open.get(key.session);
    if (before && before.number < key.number) {
      await this.rollBack(key.session, before); // MongoDB too: a new transaction ends the session's old one.
    }
    const latest = this.open.get(key.session)?.number ?? this.finished.get(key.session)?.number ?? -1n;
    if (latest >= key.number) {
      const code = latest > key.number ? 225 : 117;
      throw new MongoCodeError(
        code,
        `Cannot start transaction ${key.number}: ${latest} is known for this session.`,
      );
    }
    const client = await this.database.connect();
    const query = this.database.queryOn(client);
    try {
      await client.query('begin isolation level repeatable read');
      await client.query(`set local statement_timeout = ${this.lifetimeMs}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    const open: Open = {
      number: key.number,
      client,
      query,
      socket,
      queue: Promise.resolve(),
      timer: setTimeout(() => void this.rollBack(key.session, open), this.lifetimeMs),
    };
    open.timer.unref();
    this.open.set(key.session, open);
    return open;
  }

  private find(key: TransactionKey): Open {
    const open = this.open.get(key.session);
    if (open?.number === key.number) {
      return open;
    }
    const latest = open?.number ?? this.finished.get(key.session)?.number ?? -1n;
    if (latest > key.number) {
      throw new MongoCodeError(225, `Transaction ${key.number} is older than ${latest} of the same session.`);
    }
    throw noSuchTransaction(key.number);
  }

  private inTurn<T>(open: Open, work: () => Promise<T>): Promise<T> {
    const result = open.queue.then(work);
    open.queue = result.catch(() => undefined);
    return result;
  }

  private rollBack(session: string, open: Open): Promise<void> {
    return this.inTurn(open, async () => {
      if (this.open.get(session) === open) {
        await this.finish(session, open, 'rollback').catch(() => undefined);
      }
    });
  }

  private async finish(session: string, open: Open, how: 'commit' | 'rollback'): Promise<void> {
    clearTimeout(open.timer);
    this.open.delete(session);
    let isCommitted = false;
    try {
      await open.client.query(how);
      open.client.release();
      isCommitted = how === 'commit';
    } catch (error) {
      open.client.release(true); // Closing the connection rolls back whatever it held.
      if (how === 'commit') {
        throw error;
      }
    } finally {
      this.remember(session, { number: open.number, isCommitted });
      this.onEnd(session);
    }
  }

  private remember(session: string, outcome: Finished): void {
    this.finished.delete(session);
    this.finished.set(session, outcome);
    const oldest = this.finished.keys().next();
    if (this.finished.size > REMEMBERED && !oldest.done) {
      this.finished.delete(oldest.value);
    }
  }
}
