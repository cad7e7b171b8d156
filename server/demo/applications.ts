/**
 * The demo's road to the catalogue: windows of the city and the province, an application of the host unit that waits for its 科教
 * department, and one that the city sent back with reasons page by page.
 */
import type { ApplicationForm } from '@common/contract/applications';
import { yearOf } from '@common/rules/shanghaiTime';
import type { ProjectLevel, WindowKind } from '@common/terms';
import { administratorModel } from '../areas/administrators/model';
import type { By } from '../areas/regions-units/authorities';
import { authorityModel, unitModel } from '../areas/regions-units/model';
import { createServices, type Services } from '../areas/services';
import type { Actor } from '../http/call';
import type { Platform } from '../platform';
import { HOST_UNIT } from './offices';

const DAY = 24 * 3600_000;

/** What is told of an application besides what all of the demo's have. */
interface DemoApplication {
  name: string;
  discipline: string;
  place: string;
  month: string;
  leader: Pick<ApplicationForm['leader'], 'name' | 'title' | 'specialty' | 'department' | 'phone'>;
  purpose: string;
  outline: string;
  effect: string;
  courses: readonly { name: string; lecturer: ApplicationForm['courses'][number]['lecturers'][number] }[];
}

const HOST_NAME = '漯河市中心医院';
const LI: DemoApplication['courses'][number]['lecturer'] = {
  name: '李雪梅',
  personnelNo: '',
  title: 'chiefNurse',
  unitName: HOST_NAME,
};
const WANG = { ...LI, name: '王志强', title: 'associateChiefPhysician' as const };

const WAITING: DemoApplication = {
  name: '新生儿窒息复苏新技术培训班',
  discipline: '0603',
  place: '漯河市中心医院门诊楼六楼学术报告厅',
  month: '06',
  leader: {
    name: '李雪梅',
    title: 'chiefNurse',
    specialty: '新生儿护理',
    department: '新生儿科',
    phone: '0395-3352001',
  },
  purpose: '规范基层产儿科的新生儿窒息复苏流程，降低新生儿窒息的致残率和死亡率。',
  outline: '新生儿窒息复苏指南解读；气管插管与正压通气实操；产儿科合作的团队演练。',
  effect: '培训全市产儿科医护人员120名，考核合格率95%以上。',
  courses: [
    { name: '新生儿窒息复苏指南解读', lecturer: WANG },
    { name: '正压通气与气管插管实操', lecturer: LI },
  ],
};

const RETURNED: DemoApplication = {
  name: '基层慢性病综合管理学习班',
  discipline: '0306',
  place: '漯河市',
  month: '09',
  leader: {
    name: '王志强',
    title: 'associateChiefPhysician',
    specialty: '心血管内科',
    department: '心血管内科',
    phone: '0395-3352002',
  },
  purpose: '提高基层医疗机构高血压、糖尿病的规范化管理水平。',
  outline: '高血压与糖尿病的分级诊疗；随访管理；合理用药。',
  effect: '建立市、县、乡三级慢性病管理协作网络。',
  courses: [
    { name: '高血压分级诊疗', lecturer: WANG },
    { name: '糖尿病随访管理', lecturer: WANG },
  ],
};

/** Windows that are open on the day that the demo is first started, and two applications. */
export async function seedApplications(platform: Platform): Promise<void> {
  const now = platform.clock.now();
  const year = yearOf(now);
  const city = await acting(platform, 'authority', '411100');
  const province = await acting(platform, 'authority', '410000');
  const services = createServices(platform);
  for (const each of [year, year + 1]) {
    await openWindow(services, city, { kind: 'application', level: 'city', year: each });
    await openWindow(services, city, { kind: 'filing', level: 'city', year: each });
  }
  await openWindow(services, province, { kind: 'application', level: 'province', year: year + 1 });
  await openWindow(services, province, { kind: 'filing', level: 'province', year: year + 1 });
  await openWindow(services, province, { kind: 'filing', level: 'national', year: year + 1 });

  const unit = await acting(platform, 'unit', HOST_UNIT);
  const at = (days: number) => createServices({ ...platform, clock: { now: () => now - days * DAY } });
  await handIn(at(2), unit, WAITING, year + 1);
  const applicationId = await handIn(at(9), unit, RETURNED, year + 1);
  await decide(at(8), unit, applicationId, { decision: 'pass', reason: '同意申报', pages: [] });
  await decide(at(4), city, applicationId, {
    decision: 'return',
    reason: '',
    pages: [
      { page: 'basics', reason: '举办地点请写明单位和会议室' },
      { page: 'courses', reason: '主讲人过于集中，请增加一名外院专家' },
    ],
  });
}

/** By one of its administrators; nobody signs in. */
async function acting({ mongo }: Platform, kind: 'unit' | 'authority', code: string): Promise<By> {
  const subject =
    kind === 'unit'
      ? await unitModel(mongo).findOne({ code }).orFail().lean()
      : await authorityModel(mongo).findOne({ code }).orFail().lean();
  const administrator = await administratorModel(mongo).findOne({ subjectId: subject._id }).orFail().lean();
  const actor: Actor = { kind, id: String(subject._id), administratorId: String(administrator._id) };
  return { actor, requestId: 'demo' };
}

/** Two years long, so that the demo can be looked at whenever; what happened days ago lies in it in January too. */
async function openWindow(
  services: Services,
  by: By,
  purpose: { kind: WindowKind; level: ProjectLevel; year: number },
): Promise<void> {
  const from = `${purpose.year - 2}-12-01`;
  await services.applications.createWindow(
    by.actor.id,
    { ...purpose, from, to: `${purpose.year}-12-31`, note: '' },
    by,
  );
}

/** Written, saved and handed in. */
async function handIn(services: Services, by: By, demo: DemoApplication, year: number): Promise<string> {
  const { applications } = services;
  const unitId = by.actor.id;
  const given = { kind: 'application', level: 'city', year } as const;
  const { id: applicationId, version, form } = await applications.create(unitId, given, by);
  const saved = await applications.save(
    unitId,
    { applicationId, version, form: written(form, demo, year) },
    by,
  );
  await applications.submit(unitId, { applicationId, version: saved.version }, by);
  return applicationId;
}

/** Three hours a course; three days in the middle of its month. */
function written(form: ApplicationForm, demo: DemoApplication, year: number): ApplicationForm {
  const { name, discipline, place, month, purpose, outline, effect } = demo;
  const minutes = 180;
  return {
    ...form,
    basics: {
      ...form.basics,
      name,
      discipline,
      place,
      from: `${year}-${month}-14`,
      to: `${year}-${month}-16`,
      persons: 120,
      audience: '全市各级医疗机构医护人员',
      minutes: minutes * demo.courses.length,
    },
    content: { ...form.content, purpose, outline, effect },
    leader: { ...form.leader, ...demo.leader },
    courses: demo.courses.map((course) => ({ name: course.name, minutes, lecturers: [course.lecturer] })),
    organiser: { ...form.organiser, contact: '王芳', phone: '0395-3352000', address: '河南省漯河市源汇区' },
  };
}

async function decide(
  { applications }: Services,
  by: By,
  applicationId: string,
  given: { decision: 'pass' | 'return'; reason: string; pages: { page: string; reason: string }[] },
): Promise<void> {
  const { version } = await applications.show(by.actor, applicationId);
  await applications.decide({ items: [{ id: applicationId, version }], ...given }, by);
}
