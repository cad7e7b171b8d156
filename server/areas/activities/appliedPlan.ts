import type { ApplicationForm } from '@common/contract/applications';
import { Types } from 'mongoose';
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
  /** Whose number is no longer known is named as he was. */
  const match = async (named: ApplicationForm['courses'][number]['lecturers']): Promise<LecturerDoc[]> =>
    lecturers
      .match(named, 'courses')
      .catch(() =>
        named.map(({ name: by, title, unitName }) => ({ name: by, unitName, ...(title && { title }) })),
      );
  const kept = await Promise.all(
    courses.map(async (course) => ({
      _id: new Types.ObjectId(),
      name: course.name,
      minutes: course.minutes,
      lecturers: await match(course.lecturers),
    })),
  );
  return {
    courses: kept.length > 0 ? kept : [total],
    contact: organiser.contact,
    registration: { expectedPersons: basics.persons, audience: basics.audience, remark: '' },
  };
}
