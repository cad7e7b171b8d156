import type { CreditRole } from '@common/terms';
import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { insertNew } from '../../platform/mongo';
import type { Services } from '../services';
import { type CreditEntryDoc, creditEntryModel } from './model';
import { type CreditStanding, createStandings, grantKey } from './standings';

export type { CreditStanding };

/** The ledger as the other areas write and read it. */
export interface Ledger {
  /** Writes grants; those that exist are left as they are. Answers how many were new. May be called again after a crash. */
  write(entries: CreditEntryDoc[]): Promise<number>;
  /**
   * Writes the counter entries of what a batch granted to these learners; answers to whom there was one to write. Within a
   * transaction that has the batch for itself: of two beside each other the later one fails by the unique index.
   */
  revoke(
    creditingId: Types.ObjectId,
    learnerIds: string[],
    by: { reason: string; byName: string; at: Date },
    session?: ClientSession,
  ): Promise<string[]>;
  /** Who has an activity's credit now. */
  creditedOf(activityId: string, role?: CreditRole): Promise<Set<string>>;
  /** Everybody who ever had an activity's credit: whether he has it now, and the round of the next grant. */
  historyOf(
    activityId: string,
    role: CreditRole,
  ): Promise<Map<string, { isCredited: boolean; round: number }>>;
  /** Who has a credit of this batch now. */
  learnersOf(creditingId: string): Promise<string[]>;
  /** What a batch granted to these learners, by learner. */
  grantedBy(
    creditingId: string,
    learnerIds: string[],
  ): Promise<Map<string, Pick<CreditEntryDoc, 'credits' | 'creditClass'>>>;
  /** Grants with everything around them, those of activities or batches that are gone left out; in the order given. */
  standingsOf(entries: CreditEntryDoc[]): Promise<CreditStanding[]>;
  /** Grants by id, of a learner, of a batch, of an activity; the latest activity first. */
  standings(
    where: { ids: string[] } | { learnerId: string } | { creditingId: string } | { activityId: string },
  ): Promise<CreditStanding[]>;
}

export function createLedger(platform: Platform, services: Services): Ledger {
  const CreditEntry = creditEntryModel(platform.mongo);
  const { revocationsOf, standingsOf } = createStandings(platform, services);
  const oid = (id: string) => new Types.ObjectId(id);

  const historyOf: Ledger['historyOf'] = async (activityId, role) => {
    const rows = await CreditEntry.find(
      { sourceKind: 'activity', sourceId: oid(activityId), role },
      { _id: 0, learnerId: 1, kind: 1 },
    ).lean();
    const counts = new Map<string, { grant: number; revocation: number }>();
    for (const { learnerId, kind } of rows) {
      const own = counts.get(String(learnerId)) ?? { grant: 0, revocation: 0 };
      own[kind] += 1;
      counts.set(String(learnerId), own);
    }
    return new Map(
      [...counts].map(([id, { grant, revocation }]) => [
        id,
        { isCredited: grant > revocation, round: revocation },
      ]),
    );
  };

  return {
    standingsOf,
    write: async (entries) => insertNew(CreditEntry, entries),
    async revoke(creditingId, learnerIds, { reason, byName, at }, session) {
      const grants = await CreditEntry.find({
        creditingId,
        learnerId: { $in: learnerIds.map(oid) },
        kind: 'grant',
      })
        .session(session ?? null)
        .lean();
      const revocations = await revocationsOf(grants, session);
      const standing = grants.filter((each) => !revocations.has(grantKey(each)));
      await CreditEntry.insertMany(
        standing.map(
          (grant): CreditEntryDoc => ({
            ...grant,
            _id: new Types.ObjectId(),
            kind: 'revocation',
            credits: -grant.credits,
            minutes: -grant.minutes,
            grantedAt: at,
            reason,
            byName,
          }),
        ),
        { session },
      );
      return standing.map(({ learnerId }) => String(learnerId));
    },
    historyOf,
    async creditedOf(activityId, role = 'participant') {
      const history = await historyOf(activityId, role);
      return new Set([...history].flatMap(([id, { isCredited }]) => (isCredited ? [id] : [])));
    },
    async learnersOf(creditingId) {
      const rows = await CreditEntry.find(
        { creditingId: oid(creditingId) },
        { _id: 0, learnerId: 1, kind: 1 },
      ).lean();
      const revoked = new Set(
        rows.flatMap(({ kind, learnerId }) => (kind === 'revocation' ? [String(learnerId)] : [])),
      );
      return rows
        .filter(({ kind, learnerId }) => kind === 'grant' && !revoked.has(String(learnerId)))
        .map(({ learnerId }) => String(learnerId));
    },
    async grantedBy(creditingId, learnerIds) {
      const rows = await CreditEntry.find(
        { creditingId: oid(creditingId), learnerId: { $in: learnerIds.map(oid) }, kind: 'grant' },
        { _id: 0, learnerId: 1, credits: 1, creditClass: 1 },
      ).lean();
      return new Map(rows.map(({ learnerId, ...granted }) => [String(learnerId), granted]));
    },
    async standings(where) {
      const filter =
        'ids' in where
          ? { _id: { $in: where.ids.map(oid) } }
          : 'learnerId' in where
            ? { learnerId: oid(where.learnerId) }
            : 'creditingId' in where
              ? { creditingId: oid(where.creditingId) }
              : { sourceKind: 'activity' as const, sourceId: oid(where.activityId) };
      const grants = await CreditEntry.find({ ...filter, kind: 'grant' })
        .sort({ activityDate: -1, _id: -1 })
        .lean();
      return standingsOf(grants);
    },
  };
}
