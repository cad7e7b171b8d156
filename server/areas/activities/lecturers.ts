import { isPersonnelNo } from '@common/rules/personnelNo';
import type { Title } from '@common/terms';
import { appError } from '../../http/errors';
import type { Services } from '../services';
import type { LecturerDoc } from './model';

/** Who has a 人员编号, as the course names him. */
export interface FoundLecturer {
  name: string;
  personnelNo: string;
  title: Title;
  unitName: string;
}
interface NamedLecturer {
  name: string;
  personnelNo: string | null;
  title: Title | null;
  unitName: string;
}

/** A number as it was typed or pasted: full-width digits and spaces. */
const tidy = (personnelNo: string) => personnelNo.normalize('NFKC').replace(/\s/g, '');

/** Lecturers by their 人员编号, matched at once (manual 000 §一9). */
export function createLecturers(services: Services) {
  async function find(typed: string, field = 'personnelNo'): Promise<FoundLecturer> {
    const personnelNo = tidy(typed);
    const learner = isPersonnelNo(personnelNo)
      ? await services.learners.findByPersonnelNo(personnelNo)
      : null;
    if (!learner) {
      throw appError('LECTURER_UNKNOWN', { field });
    }
    const unit = learner.unitId ? await services.regionsUnits.unit(String(learner.unitId)) : null;
    return { name: learner.name, personnelNo, title: learner.title, unitName: unit?.name ?? '' };
  }

  return {
    find: async (personnelNo: string) => find(personnelNo),
    /** Who has a number is who the number says. @throws AppError LECTURER_UNKNOWN at `FIELD.INDEX.personnelNo`. */
    match: async (named: NamedLecturer[], field: string): Promise<LecturerDoc[]> =>
      Promise.all(
        named.map(async ({ name, personnelNo, title, unitName }, index) =>
          personnelNo
            ? find(personnelNo, `${field}.${index}.personnelNo`)
            : { name, unitName, ...(title && { title }) },
        ),
      ),
  };
}
