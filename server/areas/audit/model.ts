import { type Connection, Schema } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** One line of the append-only log; `hash` covers the entry and the one before it, so that a removed line shows. */
export interface AuditEntry {
  sequence: number;
  actor: { kind: 'learner' | 'unit' | 'authority' | 'wechat' | 'system'; id: string };
  action: string;
  /** What it was done to, e.g. `learner:64…`. */
  subject: string;
  reason?: string;
  requestId?: string;
  at: Date;
  prevHash: string;
  hash: string;
}

const schema = new Schema<AuditEntry>(
  {
    sequence: { type: Number, required: true, unique: true },
    actor: { kind: { type: String, required: true }, id: { type: String, required: true } },
    action: { type: String, required: true },
    subject: { type: String, required: true, index: true },
    reason: String,
    requestId: String,
    at: { type: Date, required: true },
    prevHash: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { versionKey: false },
);

export const auditModel = (connection: Connection) => modelOf(connection, 'auditEntries', schema);
