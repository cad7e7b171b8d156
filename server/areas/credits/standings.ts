import type { CreditState } from '@common/terms';
import { type ClientSession, Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { ReviewState } from '../crediting/service';
import type { Services } from '../services';
import { type CreditEntryDoc, creditEntryModel } from './model';

/** A grant with what it was earned by, how far its batch is, and its revocation where there is one. */
export interface CreditStanding {
  entry: CreditEntryDoc;
  full: FullActivity;
  review: ReviewState;
  revocation: CreditEntryDoc | null;
  state: CreditState;
}

/** Grants and what revoked them, put together with everything around them. */
export function createStandings({ mongo }: Platform, services: Services) {
  const CreditEntry = creditEntryModel(mongo);

  /** Revocations by what they revoke. */
  async function revocationsOf(
    grants: readonly CreditEntryDoc[],
    session?: ClientSession,
  ): Promise<Map<string, CreditEntryDoc>> {
    const found = await CreditEntry.find({
      creditingId: { $in: idsOf(grants.map(({ creditingId }) => creditingId)) },
      learnerId: { $in: idsOf(grants.map(({ learnerId }) => learnerId)) },
      kind: 'revocation',
    })
      .session(session ?? null)
      .lean();
    return new Map(found.map((entry) => [grantKey(entry), entry]));
  }

  async function together(
    grants: readonly CreditEntryDoc[],
    revocations: ReadonlyMap<string, CreditEntryDoc>,
  ): Promise<CreditStanding[]> {
    const [activities, reviews] = await Promise.all([
      services.activities.many([...new Set(grants.map(({ sourceId }) => String(sourceId)))]),
      services.crediting.states([...new Set(grants.map(({ creditingId }) => String(creditingId)))]),
    ]);
    return grants.flatMap((entry) => {
      const full = activities.get(String(entry.sourceId));
      const review = reviews.get(String(entry.creditingId));
      if (!full || !review) {
        return [];
      }
      const revocation = revocations.get(grantKey(entry)) ?? null;
      return { entry, full, review, revocation, state: stateOf(review, revocation !== null) };
    });
  }

  return {
    revocationsOf,
    /** Grants with their revocations, which are looked up. */
    standingsOf: async (grants: readonly CreditEntryDoc[]): Promise<CreditStanding[]> =>
      grants.length === 0 ? [] : together(grants, await revocationsOf(grants)),
    /** All entries of somebody in some time, of both kinds: nothing has to be looked up, for a revocation has the date of its grant. */
    async standingsAmong(entries: readonly CreditEntryDoc[]): Promise<CreditStanding[]> {
      const revocations = entries.filter(({ kind }) => kind === 'revocation');
      const grants = entries.filter(({ kind }) => kind === 'grant');
      return grants.length === 0
        ? []
        : together(grants, new Map(revocations.map((entry) => [grantKey(entry), entry])));
    },
  };
}
export type Standings = ReturnType<typeof createStandings>;

function stateOf(review: ReviewState, isRevoked: boolean): CreditState {
  if (isRevoked) {
    return 'revoked';
  }
  if (review.reviewed) {
    return 'reviewed';
  }
  return review.isReturned ? 'returned' : 'pending';
}

const idsOf = (ids: readonly Types.ObjectId[]) =>
  [...new Set(ids.map(String))].map((id) => new Types.ObjectId(id));

/** A grant and its revocation share it. */
export const grantKey = ({ creditingId, learnerId, role, round }: CreditEntryDoc) =>
  `${String(creditingId)} ${String(learnerId)} ${role} ${round}`;
