import type { ParsedInputOf } from '@common/contract/endpoint';
import type { CreditedPerson, statistics } from '@common/contract/statistics';
import { normaliseName } from '@common/rules/personName';
import type { Platform } from '../../platform';
import type { Paging } from '../../platform/mongo';
import type { GrantFilter } from '../credits/activityGrants';
import type { CreditStanding } from '../credits/ledger';
import type { CreditScope } from '../credits/statistics';
import type { Services } from '../services';
import { presentPerson } from './presenter';

export type PersonFilter = Omit<ParsedInputOf<typeof statistics.listPersons>, 'activityId' | keyof Paging>;
/** A credit with the person who has it. */
export interface PersonCredit {
  person: CreditedPerson;
  standing: CreditStanding;
}

/** 人员明细: who has the credit of an activity, and every credit of some people. */
export interface PersonStatistics {
  /** A page; `credits` without the revoked ones. */
  listPersons(
    activityId: string,
    filter: PersonFilter,
    paging: Paging,
  ): Promise<{ items: CreditedPerson[]; total: number; credits: number }>;
  personsInPieces(activityId: string, filter: PersonFilter, size: number): AsyncIterable<CreditedPerson[]>;
  creditsInPieces(people: CreditScope, size: number): AsyncIterable<PersonCredit[]>;
}

export function createPersonStatistics({ cipher }: Platform, services: Services): PersonStatistics {
  async function grantFilter(activityId: string, { q, ...filter }: PersonFilter): Promise<GrantFilter> {
    if (!q) {
      return filter;
    }
    const people = await services.learners.briefs(await services.credits.grantedLearners(activityId));
    const wanted = normaliseName(q).toLowerCase();
    const learnerIds = [...people].flatMap(([id, { name }]) =>
      name.toLowerCase().includes(wanted) ? [id] : [],
    );
    return { ...filter, learnerIds };
  }

  async function withPeople(standings: CreditStanding[]): Promise<PersonCredit[]> {
    const [learners, unitNameOf] = await Promise.all([
      services.learners.many([...new Set(standings.map(({ entry }) => String(entry.learnerId)))]),
      services.regionsUnits.unitNamesOf(standings.map(({ entry }) => entry)),
    ]);
    return standings.flatMap((standing) => {
      const learner = learners.get(String(standing.entry.learnerId));
      const unitName = unitNameOf(standing.entry.unitId);
      return learner ? [{ standing, person: presentPerson(cipher, standing, { learner, unitName }) }] : [];
    });
  }
  const personsOf = async (standings: CreditStanding[]) =>
    (await withPeople(standings)).map(({ person }) => person);

  return {
    async listPersons(activityId, filter, paging) {
      const narrowed = await grantFilter(activityId, filter);
      const { rows, ...sums } = await services.credits.activityGrants(activityId, narrowed, paging);
      return { items: await personsOf(rows), ...sums };
    },
    async *personsInPieces(activityId, filter, size) {
      const narrowed = await grantFilter(activityId, filter);
      for await (const piece of services.credits.activityGrantsInPieces(activityId, narrowed, size)) {
        yield personsOf(piece);
      }
    },
    async *creditsInPieces(people, size) {
      for await (const piece of services.credits.grantsInPieces(people, size)) {
        yield withPeople(await services.credits.standingsOf(piece));
      }
    },
  };
}
