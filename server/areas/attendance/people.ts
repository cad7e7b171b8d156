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
export async function peopleOf(
  services: Services,
  learnerIds: Iterable<string>,
): Promise<(learnerId: unknown) => Person> {
  const found = await services.learners.briefs([...new Set(learnerIds)]);
  const units = await services.regionsUnits.units(unitsOf(found.values()));
  return (learnerId) => {
    const learner = found.get(String(learnerId));
    return learner
      ? {
          name: learner.name || GONE.name,
          unitName: units.get(String(learner.unitId))?.name ?? '',
          department: learner.department,
        }
      : GONE;
  };
}

const unitsOf = (people: Iterable<Pick<LearnerBrief, 'unitId'>>) => [
  ...new Set([...people].flatMap(({ unitId }) => (unitId ? [String(unitId)] : []))),
];
