/** What every test finds in the stores: a hospital with an activity on today, another far away, the authority above the first. */
import type { Client } from '@common/contract/client';
import { Types } from 'mongoose';
import { accountModel } from '../areas/accounts/model';
import { listFields } from '../areas/activities/drafts';
import { activityModel } from '../areas/activities/model';
import { projectModel } from '../areas/catalogue/model';
import { authorityModel, unitModel } from '../areas/regions-units/model';
import type { Services } from '../areas/services';
import type { Platform } from '../platform';
import { hashPassword } from '../platform/passwordHash';

/** 2026-11-21 09:00 in China, a Saturday. */
export const NINE = Date.parse('2026-11-21T01:00:00Z');
const HOUR = 3_600_000;

export interface Fixtures {
  unitId: string;
  otherUnitId: string;
  authorityId: string;
  activityId: string;
  courseId: string;
  /** Signed-in clients of 漯河市中心医院, of 舞阳县中医院 and of 漯河市卫生健康委员会. */
  unit: Client;
  otherUnit: Client;
  authority: Client;
}

/** The one administrator that each fixture's account has, with all permissions. */
export const ADMINISTRATOR = '王芳';
/** Her phone, another for each account. */
export const administratorPhone = (accountName: string) => `13900${accountName}`;
export const PASSWORD = 'Right#4831pw';
// Hashing is slow on purpose: once for all fixtures.
let passwordHash: Promise<string> | null = null;

/** Puts them into empty stores. */
export async function putFixtures(
  { mongo }: Platform,
  services: Services,
  client: (token?: string) => Client,
): Promise<Fixtures> {
  const Unit = unitModel(mongo);
  const none = { aliases: [], formerNames: [], formerRegionCodes: [] };
  const authority = await authorityModel(mongo).create({
    code: '411100',
    name: '漯河市卫生健康委员会',
    level: 'city',
    regionCode: '4111',
    settings: { qrPeriodSeconds: 5 },
  });
  const unit = await Unit.create({
    ...none,
    code: '976811',
    name: '漯河市中心医院',
    regionCode: '411102',
    initials: ['lhszxyy'],
    updatedAt: new Date(NINE),
  });
  const other = await Unit.create({
    code: '936302',
    name: '宜章县第二人民医院',
    aliases: ['岩泉镇中心卫生院'],
    formerNames: [],
    regionCode: '431022',
    formerRegionCodes: [],
    initials: ['yzxdermyy', 'yqzzxwsy'],
    updatedAt: new Date(NINE),
  });
  const project = await projectModel(mongo).create({
    number: '2020-14-02-049 (国)',
    year: 2020,
    name: '外科护理学新进展学习班',
    discipline: '护理学/外科护理学',
    level: 'national',
    creditClass: 'classI',
    leader: '测试用',
    minutes: 360,
    credits: 200,
    unitId: unit._id,
    regionCode: unit.regionCode,
  });
  const courseId = new Types.ObjectId();
  const activity = await activityModel(mongo).create({
    projectId: project._id,
    unitId: unit._id,
    ...listFields(project, unit),
    term: 1,
    venue: '学术报告厅',
    courses: [
      {
        _id: courseId,
        name: '围手术期护理',
        minutes: 360,
        lecturers: [{ name: '李雪梅', unitName: unit.name }],
      },
    ],
    periods: [{ from: new Date(NINE - HOUR), to: new Date(NINE + 9 * HOUR) }],
    state: 'approved',
  });
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const accounts = [
    { kind: 'unit', name: '976811', subjectId: unit._id },
    { kind: 'unit', name: '936302', subjectId: other._id },
    { kind: 'authority', name: '411100', subjectId: authority._id },
  ] as const;
  const [mine, others, above] = await Promise.all(
    accounts.map(async (account) => {
      const { _id } = await accountModel(mongo).create({
        ...account,
        passwordHash: hash,
        mustChange: false,
      });
      const administrator = await services.administrators.put({
        kind: account.kind,
        subjectId: String(account.subjectId),
        name: ADMINISTRATOR,
        phone: administratorPhone(account.name),
      });
      const { token } = await services.accounts.sessions.open({
        accountId: String(_id),
        administratorId: String(administrator._id),
        [account.kind === 'unit' ? 'unitId' : 'authorityId']: String(account.subjectId),
      });
      return client(token);
    }),
  );
  if (!mine || !others || !above) {
    throw new Error('fixtures without accounts');
  }
  return {
    unitId: String(unit._id),
    otherUnitId: String(other._id),
    authorityId: String(authority._id),
    activityId: String(activity._id),
    courseId: String(courseId),
    unit: mine,
    otherUnit: others,
    authority: above,
  };
}
