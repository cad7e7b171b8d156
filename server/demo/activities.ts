/** Activities of the demo's host unit on their way: a draft, one that came back, one that waits for the city. */
import { createHash } from 'node:crypto';
import { dayOf, formatRange, startOfDay, yearOf } from '@common/rules/shanghaiTime';
import type { DocumentKind, ProjectLevel } from '@common/terms';
import { administratorModel } from '../areas/administrators/model';
import { projectModel } from '../areas/catalogue/model';
import { PART_BYTES } from '../areas/documents/parts';
import { createServices, type Services } from '../areas/services';
import type { Actor } from '../http/call';
import type { Platform } from '../platform';
import type { ReviewMoveDoc } from '../reviews/model';
import { createReviews } from '../reviews/reviews';
import { noticePdf } from './noticePdf';
import { PLANNED } from './projects';

type Planned = (typeof PLANNED)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (platform: Platform, now: number): Services =>
  createServices({ ...platform, clock: { now: () => now } });

/** 王芳 of the unit, 周建平 of the city: whoever was put in first. */
async function actorOf({ mongo }: Platform, kind: 'unit' | 'authority', id: string): Promise<Actor> {
  const first = await administratorModel(mongo)
    .findOne({ kind, subjectId: id })
    .sort({ _id: 1 })
    .orFail()
    .lean();
  return { kind, id, administratorId: String(first._id) };
}

/** The review of what was approved before the demo began: the whole chain, a week before it was held. */
export async function passedReview(
  platform: Platform,
  { unitId, level, heldAt }: { unitId: string; level: ProjectLevel; heldAt: number },
) {
  const services = createServices(platform);
  const steps = await createReviews(platform, services).chainFor(unitId, level);
  const unitName = (await services.regionsUnits.unit(unitId))?.name ?? '';
  const move = (what: ReviewMoveDoc['move'], byName: string, days: number): ReviewMoveDoc => ({
    move: what,
    at: new Date(heldAt - days * DAY),
    byName,
    administratorName: '',
    reason: '',
    pages: [],
  });
  return {
    state: 'approved' as const,
    steps,
    step: steps.length - 1,
    version: steps.length + 1,
    submittedAt: new Date(heldAt - 10 * DAY),
    decidedAt: new Date(heldAt - 7 * DAY),
    moves: [
      move('submit', unitName, 10),
      ...steps.map(({ ownerName }, index) => move('pass', ownerName, 9 - index)),
    ],
    reviewers: steps.map(({ ownerId }) => ownerId),
  };
}

/** Puts them in through the services, as people would. */
export async function seedActivities(platform: Platform, unitId: string): Promise<void> {
  for (const planned of PLANNED) {
    await seedOne(platform, unitId, planned);
  }
}

async function seedOne(platform: Platform, unitId: string, planned: Planned): Promise<void> {
  const now = platform.clock.now();
  const day = startOfDay(dayOf(now)) + planned.inDays * DAY;
  const { name, discipline, leader, minutes, credits, serial } = planned;
  const year = yearOf(day);
  const project = await projectModel(platform.mongo).create({
    number: `${year}48${serial} (省)`,
    year,
    name,
    discipline,
    leader,
    minutes,
    credits,
    level: 'city',
    creditClass: 'classII',
    unitId,
  });
  const by = { unitId, actor: await actorOf(platform, 'unit', unitId), requestId: 'demo' };
  const services = at(platform, now - 5 * DAY);
  const { activity } = await services.activities.create(by, String(project._id));
  const activityId = String(activity._id);
  const periods = [8, 14].map((hour) => ({
    from: new Date(day + hour * HOUR).toISOString(),
    to: new Date(day + (hour + 3) * HOUR).toISOString(),
  }));
  const saved = await services.activities.save(by, {
    activityId,
    version: 0,
    venue: planned.venue,
    address: '漯河市源汇区人民东路56号',
    point: { longitude: 114.0236, latitude: 33.5676 },
    capacity: 150,
    contact: '王芳',
    contactPhone: '0395-3123456',
    registration: { expectedPersons: 120, audience: '全市各级医疗机构卫生技术人员', remark: '' },
    courses: planned.courses.map((course) => ({
      name: course.name,
      minutes: course.minutes,
      lecturers: [{ name: course.lecturer, personnelNo: null, title: null, unitName: '漯河市中心医院' }],
    })),
    periods,
  });
  if (planned.ends === 'draft') {
    return;
  }
  await uploadPapers(services, by, activityId, planned, periods);
  await services.activities.submit(by, { activityId, version: saved.activity.version });
  await pass(at(platform, now - 4 * DAY), by, activityId);
  if (planned.ends === 'returned') {
    const { activity: seen } = await services.activities.get(activityId);
    const authorityId = String(seen.waitingFor);
    await at(platform, now - 2 * DAY).activities.decide(
      { actor: await actorOf(platform, 'authority', authorityId), requestId: 'demo' },
      {
        items: [{ id: activityId, version: seen.version }],
        decision: 'return',
        reason: '会议日程没有写明每门课程的起止时间，请补充后重新提交',
        pages: [],
      },
    );
  }
}

async function pass(
  services: Services,
  by: { actor: Actor; requestId: string },
  activityId: string,
): Promise<void> {
  const { activity } = await services.activities.get(activityId);
  await services.activities.decide(by, {
    items: [{ id: activityId, version: activity.version }],
    decision: 'pass',
    reason: '',
    pages: [],
  });
}

type By = Parameters<Services['documents']['start']>[0];

async function uploadPapers(
  services: Services,
  by: By,
  activityId: string,
  { name, venue, courses }: Planned,
  periods: { from: string; to: string }[],
): Promise<void> {
  const { activity, unit } = await services.activities.get(activityId);
  const times = periods.map(({ from, to }) => formatRange(Date.parse(from), Date.parse(to)));
  const common = { unitName: unit.name, at: activity._id.getTimestamp().getTime() };
  const notice = await noticePdf({
    ...common,
    title: `关于举办“${name}”的通知`,
    isStamped: true,
    lines: [
      '各有关医疗卫生单位：',
      `我院定于${times.join('、')}在${venue}举办“${name}”，请组织人员参加。`,
      '联系人：王芳　电话：0395-3123456',
    ],
  });
  const schedule = await noticePdf({
    ...common,
    title: `“${name}”会议日程`,
    isStamped: false,
    lines: courses.map(
      (course, index) => `${times[index] ?? times[0]}　${course.name}　主讲人：${course.lecturer}`,
    ),
  });
  await uploadOne(services, by, activityId, 'notice', '会议通知.pdf', notice);
  await uploadOne(services, by, activityId, 'schedule', '会议日程.pdf', schedule);
}

async function uploadOne(
  { documents }: Services,
  by: By,
  activityId: string,
  kind: DocumentKind,
  name: string,
  bytes: Buffer,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { uploadId, parts } = await documents.start(by, {
    activityId,
    kind,
    name,
    bytes: bytes.length,
    sha256,
  });
  for (let part = 0; part < parts; part += 1) {
    await documents.putPart(by, uploadId, part, bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES));
  }
  await documents.finish(by, uploadId);
}
