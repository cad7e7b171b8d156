import type { CreditingPerson } from '@common/contract/crediting';
import type { Platform } from '../../platform';
import type { AnalysisRowDoc } from '../analyses/model';
import { peopleAmong } from '../attendance/people';
import type { CreditStanding } from '../credits/ledger';
import { maskedIdNo } from '../learners/presenter';
import type { Services } from '../services';
import type { CreditingDoc } from './model';

/** One person of a batch, before he is looked up. */
export interface BatchPerson {
  learnerId: string;
  state: CreditingPerson['state'];
  credits: number;
  minutes: number;
  reason: string | null;
  byName: string | null;
}

/** Everybody of a batch: who has its credit, from whom it was taken, whom the unit unchecked. */
export function peopleOf(
  { chosen, excepted }: Pick<CreditingDoc, 'chosen' | 'excepted'>,
  standings: readonly CreditStanding[],
): BatchPerson[] {
  const reasons = new Map(chosen.map(({ learnerId, reason }) => [String(learnerId), reason]));
  return [
    // The ledger answers the latest first; people stand in the order of the analysis.
    ...[...standings].reverse().map(({ entry, revocation }): BatchPerson => {
      const learnerId = String(entry.learnerId);
      return {
        learnerId,
        state: revocation ? 'revoked' : 'granted',
        credits: entry.credits,
        minutes: entry.minutes,
        reason: revocation?.reason ?? reasons.get(learnerId) ?? null,
        byName: revocation?.byName ?? null,
      };
    }),
    ...excepted.map(
      ({ learnerId, reason }): BatchPerson => ({
        learnerId: String(learnerId),
        ...{ state: 'excepted', credits: 0, minutes: 0, reason, byName: null },
      }),
    ),
  ];
}

/** Looks up who they are, numbers masked, and what the analysis says of each. */
export async function presentPeople(
  { cipher }: Platform,
  services: Services,
  people: readonly BatchPerson[],
  analysed: ReadonlyMap<string, AnalysisRowDoc>,
): Promise<CreditingPerson[]> {
  const learners = await services.learners.many(people.map(({ learnerId }) => learnerId));
  const personOf = await peopleAmong(services, learners);
  return people.flatMap((person) => {
    const learner = learners.get(person.learnerId);
    const row = analysed.get(person.learnerId);
    if (!learner) {
      return [];
    }
    return {
      ...person,
      ...personOf(person.learnerId),
      idNoMasked: maskedIdNo(cipher, learner),
      personnelNo: learner.personnelNo ?? '',
      title: learner.title,
      swipes: row?.swipes ?? [],
      exam: row?.exam ?? null,
      isEvaluated: row?.isEvaluated ?? false,
      doubts: row?.doubts ?? [],
    };
  });
}
