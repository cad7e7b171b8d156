import { creditYear } from '@common/rules/credits';
import type { CreditFact } from '@common/rules/missingCredit';
import { dayOf } from '@common/rules/shanghaiTime';
import type { CreditingBrief } from '../crediting/service';
import { opinionOf } from './presenter';
import type { CreditStanding } from './standings';

/** What somebody has of an activity: what stands before what was revoked, as a participant before as a lecturer, the latest first. */
export function creditFact(
  standings: readonly CreditStanding[],
  batches: readonly CreditingBrief[],
): CreditFact | null {
  const rank = ({ state, entry }: CreditStanding) =>
    (state === 'revoked' ? 0 : 1_000_000) + (entry.role === 'participant' ? 1_000 : 0) + entry.round;
  const [best] = [...standings].sort((a, b) => rank(b) - rank(a));
  if (!best) {
    return null;
  }
  const { entry, review, revocation, state } = best;
  const batch = batches.find(({ _id }) => String(_id) === String(entry.creditingId));
  return {
    state,
    year: creditYear(entry.activityDate),
    waitingFor: review.waitingFor,
    dueOn: state === 'pending' ? (batch?.reviewDueOn ?? null) : null,
    opinion: opinionOf(best),
    revokedOn: revocation ? dayOf(revocation.grantedAt.getTime()) : null,
    revokedBy: revocation?.byName ?? null,
  };
}
