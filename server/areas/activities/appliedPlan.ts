import type { ApplicationForm } from '@common/contract/applications';
import { Types } from 'mongoose';
import { AppError } from '../../http/errors';
import type { ProjectDoc } from '../catalogue/model';
import type { Services } from '../services';
import type { createLecturers } from './lecturers';
import type { ActivityDoc, CourseDoc, LecturerDoc } from './model';

type Plan = Pick<ActivityDoc, 'courses' | 'contact' | 'registration'>;

/**
 * What a new term begins with: what was applied for, so that nobody writes it twice; one total course for a project that came into
 * the catalogue otherwise (manual 000 §一9).
 */
export async function appliedPlan(
  services: Services,
  lecturers: ReturnType<typeof createLecturers>,
  { applicationId, name, minutes }: ProjectDoc,
): Promise<Plan> {
  const applied = applicationId ? await services.applications.get(String(applicationId)) : null;
  const total: CourseDoc = { _id: new Types.ObjectId(), name, minutes, lecturers: [] };
  if (!applied) {
    return { courses: [total] };
  }
  const { courses, organiser, basics } = applied.form;
  /** Whose number is no longer known is named as he was; the others of his course keep theirs. */
  const match = async (
    named: ApplicationForm['courses'][number]['lecturers'][number],
  ): Promise<LecturerDoc[]> =>
    lecturers.match([named], 'courses').catch(async (error: unknown) => {
      if (error instanceof AppError && error.code === 'LECTURER_UNKNOWN') {
        return lecturers.match([{ ...named, personnelNo: null }], 'courses');
      }
      throw error;
    });
  const kept = await Promise.all(
    courses.map(async (course) => ({
      _id: new Types.ObjectId(),
      name: course.name,
      minutes: course.minutes,
      lecturers: (await Promise.all(course.lecturers.map(match))).flat(),
    })),
  );
  return {
    courses: kept.length > 0 ? kept : [total],
    contact: organiser.contact,
    registration: { expectedPersons: basics.persons, audience: basics.audience, remark: '' },
  };
}
