/**
 * Fills an empty store with the demo. What has an API is done through the services, with a clock set back where it happened
 * earlier, so that the demo's data went the way that real data goes.
 */
import { PRIVACY_VERSION } from '@common/privacy';
import { dayOf, startOfDay } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { listFields } from '../areas/activities/drafts';
import { activityModel, type LecturerDoc } from '../areas/activities/model';
import { projectModel } from '../areas/catalogue/model';
import { notificationModel } from '../areas/notifications/model';
import { authorityModel, departmentModel, unitModel } from '../areas/regions-units/model';
import { createServices, type Services } from '../areas/services';
import type { SessionRecord } from '../http/sessions';
import type { Platform } from '../platform';
import type { Persona } from '../simulator/personas';
import { passedReview, seedActivities } from './activities';
import { seedApplications } from './applications';
import { creditClass } from './crediting';
import { demoIdNo, PEOPLE } from './learners';
import { seedNotices } from './notices';
import { ADMINISTRATORS, AUTHORITIES, DEPARTMENTS, HOST_UNIT, UNITS } from './offices';
import { seedOpenActivities } from './openActivities';
import { portrait } from './portraits';
import { PROJECTS } from './projects';
import { seedQuestions } from './questions';

/** What the seed needs of the simulated WeChat. */
export interface DemoPeople {
  persona(id: string): Persona;
  phoneCode(id: string): Promise<string>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Seeds once; every later start only makes sure that there is a class today. Answers whether it seeded. */
export async function seedDemo(
  platform: Platform,
  people: DemoPeople,
  report: (line: string) => void,
): Promise<boolean> {
  const Unit = unitModel(platform.mongo);
  const isNew = (await Unit.countDocuments()) === 0;
  if (isNew) {
    report('写入行政部门、单位与项目');
    await seedOrganisations(platform);
    report('写入学员、往期考勤与学分');
    const unit = await Unit.findOne({ code: HOST_UNIT }).orFail().lean();
    await seedPeople(platform, people, String(unit._id));
    await seedPastActivities(platform, people, String(unit._id));
    await seedActivities(platform, String(unit._id));
    await seedOpenActivities(platform);
    report('写入申报时间与项目申报');
    await seedApplications(platform);
    await seedQuestions(platform);
    // Their news is months old: not to be sent today.
    await notificationModel(platform.mongo).updateMany(
      { state: 'waiting' },
      { $set: { state: 'sent', channel: 'officialAccount', sentBy: ['officialAccount'] } },
    );
  }
  // Also for a demo that was begun before there were any.
  await seedNotices(platform);
  await ensureClassToday(platform);
  // What has ended gets its 执行情况反馈 before anybody looks.
  await createServices(platform).reports.sweep();
  return isNew;
}

async function seedOrganisations(platform: Platform): Promise<void> {
  const { mongo } = platform;
  const services = createServices(platform);
  const { passwords } = services.accounts;
  for (const { password, settings = {}, ...authority } of AUTHORITIES) {
    const doc = await authorityModel(mongo).create({ ...authority, settings });
    await passwords.create({ kind: 'authority', name: authority.code, subjectId: doc._id, password });
  }
  for (const { password, aliases = [], formerNames = [], formerRegionCodes = [], ...unit } of UNITS) {
    const doc = await unitModel(mongo).create({ ...unit, aliases, formerNames, formerRegionCodes });
    if (password) {
      await passwords.create({ kind: 'unit', name: unit.code, subjectId: doc._id, password });
    }
  }
  for (const { account, ...administrator } of ADMINISTRATORS) {
    const unit = await unitModel(mongo).findOne({ code: account }).lean();
    const subject = unit ?? (await authorityModel(mongo).findOne({ code: account }).orFail().lean());
    const kind = unit ? 'unit' : 'authority';
    await services.administrators.put({ kind, subjectId: String(subject._id), ...administrator });
  }
  const host = await unitModel(mongo).findOne({ code: HOST_UNIT }).orFail();
  await departmentModel(mongo).insertMany(
    DEPARTMENTS.map((name, order) => ({ unitId: host._id, name, order })),
  );
  for (const { venue: _venue, courses: _courses, ...project } of PROJECTS) {
    const nature = project.level === 'national' ? 'entered' : 'applied';
    await projectModel(mongo).create({
      ...project,
      nature,
      ...(nature === 'entered' && { enteredBy: 'authority' }),
      unitId: host._id,
      regionCode: host.regionCode,
    });
  }
}

/** Everybody registers from his own phone; some have been approved since. */
async function seedPeople(platform: Platform, people: DemoPeople, unitId: string): Promise<void> {
  const longAgo = at(platform, platform.clock.now() - 200 * DAY);
  const approved: string[] = [];
  for (const [index, person] of PEOPLE.entries()) {
    const services = person.approved ? longAgo : at(platform, platform.clock.now() - (index + 1) * 3_600_000);
    const identityId = await identityOf(services, people, person.persona);
    const sex = Number(person.sequence) % 2 === 1 ? 'male' : 'female';
    const { photoId } = await services.learners.photos.upload({ identityId }, await portrait(index, sex));
    const learner = await services.learners.register(identityId, {
      photoId,
      name: person.name,
      idNo: demoIdNo(person),
      title: person.title,
      unitId,
      department: person.department,
      phoneCode: await people.phoneCode(person.persona),
      consent: true,
      privacyVersion: PRIVACY_VERSION,
    });
    if (person.approved) {
      approved.push(learner.id);
    }
  }
  await longAgo.learners.decide({ unitId, requestId: 'demo' }, { learnerIds: approved, decision: 'approve' });
}

/** Two classes of this year: one credited and reviewed, one waiting for the authority. */
async function seedPastActivities(platform: Platform, people: DemoPeople, unitId: string): Promise<void> {
  const [, forum, chronic] = PROJECTS;
  const today = startOfDay(dayOf(platform.clock.now()));
  await holdClass(platform, people, { unitId, project: forum, day: today - 60 * DAY, isReviewed: true });
  await holdClass(platform, people, { unitId, project: chronic, day: today - 3 * DAY, isReviewed: false });
}

async function holdClass(
  platform: Platform,
  people: DemoPeople,
  given: { unitId: string; project: (typeof PROJECTS)[number]; day: number; isReviewed: boolean },
): Promise<void> {
  const { unitId, day } = given;
  const activityId = await createActivity(platform, given.project, 1, {
    from: day + 8 * 3_600_000,
    to: day + 18 * 3_600_000,
  });
  const morning = at(platform, day + 8.5 * 3_600_000);
  const { activity } = await morning.activities.get(activityId);
  const courseId = String(activity.courses[0]?._id);
  const organiser = { ...DEMO_SESSION, unitId };
  const { displayId } = await morning.checkIns.displays.open(organiser, {
    activityId,
    courseId,
    direction: 'in',
  });
  for (const [index, { persona }] of PEOPLE.filter(({ approved }) => approved).entries()) {
    const identityId = await identityOf(morning, people, persona);
    const identity = await morning.accounts.identities.get(identityId);
    const session = {
      ...DEMO_SESSION,
      identityId,
      learnerId: String(identity?.learnerId),
    };
    const { token } = await morning.checkIns.tokens.current(displayId, 5_000);
    const text = `${platform.config.PUBLIC_URL}/q/${token}`;
    // The first two came with one phone: something to look at under 疑点.
    const deviceId = `demo-phone-of-class-${given.isReviewed ? index : Math.max(1, index)}`;
    const { claimId } = await morning.checkIns.scan(session, { text, deviceId });
    await morning.checkIns.checkIn(session, { claimId, deviceId });
    if (index === 0 && !given.isReviewed) {
      await lostNetwork(platform, session, displayId, day);
    }
  }
  await creditClass((now) => at(platform, now), { ...given, activityId });
}

/** A scan at noon that the phone could send only an hour later: something to decide under 待确认. */
async function lostNetwork(
  platform: Platform,
  session: SessionRecord,
  displayId: string,
  day: number,
): Promise<void> {
  const noon = day + 12 * HOUR;
  const { token } = await at(platform, noon).checkIns.tokens.current(displayId, 5_000);
  const sentAt = noon + HOUR;
  await at(platform, sentAt).checkIns.scanLate(session, {
    key: `demo-late-scan-${day}`,
    text: `${platform.config.PUBLIC_URL}/q/${token}`,
    scannedAt: new Date(noon).toISOString(),
    sentAt: new Date(sentAt).toISOString(),
  });
}

/** A term of the first project that is held today, whenever the demo is started. */
async function ensureClassToday(platform: Platform): Promise<void> {
  const Activity = activityModel(platform.mongo);
  const [project] = PROJECTS;
  const now = platform.clock.now();
  const ours = await projectModel(platform.mongo).findOne({ number: project.number }).orFail().lean();
  const isHeld = await Activity.exists({
    projectId: ours._id,
    periods: { $elemMatch: { from: { $lte: new Date(now) }, to: { $gt: new Date(now + 6 * 3_600_000) } } },
  });
  if (!isHeld) {
    const terms = await Activity.countDocuments({ projectId: ours._id });
    // Past midnight too: a demo in the evening must not end in the middle.
    const from = startOfDay(dayOf(now));
    await createActivity(platform, project, terms + 1, { from, to: from + 2 * DAY - 60_000 });
  }
}

async function createActivity(
  platform: Platform,
  project: (typeof PROJECTS)[number],
  term: number,
  period: { from: number; to: number },
): Promise<string> {
  const { mongo } = platform;
  const stored = await projectModel(mongo).findOne({ number: project.number }).orFail().lean();
  const unit = await unitModel(mongo).findById(stored.unitId).orFail().lean();
  const { level } = project;
  const unitId = String(unit._id);
  const numbers = await lecturersOf(createServices(platform), unit.name);
  const activity = await activityModel(mongo).create({
    projectId: stored._id,
    unitId: unit._id,
    ...listFields(stored, unit),
    term,
    venue: project.venue,
    address: '漯河市源汇区人民东路56号',
    point: { longitude: 114.0236, latitude: 33.5676 },
    capacity: 200,
    courses: project.courses.map(({ name, minutes, lecturer }) => ({
      _id: new Types.ObjectId(),
      name,
      minutes,
      lecturers: [numbers.get(lecturer) ?? { name: lecturer, unitName: unit.name }],
    })),
    periods: [{ from: new Date(period.from), to: new Date(period.to) }],
    ...(await passedReview(platform, { unitId, level, heldAt: period.from })),
  });
  return String(activity._id);
}

/** The approved learners by name, as a course names who has a 人员编号. */
async function lecturersOf({ learners }: Services, unitName: string): Promise<Map<string, LecturerDoc>> {
  const found = await Promise.all(
    PEOPLE.filter(({ approved }) => approved).map(async (person) => learners.findByIdNo(demoIdNo(person))),
  );
  return new Map(
    found.flatMap((learner) => {
      const { name = '', title, personnelNo } = learner ?? {};
      return personnelNo ? [[name, { name, title, personnelNo, unitName }] as const] : [];
    }),
  );
}

/** What the seed acts with: nobody signs in. */
const DEMO_SESSION = { device: '演示', openedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER };

const at = (platform: Platform, now: number): Services =>
  createServices({ ...platform, clock: { now: () => now } });

async function identityOf(services: Services, people: DemoPeople, personaId: string): Promise<string> {
  const { openids, unionid } = people.persona(personaId);
  const identity = await services.accounts.identities.meet('officialAccount', {
    openid: openids.officialAccount,
    unionid,
  });
  return String(identity._id);
}
