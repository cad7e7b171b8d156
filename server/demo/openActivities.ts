/** Approved activities of the coming weeks, near and far, for whoever looks for one; one of them is full. */
import { dayOf, startOfDay, yearOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { listFields } from '../areas/activities/drafts';
import { activityModel } from '../areas/activities/model';
import { projectModel } from '../areas/catalogue/model';
import { learnerModel } from '../areas/learners/model';
import { unitModel } from '../areas/regions-units/model';
import { createServices } from '../areas/services';
import type { Platform } from '../platform';
import { passedReview } from './activities';
import { OPEN } from './projects';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Puts them in, and enrols the demo's approved people in the first: the last of them waits. */
export async function seedOpenActivities(platform: Platform): Promise<void> {
  const ids: string[] = [];
  for (const planned of OPEN) {
    ids.push(await seedOne(platform, planned));
  }
  const [full = ''] = ids;
  const { enrolments } = createServices(platform);
  const learners = await learnerModel(platform.mongo)
    .find({ 'approval.state': 'approved' }, { _id: 1 })
    .sort({ _id: 1 })
    .lean();
  for (const { _id } of learners) {
    await enrolments.enrol(String(_id), full);
  }
}

async function seedOne(platform: Platform, planned: (typeof OPEN)[number]): Promise<string> {
  const { mongo } = platform;
  const unit = await unitModel(mongo).findOne({ code: planned.unit }).orFail().lean();
  const today = startOfDay(dayOf(platform.clock.now()));
  const days = Array.from({ length: planned.days }, (_, index) => today + (planned.inDays + index) * DAY);
  const [first = today] = days;
  const { serial, name, discipline, level, creditClass, leader, minutes, credits } = planned;
  const year = yearOf(first);
  const project = await projectModel(mongo).create({
    number: `${year}48${serial} (${level === 'province' ? '省' : '市'})`,
    year,
    name,
    discipline,
    level,
    creditClass,
    leader,
    minutes,
    credits,
    unitId: unit._id,
    regionCode: unit.regionCode,
  });
  const activity = await activityModel(mongo).create({
    projectId: project._id,
    unitId: unit._id,
    ...listFields(project, unit),
    term: 1,
    venue: planned.venue,
    address: planned.address,
    point: planned.point,
    capacity: planned.capacity,
    contact: planned.contact,
    contactPhone: planned.contactPhone,
    registration: { expectedPersons: 100, audience: planned.audience, remark: '' },
    courses: [
      {
        _id: new Types.ObjectId(),
        name: planned.course,
        minutes,
        lecturers: [{ name: leader, unitName: unit.name }],
      },
    ],
    periods: days.map((day) => ({
      from: new Date(day + 8.5 * HOUR),
      to: new Date(day + 17.5 * HOUR),
    })),
    ...(await passedReview(platform, {
      unitId: String(unit._id),
      level,
      heldAt: platform.clock.now(),
    })),
  });
  return String(activity._id);
}
