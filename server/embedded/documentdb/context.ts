import type { Document } from 'bson';
import type { Cursors } from './cursors';
import type { Database, Query } from './database';
import type { Request } from './framing';
import type { Transactions } from './transactions';

/** What the gateway's commands share. */
export interface GatewayState {
  database: Database;
  cursors: Cursors;
  transactions: Transactions;
  /** `host:port` as clients reach it. */
  address: () => string;
}

/** One command on its way. */
export interface CommandContext extends GatewayState {
  name: string;
  db: string;
  /** The collection that the command names, or ''. */
  collection: string;
  request: Request;
  /** Statements go through here: to the transaction's connection, or to any. */
  query: Query;
  /** The session's id in hex, or ''. */
  session: string;
  isInTransaction: boolean;
  connectionId: number;
}

/** A command's answer: a document, or its bytes. */
export type Reply = Document | Buffer;

/** Carries out one command. */
export type Handler = (context: CommandContext) => Promise<Reply>;
