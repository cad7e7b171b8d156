import type { ApplicationForm, ApplicationView } from '@common/contract/applications';
import type { Client } from '@common/contract/client';
import type { ProjectLevel } from '@common/terms';

/** The year that the tests' windows are for. */
export const YEAR = 2027;

/** A form in which nothing is missing; change its pages with `more`. */
export function completeForm(
  more: { [P in keyof ApplicationForm]?: Partial<ApplicationForm[P]> } = {},
): ApplicationForm {
  const lecturers = [
    { name: '李雪梅', personnelNo: '', title: 'chiefNurse' as const, unitName: '漯河市中心医院' },
  ];
  return {
    basics: {
      name: '外科护理学新进展学习班',
      discipline: '1402',
      form: 'onSite',
      place: '漯河市中心医院',
      from: `${YEAR}-05-10`,
      to: `${YEAR}-05-12`,
      terms: 1,
      persons: 120,
      audience: '各级医院护理人员',
      minutes: 360,
      ...more.basics,
    },
    content: {
      purpose: '推广外科护理新技术',
      outline: '围手术期护理，护理安全',
      background: '',
      effect: '提高专科护理水平',
      ...more.content,
    },
    leader: {
      name: '李雪梅',
      title: 'chiefNurse',
      specialty: '外科护理',
      phone: '13911110001',
      department: '护理部',
      education: '',
      experience: '',
      ...more.leader,
    },
    courses: (more.courses as ApplicationForm['courses'] | undefined) ?? [
      { name: '围手术期护理新进展', minutes: 180, lecturers },
      { name: '护理安全与风险防范', minutes: 180, lecturers },
    ],
    organiser: {
      contact: '王芳',
      phone: '0395-2111111',
      address: '',
      email: '',
      partners: '',
      remark: '',
      ...more.organiser,
    },
  };
}

/** 申报时间 that is open on the tests' day. */
export const openWindow = async (
  authority: Client,
  level: ProjectLevel = 'city',
  kind = 'application' as const,
) => authority.applications.createWindow({ kind, level, year: YEAR, from: '2026-11-01', to: '2026-12-31' });

/** A complete draft; a window must be open. */
export async function draft(
  unit: Client,
  form: ApplicationForm = completeForm(),
  level: ProjectLevel = 'city',
): Promise<ApplicationView> {
  const { id, version } = await unit.applications.createApplication({
    kind: 'application',
    level,
    year: YEAR,
  });
  return unit.applications.saveApplication({ applicationId: id, version, form });
}

/** One that waits for the unit's 科教 department. */
export async function submitted(...given: Parameters<typeof draft>): Promise<ApplicationView> {
  const [unit] = given;
  const { id, version } = await draft(...given);
  return unit.applications.submitApplication({ applicationId: id, version });
}

type Decision = { decision: 'pass' | 'return' | 'reject'; reason?: string };

/** One decision about what somebody saw. @returns Its outcome. */
export async function decide(
  reviewer: Client,
  { id, version }: Pick<ApplicationView, 'id' | 'version'>,
  given: Decision = { decision: 'pass' },
) {
  const { results } = await reviewer.applications.decideApplications({ items: [{ id, version }], ...given });
  return results[0];
}

/** As it stands for somebody now. */
export const seenBy = async (client: Client, { id }: Pick<ApplicationView, 'id'>) =>
  client.applications.getApplication({ applicationId: id });

/** One that its 科教 department has passed: the authority has it. */
export async function atAuthority(...given: Parameters<typeof draft>): Promise<ApplicationView> {
  const [unit] = given;
  const waiting = await submitted(...given);
  await decide(unit, waiting);
  return seenBy(unit, waiting);
}
