import type { Direction } from '@common/terms';
import { Types } from 'mongoose';
import { identityModel } from '../areas/accounts/model';
import { activityModel } from '../areas/activities/model';
import { projectModel } from '../areas/catalogue/model';
import { learnerModel } from '../areas/learners/model';
import { unitModel } from '../areas/regions-units/model';
import type { Services } from '../areas/services';
import type { SessionRecord } from '../http/sessions';
import type { Platform } from '../platform';

const HOUR = 3_600_000;
const CHUNK = 1_000;

/** An activity that is being held, with one course. */
export interface Hall {
  unitId: string;
  activityId: string;
  courseId: string;
}
/** An approved learner with his WeChat and its session. */
export interface Seated {
  learnerId: string;
  token: string;
  session: SessionRecord;
}

/** Puts a unit with an activity straight into the store; `n` tells several apart. */
export async function openHall({ mongo, clock }: Pick<Platform, 'mongo' | 'clock'>, n = 1): Promise<Hall> {
  const none = { aliases: [], formerNames: [], formerRegionCodes: [] };
  const unit = await unitModel(mongo).create({
    ...none,
    code: `hall${n}`,
    name: `单位${n}`,
    regionCode: '411102',
  });
  const project = await projectModel(mongo).create({
    number: `hall${n}`,
    year: 2026,
    name: '项目',
    discipline: '护理学',
    level: 'national',
    creditClass: 'classI',
    leader: '某',
    minutes: 360,
    credits: 200,
    unitId: unit._id,
  });
  const courseId = new Types.ObjectId();
  const now = clock.now();
  const activity = await activityModel(mongo).create({
    projectId: project._id,
    unitId: unit._id,
    term: 1,
    venue: '报告厅',
    courses: [{ _id: courseId, name: '课程', minutes: 360, lecturers: [] }],
    periods: [{ from: new Date(now - HOUR), to: new Date(now + 8 * HOUR) }],
    state: 'approved',
  });
  return { unitId: String(unit._id), activityId: String(activity._id), courseId: String(courseId) };
}

/** Puts approved learners of a hall's unit straight into the store and opens their sessions; `from` tells batches apart. */
export async function seat(
  { mongo, clock, cipher }: Pick<Platform, 'mongo' | 'clock' | 'cipher'>,
  services: Services,
  { unitId }: Pick<Hall, 'unitId'>,
  count: number,
  from = 0,
): Promise<Seated[]> {
  const now = new Date(clock.now());
  const seated: Seated[] = [];
  for (let start = 0; start < count; start += CHUNK) {
    const people = Array.from({ length: Math.min(CHUNK, count - start) }, (_, i) => ({
      learnerId: new Types.ObjectId(),
      identityId: new Types.ObjectId(),
      n: from + start + i,
    }));
    await learnerModel(mongo).insertMany(
      people.map(({ learnerId, n }) => ({
        _id: learnerId,
        name: `学员${n}`,
        idNo: cipher.seal(`learner.idNo:${learnerId}`, '11010519491231002X'),
        idNoHash: `hall${n}`,
        phone: cipher.seal(`learner.phone:${learnerId}`, '13800138000'),
        phoneHash: `hall${n}`,
        sex: 'female',
        title: 'nurse',
        unitId: new Types.ObjectId(unitId),
        department: '',
        approval: { state: 'approved', submittedAt: now },
        createdAt: now,
      })),
    );
    await identityModel(mongo).insertMany(
      people.map(({ learnerId, identityId, n }) => ({
        _id: identityId,
        channel: 'miniprogram',
        openid: `hall${n}`,
        learnerId,
      })),
    );
    seated.push(
      ...(await Promise.all(
        people.map(async (person) => {
          const [learnerId, identityId] = [String(person.learnerId), String(person.identityId)];
          return { learnerId, ...(await services.accounts.sessions.open({ identityId, learnerId })) };
        }),
      )),
    );
  }
  return seated;
}

/** Opens a venue screen of a hall; answers its display. */
export async function openHallScreen(
  { clock }: Pick<Platform, 'clock'>,
  services: Services,
  { unitId, activityId, courseId }: Hall,
  direction: Direction = 'in',
): Promise<string> {
  const now = clock.now();
  const { displayId } = await services.checkIns.displays.open(
    { unitId, device: '', openedAt: now, expiresAt: now },
    { activityId, courseId, direction },
  );
  return displayId;
}
