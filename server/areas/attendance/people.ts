import type { LearnerBrief } from '../learners/lookups';
import type { Services } from '../services';

/** Of whom a row is; a dash where he has no department, 已注销 where he closed his account. */
export interface Person {
  name: string;
  unitName: string;
  department: string;
}

const GONE: Person = { name: '已注销', unitName: '', department: '' };

/** Looks up so many people at once, with the names of their units. */
export const peopleOf = async (services: Services, learnerIds: Iterable<string>) =>
  peopleAmong(services, await services.learners.briefs([...new Set(learnerIds)]));

/** The same of learners that were looked up, by id. */
export async function peopleAmong(
  services: Services,
  learners: ReadonlyMap<string, Pick<LearnerBrief, 'name' | 'unitId' | 'department'>>,
): Promise<(learnerId: unknown) => Person> {
  const unitNameOf = await services.regionsUnits.unitNamesOf(learners.values());
  return (learnerId) => {
    const learner = learners.get(String(learnerId));
    return learner
      ? {
          name: learner.name || GONE.name,
          unitName: unitNameOf(learner.unitId),
          department: learner.department,
        }
      : GONE;
  };
}
