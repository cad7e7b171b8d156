import { type Connection, Schema } from 'mongoose';
import type { Actor } from '../../http/call';
import { modelOf } from '../../platform/mongo';

/** One line of the append-only log; `hash` covers the entry and the one before it, so that a removed line shows. */
export interface AuditEntry {
  sequence: number;
  /** The authority or unit with its administrator, the learner, the WeChat. */
  actor: Actor;
  action: string;
  /** What it was done to, e.g. `learner:64…`. */
  subject: string;
  /** Region of the acting unit or authority, or of the learner's unit: who may read the entry. Absent where there is none. */
  regionCode?: string;
  reason?: string;
  requestId?: string;
  at: Date;
  prevHash: string;
  hash: string;
}

const schema = new Schema<AuditEntry>(
  {
    sequence: { type: Number, required: true, unique: true },
    actor: {
      kind: { type: String, required: true },
      id: { type: String, required: true },
      administratorId: String,
    },
    action: { type: String, required: true },
    subject: { type: String, required: true },
    regionCode: String,
    reason: String,
    requestId: String,
    at: { type: Date, required: true },
    prevHash: { type: String, required: true },
    hash: { type: String, required: true },
  },
  { versionKey: false },
);
// The authority's list, a unit's part of it, and what was done to one person: each the latest first.
schema.index({ regionCode: 1, sequence: -1 });
schema.index({ 'actor.id': 1, sequence: -1 });
schema.index({ subject: 1, sequence: -1 });

export const auditModel = (connection: Connection) => modelOf(connection, 'auditEntries', schema);
