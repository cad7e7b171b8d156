import type { CreditingView } from '@common/contract/crediting';
import { ERRORS } from '@common/contract/errors';
import { codesOf, DOUBT_KINDS, TITLES } from '@common/terms';
import type { Services } from '../services';
import type { Viewer } from './policy';
import type { Reviewing } from './reviewing';
import type { Showing } from './showing';
import type { BatchDoc } from './states';

/** A batch with all that its review goes by: evidence, doubts, statistics, what was done to it. */
export interface Evidence {
  /** @throws AppError NOT_FOUND. */
  view(viewer: Viewer, creditingId: string): Promise<CreditingView>;
}

export function createEvidence(
  services: Services,
  { showing, faultsOf }: { showing: Pick<Showing, 'find' | 'row'>; faultsOf: Reviewing['faultsOf'] },
): Evidence {
  async function statistics({ _id, analysisId }: BatchDoc) {
    const learnerIds = await services.credits.learnersOf(String(_id));
    const [people, analysed] = await Promise.all([
      services.learners.briefs(learnerIds),
      analysisId ? services.analyses.rowsOf(String(analysisId), learnerIds) : null,
    ]);
    const unitNameOf = await services.regionsUnits.unitNamesOf(people.values());
    const kinds = countsOf([...(analysed?.values() ?? [])].flatMap(({ doubts }) => doubts));
    const titles = countsOf([...people.values()].map(({ title }) => title));
    const units = countsOf([...people.values()].map(({ unitId }) => unitNameOf(unitId) || '未知单位'));
    return {
      doubts: codesOf(DOUBT_KINDS).flatMap((kind) => counted(kinds, kind, (persons) => ({ kind, persons }))),
      titles: codesOf(TITLES).flatMap((title) => counted(titles, title, (persons) => ({ title, persons }))),
      units: [...units]
        .map(([name, persons]) => ({ name, persons }))
        .sort((a, b) => b.persons - a.persons || (a.name < b.name ? -1 : 1)),
    };
  }

  return {
    async view(viewer, creditingId) {
      const batch = await showing.find(viewer, creditingId);
      const full = await services.activities.get(String(batch.activityId));
      const analysis = batch.analysisId ? await services.analyses.get(String(batch.analysisId)) : null;
      const [row, presented, counts, faults] = await Promise.all([
        showing.row(batch, viewer),
        analysis ? services.analyses.present([analysis], full) : [],
        statistics(batch),
        batch.state === 'approved' ? [] : faultsOf(batch),
      ]);
      return {
        ...row,
        analysis: presented[0] ?? null,
        ...counts,
        faults: faults.map((fault) => ERRORS[fault][1]),
        moves: [...batch.moves]
          .reverse()
          .map(({ at, byName, move, reason }) => ({ at: at.toISOString(), byName, move, reason })),
      };
    },
  };
}

function countsOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const counted = <K, T>(counts: Map<K, number>, key: K, make: (persons: number) => T): T[] => {
  const persons = counts.get(key);
  return persons ? [make(persons)] : [];
};
