/** What a new term takes over of what was applied for. */
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { ProjectDoc } from '../catalogue/model';
import type { Services } from '../services';
import { appliedPlan } from './appliedPlan';
import { createLecturers } from './lecturers';

const KNOWN = '20260001';
const GONE = '20260002';
const lecturer = (name: string, personnelNo: string) => ({
  name,
  personnelNo,
  title: 'chiefNurse' as const,
  unitName: '市医院',
});

/** The plan of one course with two lecturers, of whom `match` knows what it knows. */
async function planWith(match: ReturnType<typeof createLecturers>['match']) {
  const form = {
    courses: [{ name: '护理', minutes: 180, lecturers: [lecturer('李雪梅', KNOWN), lecturer('王芳', GONE)] }],
    organiser: { contact: '王芳' },
    basics: { persons: 100, audience: '护理人员' },
  };
  const services = { applications: { get: async () => ({ form }) } } as unknown as Services;
  const project = { applicationId: new Types.ObjectId(), name: '护理新进展', minutes: 180 } as ProjectDoc;
  return appliedPlan(services, { ...createLecturers(services), match }, project);
}

/** Knows all but one number. */
const match: Parameters<typeof planWith>[0] = async (named) =>
  named.map(({ name, personnelNo, title, unitName }) => {
    if (personnelNo === GONE) {
      throw appError('LECTURER_UNKNOWN');
    }
    return { name, unitName, ...(title && { title }), ...(personnelNo && { personnelNo }) };
  });

test('whose number is no longer known is named as he was, and the others keep theirs', async () => {
  const { courses } = await planWith(match);
  expect(courses[0]?.lecturers).toEqual([
    lecturer('李雪梅', KNOWN),
    { name: '王芳', title: 'chiefNurse', unitName: '市医院' },
  ]);
});

test('a store that is away is no unknown number', async () => {
  const away = new Error('away');
  await expect(planWith(async () => Promise.reject(away))).rejects.toBe(away);
});
