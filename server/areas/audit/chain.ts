import { createHash } from 'node:crypto';
import type { AuditEntry } from './model';

/** What the first entry follows. */
export const GENESIS = '0'.repeat(64);

/**
 * The hash of an entry over its content and its predecessor's hash. The administrator and the region came later: they are
 * part of it only where they are there, so that what was written before still holds.
 */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { sequence, actor, action, subject, regionCode, reason = '', requestId = '', at, prevHash } = entry;
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
  const later = actor.administratorId || regionCode ? [actor.administratorId ?? '', regionCode ?? ''] : [];
  return createHash('sha256')
    .update(JSON.stringify([...content, ...later]))
    .digest('hex');
}

/** Recomputes the chain; the sequence number of the first entry that does not hold, or null. */
export async function firstBroken(entries: AsyncIterable<AuditEntry>): Promise<number | null> {
  let prevHash = GENESIS;
  let expected = 1;
  for await (const entry of entries) {
    if (entry.sequence !== expected || entry.prevHash !== prevHash || entry.hash !== hashOf(entry)) {
      return expected;
    }
    prevHash = entry.hash;
    expected += 1;
  }
  return null;
}
