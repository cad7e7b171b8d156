/** Scans that do not count yet: kept until the approval, or until the administrator decides. */
import type { CheckInRules } from '@common/contract/checkInRules';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, openScreen, register } from '../../testing/people';
import { activityModel } from '../activities/model';
import { notificationModel } from '../notifications/model';
import { authorityModel } from '../regions-units/model';
import { checkInModel, heldScanModel, refusedScanModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const MINUTE = 60_000;
const checkIns = () => checkInModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const held = () => heldScanModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const told = async () =>
  (await notificationModel(server.platform.mongo).find({ kind: 'checkIn' }).sort({ _id: 1 }).lean()).map(
    ({ title }) => title,
  );
const setRules = async (checkIn: Partial<CheckInRules>) =>
  authorityModel(server.platform.mongo).updateMany({}, { $set: { 'settings.checkIn': checkIn } });
type Scanner = Awaited<ReturnType<typeof register>>['client'];
async function scanned(client: Scanner) {
  const { show } = await openScreen(server, fixtures);
  return client.checkIns.scan({ text: (await show()).text });
}

describe('before the approval', () => {
  test('a stranger’s scan is kept, shown as waiting, and counts from its own time once he is approved', async () => {
    const { client } = await server.wechat(1);
    const { claimId } = await scanned(client);
    const receipt = await client.checkIns.checkIn({ claimId });
    expect(receipt).toMatchObject({
      learnerName: '',
      repeated: false,
      held: { kind: 'unapproved', words: expect.stringContaining('请完成注册') },
    });
    expect(await checkIns()).toEqual([]);
    expect((await client.checkIns.checkIn({ claimId })).checkInId).toBe(receipt.checkInId);
    expect((await client.checkIns.dueToday({})).items).toMatchObject([
      { activityId: fixtures.activityId, held: [{ kind: 'unapproved', courseName: '围手术期护理' }] },
    ]);

    server.clock.pass(30 * MINUTE);
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    expect(await checkIns()).toMatchObject([{ at: new Date(NINE), claim: claimId }]);
    expect(await held()).toMatchObject([{ state: 'accepted' }]);
    expect(await told()).toContain('签到已生效');
    // The phone asks again, long after the claim was forgotten.
    expect(await client.checkIns.checkIn({ claimId })).toMatchObject({ repeated: true, held: null });
    expect((await client.checkIns.dueToday({})).items).toMatchObject([
      { due: [{ label: '签到', done: 1, of: 1 }], held: [] },
    ]);
    await server.services.checkIns.completeHeld(learnerId);
    expect(await checkIns()).toHaveLength(1);
  });

  test('an approval in the midst of a crash is made up for', async () => {
    const { client, learnerId } = await register(server, fixtures, 1);
    const { claimId } = await scanned(client);
    expect((await client.checkIns.checkIn({ claimId })).held?.words).toContain('单位审核通过');
    const { completeHeld } = server.services.checkIns;
    server.services.checkIns.completeHeld = async () => {
      throw new Error('the power went');
    };
    await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
    server.services.checkIns.completeHeld = completeHeld;
    expect(await checkIns()).toEqual([]);
    await server.services.checkIns.sweepHeld();
    expect(await checkIns()).toHaveLength(1);
  });

  test('where the authority does not allow it, the scan is refused as it was', async () => {
    await setRules({ isKeptUntilApproved: false });
    const { client } = await server.wechat(1);
    const { claimId } = await scanned(client);
    await expect(client.checkIns.checkIn({ claimId })).rejects.toMatchObject({
      code: 'LEARNER_NOT_APPROVED',
      message: expect.stringContaining('注册'),
    });
    expect(await held()).toEqual([]);
    // The claim waits all the same.
    await approvedLearner(server, fixtures, 1);
    expect(await client.checkIns.checkIn({ claimId })).toMatchObject({ repeated: false, held: null });
  });
});

describe('where the place counts', () => {
  const HALL = { longitude: 114.0, latitude: 33.58 };
  beforeEach(async () => {
    await setRules({ placeMetres: 300 });
    await activityModel(server.platform.mongo).updateMany({}, { $set: { point: HALL } });
  });
  const aside = (degrees: number, accuracy: number) => ({
    ...HALL,
    latitude: HALL.latitude + degrees,
    accuracy,
  });

  test('a check-in says where it is: near it stands, far it waits for the administrator', async () => {
    const { client } = await approvedLearner(server, fixtures, 1);
    const claim = await scanned(client);
    const { claimId } = claim;
    expect(claim.isPlaceRequired).toBe(true);
    await expect(client.checkIns.checkIn({ claimId })).rejects.toMatchObject({ code: 'PLACE_REQUIRED' });
    // 0.02 degrees of latitude are 2.2 kilometres.
    const far = await client.checkIns.checkIn({ claimId, place: aside(0.02, 50) });
    expect(far.held).toMatchObject({ kind: 'place', words: expect.stringContaining('2.2公里') });
    expect(await checkIns()).toEqual([]);
    const near = await client.checkIns.checkIn({ claimId, place: aside(0.003, 60) });
    expect(near).toMatchObject({ held: null, repeated: false });
    expect(await checkIns()).toMatchObject([{ place: { metres: 334 } }]);
    expect(await held()).toMatchObject([{ state: 'accepted' }]);
  });

  test('the administrator lets a far one count once, whoever decides at the same moment', async () => {
    const { activityId } = fixtures;
    const { decideHeld, countHeld } = server.services.checkIns;
    const people = await Promise.all(
      [1, 2].map(async (n) => {
        const { client } = await approvedLearner(server, fixtures, n);
        const { claimId } = await scanned(client);
        const { checkInId } = await client.checkIns.checkIn({ claimId, place: aside(0.02, 50) });
        return { client, id: checkInId };
      }),
    );
    const [first, second] = people.map(({ id }) => id);
    expect(await countHeld(activityId)).toBe(2);
    const accept = { ids: [first ?? ''], accept: true, reason: '会场在地下室' };
    const both = await Promise.all([
      decideHeld(activityId, accept, '王芳'),
      decideHeld(activityId, { ...accept, accept: false }, '刘建国'),
    ]);
    expect(both.reduce((sum, { decided }) => sum + decided, 0)).toBe(1);
    const [state] = (await held()).filter(({ _id }) => String(_id) === first).map((row) => row.state);
    expect(await checkIns()).toHaveLength(state === 'accepted' ? 1 : 0);
    await decideHeld(activityId, { ids: [second ?? ''], accept: false, reason: '不在现场' }, '王芳');
    expect(await decideHeld(activityId, { ...accept, ids: [second ?? ''] }, '王芳')).toEqual({
      decided: 0,
      skipped: 1,
    });
    expect(await told()).toContain('签到未予确认');
    // Another unit's activity has nothing to decide here.
    expect(await decideHeld(fixtures.otherUnitId, accept, '王芳')).toEqual({ decided: 0, skipped: 1 });
  });
});

test('the departure code outside its hours is refused with the next hours, and departing first is taken', async () => {
  await setRules({ isDepartureRequired: true, departureBefore: 30 });
  const { client } = await approvedLearner(server, fixtures, 1);
  const { show } = await openScreen(server, fixtures, 'out');
  await expect(client.checkIns.scan({ text: (await show()).text })).rejects.toMatchObject({
    code: 'CODE_HOURS',
    message: '现在不是撤离时间（下一次：2026-11-21 17:30 至 18:00），不能撤离',
  });
  expect(await refusedScanModel(server.platform.mongo).countDocuments({ reason: 'CODE_HOURS' })).toBe(1);
  server.clock.set(NINE + 8.5 * 60 * MINUTE);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  expect((await client.checkIns.checkIn({ claimId })).due).toEqual([
    { label: '签到', done: 0, of: 1 },
    { label: '撤离', done: 1, of: 1 },
  ]);
});

test('a scan without a passed face check of this claim does not count', async () => {
  await setRules({ isFaceRequired: true });
  const { client } = await approvedLearner(server, fixtures, 1);
  const { claimId, isFaceRequired } = await scanned(client);
  expect(isFaceRequired).toBe(true);
  const refused = { code: 'FACE_REQUIRED' };
  await expect(client.checkIns.checkIn({ claimId })).rejects.toMatchObject(refused);
  await expect(client.checkIns.checkIn({ claimId, faceCheckId: fixtures.unitId })).rejects.toMatchObject(
    refused,
  );
  expect(await checkIns()).toEqual([]);
});
