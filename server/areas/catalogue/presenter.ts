import type { ProjectRow, UnitProjectRow } from '@common/contract/catalogue';
import type { ProjectDoc } from './model';
import { isOwnEntry } from './policy';

/** A project as everybody may see it. */
export function presentProject(project: ProjectDoc, unitName: string): ProjectRow {
  return {
    id: String(project._id),
    number: project.number,
    year: project.year,
    name: project.name,
    discipline: project.discipline,
    level: project.level,
    nature: project.nature,
    creditClass: project.creditClass,
    form: project.form,
    leader: project.leader,
    minutes: project.minutes,
    credits: project.credits,
    unitName,
  };
}

/** One of the unit's own, with the terms that it holds of it. */
export function presentUnitProject(
  project: ProjectDoc,
  unitName: string,
  terms: readonly number[],
): UnitProjectRow {
  return {
    ...presentProject(project, unitName),
    terms: [...terms].sort((a, b) => a - b),
    canRemove: isOwnEntry(project, String(project.unitId)) && terms.length === 0,
  };
}
