/** Activities that learners find, and halls full of learners. */
import type { Client } from '@common/contract/client';
import { Types } from 'mongoose';
import { listFields } from '../areas/activities/drafts';
import { activityModel } from '../areas/activities/model';
import { projectModel } from '../areas/catalogue/model';
import { learnerModel } from '../areas/learners/model';
import { sealedTo } from '../areas/learners/presenter';
import { newProject } from './activities';
import { type Fixtures, NINE, type TestServer } from './harness';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Nine in the morning to noon, so many days after the fixtures' day. */
export const morning = (days: number) => ({
  from: new Date(NINE + days * DAY),
  to: new Date(NINE + days * DAY + 3 * HOUR),
});

interface Given {
  unitId?: string;
  capacity?: number;
  point?: { longitude: number; latitude: number };
  periods?: { from: Date; to: Date }[];
  state?: 'approved' | 'waiting' | 'draft';
  venue?: string;
  /** Of the project. */
  name?: string;
  level?: string;
  discipline?: string;
  leader?: string;
}

/** An approved activity of the fixtures' unit, tomorrow morning; with its own project. */
export async function openActivity(server: TestServer, fixtures: Fixtures, given: Given = {}) {
  const {
    unitId = fixtures.unitId,
    periods = [morning(1)],
    name,
    level,
    discipline,
    leader,
    ...rest
  } = given;
  const projectId = await newProject(server, { unitId }, {
    ...(name && { name }),
    ...(level && { level }),
    ...(leader && { leader }),
    ...(discipline && { discipline }),
  } as object);
  const project = await projectModel(server.platform.mongo).findById(projectId).orFail().lean();
  const unit = await server.services.regionsUnits.unit(unitId);
  const activity = await activityModel(server.platform.mongo).create({
    projectId: project._id,
    unitId: new Types.ObjectId(unitId),
    ...listFields(project, { name: unit?.name ?? '' }),
    term: 1,
    venue: '门诊楼六楼学术报告厅',
    address: '漯河市源汇区人民东路56号',
    contact: '王芳',
    contactPhone: '0395-3123456',
    registration: { expectedPersons: 120, audience: '各级护理人员', remark: '' },
    courses: [
      {
        _id: new Types.ObjectId(),
        name: '围手术期护理',
        minutes: 360,
        lecturers: [{ name: '李雪梅', unitName: '漯河市中心医院' }],
      },
    ],
    periods,
    state: 'approved',
    ...rest,
  });
  return String(activity._id);
}

/** So many approved learners of the fixtures' unit, each signed in; they have no WeChat. */
export async function hallOf(
  server: TestServer,
  { unitId }: Pick<Fixtures, 'unitId'>,
  count: number,
): Promise<{ learnerId: string; client: Client }[]> {
  const { mongo, cipher } = server.platform;
  const at = new Date(NINE);
  const docs = Array.from({ length: count }, (_, n) => {
    const _id = new Types.ObjectId();
    return {
      _id,
      name: `学员${n + 1}`,
      idNo: cipher.seal(sealedTo('idNo', _id), '411102198506151239'),
      idNoHash: String(_id),
      phone: cipher.seal(sealedTo('phone', _id), `138${String(n).padStart(8, '0')}`),
      phoneHash: String(_id),
      sex: 'female' as const,
      title: 'nurse' as const,
      unitId: new Types.ObjectId(unitId),
      department: '护理部',
      approval: { state: 'approved' as const, submittedAt: at, decidedAt: at },
      createdAt: at,
    };
  });
  await learnerModel(mongo).insertMany(docs);
  return Promise.all(
    docs.map(async ({ _id }) => {
      const learnerId = String(_id);
      const { token } = await server.services.accounts.sessions.open({ learnerId, accountId: learnerId });
      return { learnerId, client: server.client(token) };
    }),
  );
}

/** What learners were told, `title|lines`, in order. */
export async function toldTo(server: TestServer, learnerId: string): Promise<string[]> {
  const rows = await server.platform.mongo
    .collection('notifications')
    .find({ learnerId: new Types.ObjectId(learnerId), kind: { $in: ['activity', 'course', 'checkIn'] } })
    .sort({ _id: 1 })
    .toArray();
  return rows.map(({ title, lines }) => [title, ...lines].join('|'));
}
