import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { type AuditEntry, auditModel } from './model';

export type AuditInput = Pick<AuditEntry, 'actor' | 'action' | 'subject'> & {
  reason?: string;
  requestId?: string;
};

export interface AuditService {
  /** Appends entries in order. Resolves when they are durable. */
  append(...entries: AuditInput[]): Promise<void>;
  /** Recomputes the chain; the sequence number of the first entry that does not hold, or null. */
  firstBroken(): Promise<number | null>;
}

const GENESIS = '0'.repeat(64);
const ATTEMPTS = 50;

/** The hash of an entry over its content and its predecessor's hash. */
function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, actor, action, subject, reason = '', requestId = '', at, prevHash } = entry;
  const content = [
    sequence,
    actor.kind,
    actor.id,
    action,
    subject,
    reason,
    requestId,
    at.toISOString(),
    prevHash,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

export function createAuditService({ mongo, clock }: Platform): AuditService {
  const Audit = auditModel(mongo);

  // One after another within this process; between processes the unique index decides.
  let before: Promise<unknown> = Promise.resolve();

  /** Writes behind the last entry; answers what found its place taken. */
  async function tryAppend(inputs: AuditInput[]): Promise<AuditInput[]> {
    const last = await Audit.findOne().sort({ sequence: -1 }).lean();
    let { sequence, hash } = last ?? { sequence: 0, hash: GENESIS };
    const rows = inputs.map((input) => {
      sequence += 1;
      const row = {
        ...input,
        _id: new Types.ObjectId(),
        sequence,
        at: new Date(clock.now()),
        prevHash: hash,
      };
      hash = hashOf(row);
      return { ...row, hash };
    });
    try {
      await Audit.insertMany(rows, { ordered: true });
      return [];
    } catch (error) {
      // Another process took the sequence number. It may have come in between our own.
      if (!isDuplicate(error)) {
        throw error;
      }
      return inputs.slice(await Audit.countDocuments({ _id: { $in: rows.map(({ _id }) => _id) } }));
    }
  }

  async function appendAll(inputs: AuditInput[]): Promise<void> {
    let left = inputs;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > ATTEMPTS) {
        throw new Error(`the audit log was busy ${ATTEMPTS} times in a row`);
      }
      left = await tryAppend(left);
    }
  }

  return {
    async append(...inputs) {
      const appended = before.then(() => appendAll(inputs));
      before = appended.catch(() => undefined);
      return appended;
    },
    async firstBroken() {
      let prevHash = GENESIS;
      let expected = 1;
      for await (const entry of Audit.find().sort({ sequence: 1 }).lean().cursor()) {
        if (entry.sequence !== expected || entry.prevHash !== prevHash || entry.hash !== hashOf(entry)) {
          return expected;
        }
        prevHash = entry.hash;
        expected += 1;
      }
      return null;
    },
  };
}
