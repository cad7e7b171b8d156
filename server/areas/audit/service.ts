import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { isCollision, isDuplicate } from '../../platform/mongo';
import type { Services } from '../services';
import { firstBroken, GENESIS, hashOf } from './chain';
import { type AuditEntry, auditModel } from './model';
import { type AuditReading, createAuditReading } from './reading';
import { createRegionFinder } from './regions';

export type AuditInput = Pick<AuditEntry, 'actor' | 'action' | 'subject'> & {
  reason?: string;
  requestId?: string;
};

export interface AuditService extends AuditReading {
  /** Appends entries in order, each with its region. Resolves when they are durable. */
  append(...entries: AuditInput[]): Promise<void>;
  /** Recomputes the chain; the sequence number of the first entry that does not hold, or null. */
  firstBroken(): Promise<number | null>;
}

type Placed = AuditInput & { regionCode?: string };

const ATTEMPTS = 50;

export function createAuditService(platform: Platform, services: Services): AuditService {
  const { mongo, clock } = platform;
  const Audit = auditModel(mongo);
  const regionOf = createRegionFinder(platform, services);

  // One after another within this process; between processes the unique index decides.
  let before: Promise<unknown> = Promise.resolve();

  /** Writes behind the last entry; answers what found its place taken. */
  async function tryAppend(inputs: Placed[]): Promise<Placed[]> {
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
      // Another process took the sequence number, or is about to. It may have come in between our own.
      if (!isDuplicate(error) && !isCollision(error)) {
        throw error;
      }
      return inputs.slice(await Audit.countDocuments({ _id: { $in: rows.map(({ _id }) => _id) } }));
    }
  }

  async function appendAll(placing: Promise<Placed[]>): Promise<void> {
    let left = await placing;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > ATTEMPTS) {
        throw new Error(`the audit log was busy ${ATTEMPTS} times in a row`);
      }
      left = await tryAppend(left);
    }
  }

  async function place(input: AuditInput): Promise<Placed> {
    const regionCode = await regionOf(input);
    return { ...input, ...(regionCode && { regionCode }) };
  }

  return {
    ...createAuditReading(platform, services),
    async append(...inputs) {
      const placing = Promise.all(inputs.map(place));
      // Whoever waits for his turn must not be the first to hear of a failure.
      placing.catch(() => undefined);
      const appended = before.then(() => appendAll(placing));
      before = appended.catch(() => undefined);
      return appended;
    },
    firstBroken: async () => firstBroken(Audit.find().sort({ sequence: 1 }).lean().cursor()),
  };
}
