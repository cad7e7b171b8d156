/** Who may do what to the catalogue. Another unit's project does not exist for a unit: NOT_FOUND. */
import type { ProjectDoc } from './model';

/** What a unit entered itself it may take out again; what an authority published or imported it may not. */
export const isOwnEntry = (project: Pick<ProjectDoc, 'unitId' | 'enteredBy'>, unitId: string): boolean =>
  String(project.unitId) === unitId && project.enteredBy === 'unit';
