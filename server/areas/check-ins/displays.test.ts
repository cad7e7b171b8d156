/** The open screens of an activity: seen, returned to and closed by any administrator of the unit, from any computer. */
import { Types } from 'mongoose';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague, openScreen } from '../../testing/people';
import { activityModel } from '../activities/model';
import { authorityModel } from '../regions-units/model';
import { displayModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const list = (client = fixtures.unit) => client.checkIns.listDisplays({ activityId: fixtures.activityId });
const HOUR = 3_600_000;

test('a colleague sees who opened which screen and when, with its address, and closes it', async () => {
  const { client } = await colleague(server, fixtures.unitId);
  const { displayId, screenUrl } = await openScreen(server, fixtures, 'out');
  expect((await list(client)).items).toEqual([
    {
      displayId,
      courseId: fixtures.courseId,
      courseName: '围手术期护理',
      direction: 'out',
      openedAt: '2026-11-21T01:00:00.000Z',
      openedBy: '王芳',
      closesAt: '2026-11-22T01:00:00.000Z',
      screenUrl,
    },
  ]);
  await client.checkIns.closeDisplay({ displayId });
  expect((await list()).items).toEqual([]);
});

test('the code of a closed screen is void at once', async () => {
  const { client } = await approvedLearner(server, fixtures, 1);
  const { displayId, show } = await openScreen(server, fixtures);
  const { text } = await show();
  await fixtures.unit.checkIns.closeDisplay({ displayId });
  await expect(client.checkIns.scan({ text })).rejects.toMatchObject({ code: 'QR_EXPIRED' });
});

test('the address is kept sealed, and not given to one who may not hold activities', async () => {
  const { ticket } = await openScreen(server, fixtures);
  const [row] = await displayModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
  expect(JSON.stringify(row)).not.toContain(ticket);
  const clerk = await colleague(server, fixtures.unitId, { permissions: ['approveLearners'] });
  expect((await list(clerk.client)).items).toMatchObject([{ openedBy: '王芳', screenUrl: null }]);
});

test('another unit sees none', async () => {
  await expect(list(fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a screen that closed itself after a day is not listed', async () => {
  const { ticket } = await openScreen(server, fixtures);
  const { displays } = server.services.checkIns;
  // The administrator's own session is over by then.
  const open = async () => displays.openOf(new Types.ObjectId(fixtures.activityId));
  server.clock.pass(24 * HOUR - 1);
  expect(await open()).toHaveLength(1);
  server.clock.pass(1);
  expect(await open()).toEqual([]);
  await expect(displays.byTicket(ticket)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('every code of the courses comes with its hours, and why there is none', async () => {
  await activityModel(server.platform.mongo).updateMany(
    {},
    { $push: { courses: { name: '伤口护理', minutes: 60, lecturers: [] } } },
  );
  const checkIn = {
    isDepartureRequired: true,
    isFirstCourseOnly: true,
    signInBefore: 30,
    departureBefore: 60,
  };
  await authorityModel(server.platform.mongo).updateMany({}, { $set: { 'settings.checkIn': checkIn } });
  const { codes, isDepartureRequired } = await list();
  expect(isDepartureRequired).toBe(true);
  expect(codes.map(({ direction, hours, refusal }) => [direction, hours[0]?.from, refusal === null])).toEqual(
    [
      ['in', '2026-11-20T23:30:00.000Z', true],
      ['out', '2026-11-21T09:00:00.000Z', true],
      ['in', '2026-11-20T23:30:00.000Z', false],
      ['out', '2026-11-21T09:00:00.000Z', false],
    ],
  );
  expect(codes[2]?.refusal).toContain('第一门课程');
});

test('a screen expects those enrolled, else as 举办前登记 says, else nobody knows', async () => {
  const { ticket } = await openScreen(server, fixtures);
  const expected = async () => (await server.client().checkIns.screen({ ticket })).expected;
  expect(await expected()).toBeNull();
  const registration = { expectedPersons: 260, audience: '', remark: '' };
  await activityModel(server.platform.mongo).updateMany({}, { $set: { registration } });
  expect(await expected()).toBe(260);
  const { client } = await approvedLearner(server, fixtures, 1);
  await client.enrolments.enrol({ activityId: fixtures.activityId });
  expect(await expected()).toBe(1);
});
