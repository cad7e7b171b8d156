/** 现场登记表 (manual 002 §2.1): an attendance record at once, check-ins exactly once with the approval. */
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, register } from '../../testing/people';
import { openXlsx } from '../../testing/sheets';
import { scanOf, setCheckInRules, walkInFormOf } from '../../testing/walkIns';
import { checkInModel } from '../check-ins/model';
import { walkInModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  await setCheckInRules(server, { hasWalkInForm: true, isDepartureRequired: true });
});
afterAll(async () => server.stop());

const checkIns = () => checkInModel(server.platform.mongo).find().sort({ at: 1 }).lean();
const forms = () => walkInModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const HOUR = 3_600_000;

/** The person `n` signs in by the form on the WeChat of `persona`. */
async function signIn(n: number, persona = n, change = {}) {
  const { client } = await server.wechat(persona);
  const claimId = await scanOf(server, fixtures, client);
  const form = walkInFormOf(n, claimId, change);
  return { client, form, receipt: await client.walkIns.submitWalkIn(form) };
}

test('of a stranger it is an attendance record, and what must come next is said', async () => {
  const { receipt } = await signIn(1);
  expect(receipt).toMatchObject({
    learnerName: '陈慧敏',
    direction: 'in',
    repeated: false,
    due: [
      { label: '签到', done: 1, of: 1 },
      { label: '撤离', done: 0, of: 1 },
    ],
    held: { kind: 'unapproved', words: expect.stringContaining('注册并由单位审核通过后') },
  });
  expect(await checkIns()).toEqual([]);
  const listed = await fixtures.unit.walkIns.listWalkIns({ activityId: fixtures.activityId });
  expect(listed).toMatchObject({
    total: 1,
    matched: 0,
    items: [
      { name: '陈慧敏', idNoMasked: expect.stringMatching(/^4111\*{10}/), isGrassroots: true, out: null },
    ],
  });
  await expect(
    fixtures.otherUnit.walkIns.listWalkIns({ activityId: fixtures.activityId }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('of a registered learner with this number and name it is his check-in', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { receipt } = await signIn(1, 2);
  expect(receipt).toMatchObject({ held: null, today: [{ direction: 'in' }] });
  expect(await checkIns()).toMatchObject([{ method: 'form', claim: expect.any(String) }]);
  expect(String((await checkIns())[0]?.learnerId)).toBe(learnerId);
  expect(await server.services.walkIns.otherWechats(fixtures.activityId)).toEqual([]);
});

test('on the WeChat of another learner it counts, and is known as such', async () => {
  const his = await approvedLearner(server, fixtures, 1);
  const owner = await approvedLearner(server, fixtures, 2, { name: '刘建国' });
  await signIn(1, 2);
  expect(await server.services.walkIns.otherWechats(fixtures.activityId)).toEqual([
    { learnerId: his.learnerId, at: server.clock.now(), ownerId: owner.learnerId },
  ]);
});

test('who is approved later has his scans, each exactly once', async () => {
  await signIn(1);
  server.clock.pass(4 * HOUR);
  await signIn(1);
  const { learnerId } = await register(server, fixtures, 1);
  expect(await checkIns()).toEqual([]);
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
  const rows = await checkIns();
  expect(rows.map(({ at }) => at.getTime())).toEqual([server.clock.now() - 4 * HOUR, server.clock.now()]);
  expect(rows.map((row) => String(row.learnerId))).toEqual([learnerId, learnerId]);
  await Promise.all(Array.from({ length: 5 }, () => server.services.walkIns.matchLearner(learnerId)));
  expect(await checkIns()).toEqual(rows);
  const listed = await fixtures.unit.walkIns.listWalkIns({ activityId: fixtures.activityId });
  expect(listed).toMatchObject({ total: 1, matched: 1 });
});

test('an approval with another name gives him nothing; the corrected name does, when somebody looks', async () => {
  await signIn(1);
  const { learnerId } = await register(server, fixtures, 1, { name: '陈惠敏' });
  await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' });
  expect(await checkIns()).toEqual([]);
  await server.platform.mongo.collection('learners').updateMany({}, { $set: { name: '陈慧敏' } });
  await fixtures.unit.walkIns.listWalkIns({ activityId: fixtures.activityId });
  expect(await checkIns()).toHaveLength(1);
});

test('the number of somebody with another name is refused, and nothing of that name is told', async () => {
  await approvedLearner(server, fixtures, 1);
  const refused = signIn(1, 2, { name: '张三' });
  await expect(refused).rejects.toMatchObject({ code: 'WALK_IN_DIFFERS', field: 'name' });
  await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('陈') });
  await signIn(3);
  await expect(signIn(3, 4, { name: '李四' })).rejects.toMatchObject({ code: 'WALK_IN_DIFFERS' });
});

test('sent fifty times at once it is one form with one swipe', async () => {
  const { client } = await server.wechat(1);
  const form = walkInFormOf(1, await scanOf(server, fixtures, client));
  // The endpoint's limit is not what is tried here.
  const session = await server.services.accounts.sessions.find((await server.wechat(1)).token);
  const submit = async () => session && server.services.walkIns.submit(session, { post: '', ...form });
  const receipts = await Promise.all(Array.from({ length: 50 }, submit));
  expect(receipts.filter((receipt) => receipt?.repeated === false)).toHaveLength(1);
  expect((await forms()).map(({ swipes }) => swipes.length)).toEqual([1]);
});

test('a scan signs in one person: neither a second form nor a check-in comes of it', async () => {
  await approvedLearner(server, fixtures, 5, { name: '刘建国' });
  const { client, form } = await signIn(1);
  await expect(
    client.walkIns.submitWalkIn(walkInFormOf(2, form.claimId, { name: '李四' })),
  ).rejects.toMatchObject({ code: 'CLAIM_EXPIRED', message: expect.stringContaining('其他人员') });
  await approvedLearner(server, fixtures, 6, { name: '赵敏' });
  const other = await server.wechat(6);
  const claimId = await scanOf(server, fixtures, other.client);
  await other.client.checkIns.checkIn({ claimId });
  await expect(
    other.client.walkIns.submitWalkIn(walkInFormOf(5, claimId, { name: '刘建国' })),
  ).rejects.toMatchObject({ code: 'CLAIM_EXPIRED' });
  expect(await checkIns()).toHaveLength(1);
});

test('the scan is kept while the form is filled in, and the last form is given back', async () => {
  const { client } = await server.wechat(1);
  const claimId = await scanOf(server, fixtures, client);
  expect(await client.walkIns.myWalkIn({ claimId })).toMatchObject({
    form: null,
    scan: { courseName: '围手术期护理', isPlaceRequired: false },
  });
  const at = server.clock.now();
  server.clock.pass(20 * 60_000);
  const receipt = await client.walkIns.submitWalkIn(walkInFormOf(1, claimId, { idNo: ` ${idNoOf(1)} ` }));
  expect(Date.parse(receipt.at)).toBe(at);
  expect(await client.walkIns.myWalkIn({})).toMatchObject({
    form: { idNo: idNoOf(1), phone: '13900138001', unitName: '临颍县王孟镇卫生院' },
    scan: null,
  });
  const stranger = await server.wechat(2);
  expect(await stranger.client.walkIns.myWalkIn({})).toEqual({ form: null, scan: null });
  await expect(stranger.client.walkIns.myWalkIn({ claimId })).rejects.toMatchObject({
    code: 'CLAIM_NOT_YOURS',
  });
});

test.each([
  [{ sex: 'female' as const }, { code: 'INVALID_INPUT', field: 'sex' }],
  [{ age: 20 }, { code: 'INVALID_INPUT', field: 'age' }],
  [{ idNo: '411102198506151230' }, { code: 'INVALID_INPUT', field: 'idNo' }],
  [{ phone: '12345' }, { code: 'INVALID_INPUT', field: 'phone' }],
  [{ privacyVersion: '2000-01' }, { code: 'PRIVACY_CHANGED' }],
  [{ claimId: 'nonsense' }, { code: 'CLAIM_EXPIRED' }],
])('%j is refused', async (change, error) => {
  const { client } = await server.wechat(1);
  const form = walkInFormOf(1, await scanOf(server, fixtures, client), change);
  await expect(client.walkIns.submitWalkIn(form)).rejects.toMatchObject(error);
  expect(await forms()).toEqual([]);
});

test('it is as the authority has it: none, with the place, after the claim has died, never by the departure code', async () => {
  const { client } = await server.wechat(1);
  const out = walkInFormOf(1, await scanOf(server, fixtures, client, 'out'));
  await expect(client.walkIns.submitWalkIn(out)).rejects.toMatchObject({ code: 'WALK_IN_CLOSED' });
  const form = walkInFormOf(1, await scanOf(server, fixtures, client));
  await setCheckInRules(server, { hasWalkInForm: true, placeMetres: 500 });
  await server.platform.mongo
    .collection('activities')
    .updateMany({}, { $set: { point: { longitude: 114.02, latitude: 33.58 } } });
  await expect(client.walkIns.submitWalkIn(form)).rejects.toMatchObject({ code: 'PLACE_REQUIRED' });
  const place = { longitude: 114.02, latitude: 33.581, accuracy: 30 };
  await client.walkIns.submitWalkIn({ ...form, place });
  expect(await forms()).toMatchObject([{ swipes: [{ place: { metres: 111 } }] }]);
  await setCheckInRules(server, { hasWalkInForm: false });
  const next = walkInFormOf(1, await scanOf(server, fixtures, client));
  await expect(client.walkIns.submitWalkIn(next)).rejects.toMatchObject({ code: 'WALK_IN_CLOSED' });
  server.clock.pass(31 * 60_000);
  await expect(client.walkIns.submitWalkIn(next)).rejects.toMatchObject({ code: 'CLAIM_EXPIRED' });
});

test('no number of anybody stands in clear in the stores or in the log, and a closed account takes its forms along', async () => {
  const { form } = await signIn(1);
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  expect(await forms()).toHaveLength(1);
  const stored = [server.logged(), JSON.stringify(await forms())];
  for (const key of await server.platform.redis.keys('form:*')) {
    stored.push(key, String(await server.platform.redis.get(key)));
  }
  for (const secret of [form.idNo, form.phone]) {
    expect(stored.join('\n')).not.toContain(secret);
  }
  expect(await checkIns()).toHaveLength(1);
  const file = (await client.personalData.exportMine({})) as ReceivedFile;
  const sheet = (await openXlsx(file.bytes)).book.getWorksheet('现场登记');
  expect(sheet?.getRow(2).values).toContain('临颍县王孟镇卫生院');
  await server.platform.mongo.transaction((session) =>
    server.services.walkIns.forget({ learnerId, idNo: form.idNo }, session),
  );
  expect(await forms()).toEqual([]);
  expect((await client.walkIns.myWalkIn({})).form).toBeNull();
});
