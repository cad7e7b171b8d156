/** What other areas are given of learners: counts, departments, moves between units, and the end of an account. */
import { Types } from 'mongoose';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, register } from '../../testing/people';
import { fileOf, jpeg } from '../../testing/photos';
import { notificationModel } from '../notifications/model';
import { correctionModel, learnerModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const people = () => server.services.learners;
const inTransaction = async <T>(
  work: (session: Parameters<ReturnType<typeof people>['close']>[1]) => Promise<T>,
) => {
  let answer: T | undefined;
  await server.platform.mongo.transaction(async (session) => {
    answer = await work(session);
  });
  return answer;
};
const close = async (learnerId: string) =>
  inTransaction(async (session) => people().close(learnerId, session));

test('counts: approved by unit, by department with those who wait', async () => {
  await approvedLearner(server, fixtures, 1);
  await approvedLearner(server, fixtures, 2, { department: '外科' });
  await register(server, fixtures, 3, { department: '外科' });
  await register(server, fixtures, 4, { department: '' });
  await register(server, fixtures, 5, { unitId: fixtures.otherUnitId });
  expect(await people().countByUnit([fixtures.unitId, fixtures.otherUnitId])).toEqual(
    new Map([[fixtures.unitId, 2]]),
  );
  expect(await people().departmentCounts(fixtures.unitId)).toEqual([
    { name: '外科', approved: 1, pending: 1 },
    { name: '护理部', approved: 1, pending: 0 },
  ]);
});

test('a renamed department takes its people along, within the unit', async () => {
  const { client } = await register(server, fixtures, 1, { department: '外科' });
  const other = await register(server, fixtures, 2, { department: '外科', unitId: fixtures.otherUnitId });
  await inTransaction(async (session) =>
    people().renameDepartments(fixtures.unitId, ['外科', '普外科'], '普通外科', session),
  );
  expect((await client.accounts.me({})).learner?.department).toBe('普通外科');
  expect((await other.client.accounts.me({})).learner?.department).toBe('外科');
});

test('an approved learner is found in his own unit only, by any spelling of his number', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await register(server, fixtures, 2);
  const found = await people().findApprovedIn(fixtures.unitId, ` ${idNoOf(1).toLowerCase()} `);
  expect(String(found?._id)).toBe(learnerId);
  expect(found?.idNo).toBeTruthy();
  expect(await people().findApprovedIn(fixtures.otherUnitId, idNoOf(1))).toBeNull();
  expect(await people().findApprovedIn(fixtures.unitId, idNoOf(2))).toBeNull();
});

test('a unit whose adding was rolled back submits nobody and tells nobody', async () => {
  const { client, learnerId } = await register(server, fixtures, 1, {
    unitRequest: { name: '舞阳县第三人民医院', regionCode: '411121' },
  });
  await expect(
    inTransaction(async (session) => {
      await people().unitAdded(learnerId, fixtures.otherUnitId, session);
      throw new Error('something else went wrong');
    }),
  ).rejects.toThrow('something else');
  expect((await client.accounts.me({})).learner?.approval.state).toBe('draft');
  expect(await notificationModel(server.platform.mongo).countDocuments()).toBe(0);
});

describe('a move to another unit', () => {
  const move = async (learnerId: string, changes: { fromUnitId?: string; toUnitId?: string } = {}) =>
    inTransaction(async (session) =>
      people().moveToUnit(
        {
          learnerId,
          fromUnitId: fixtures.unitId,
          toUnitId: fixtures.otherUnitId,
          department: '急诊科',
          at: new Date(server.clock.now()),
          ...changes,
        },
        session,
      ),
    );

  test('keeps his approval and his card; the old unit is history, with its days', async () => {
    const { client, learnerId } = await approvedLearner(server, fixtures, 1);
    const before = await client.learners.myProfile({});
    await client.learners.requestCorrection({ kind: 'name', name: '李雪梅', note: '更名' });
    const came = new Date(server.clock.now()).toISOString();
    server.clock.pass(3_600_000);
    const left = new Date(server.clock.now()).toISOString();
    expect(await move(learnerId)).toBe(true);
    expect(await client.learners.myProfile({})).toEqual({
      ...before,
      unit: expect.objectContaining({ id: fixtures.otherUnitId }),
      department: '急诊科',
      units: [
        { name: '宜章县第二人民医院', from: left, to: null },
        { name: '漯河市中心医院', from: came, to: left },
      ],
    });
    expect((await fixtures.unit.learners.listLearners({ state: 'all' })).total).toBe(0);
    expect((await fixtures.unit.learners.listCorrections({})).total).toBe(0);
    const { items } = await fixtures.otherUnit.learners.listCorrections({});
    expect(items).toMatchObject([{ learnerId, department: '急诊科' }]);
    await fixtures.otherUnit.learners.decideCorrection({
      correctionId: items[0]?.id ?? '',
      decision: 'accept',
    });
    expect((await client.accounts.me({})).learner?.name).toBe('李雪梅');
  });

  test('does not happen for who is not there, or not approved', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const pending = await register(server, fixtures, 2);
    expect(await move(learnerId, { fromUnitId: fixtures.otherUnitId, toUnitId: fixtures.unitId })).toBe(
      false,
    );
    expect(await move(pending.learnerId)).toBe(false);
    expect((await fixtures.unit.learners.listLearners({ state: 'all' })).total).toBe(2);
  });

  test('two at once: he goes once', async () => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const third = String(new Types.ObjectId());
    const moved = await Promise.all([move(learnerId), move(learnerId, { toUnitId: third })]);
    expect(moved.filter(Boolean)).toHaveLength(1);
    expect((await learnerModel(server.platform.mongo).findById(learnerId).lean())?.formerUnits).toHaveLength(
      1,
    );
  });
});

describe('a closed account', () => {
  test('keeps what carries the credits and nothing that tells who he was', async () => {
    const { client, learnerId } = await approvedLearner(server, fixtures, 1, {
      email: 'chen@example.com',
      titleSince: '2015-05-01',
    });
    const photo = async () => (await client.learners.uploadPhoto({ file: fileOf(await jpeg()) })).photoId;
    const { photoUrl, personnelNo } = await client.learners.saveProfile({ photoId: await photo() });
    await client.learners.requestCorrection({
      kind: 'title',
      title: 'chiefNurse',
      since: '2026-01-01',
      proofId: await photo(),
    });
    await close(learnerId);
    const [left] = await server.platform.mongo.collection('learners').find().toArray();
    const { _id, unitId, approval, createdAt, inUnitSince, ...rest } = left as unknown as Record<
      string,
      unknown
    >;
    expect(rest).toEqual({
      name: '已注销',
      sex: 'male',
      title: 'nurse',
      department: '',
      details: {},
      formerTitles: [],
      formerUnits: [],
      statusPeriods: [],
      consents: [],
      source: 'self',
      personnelNo,
      closedAt: new Date(server.clock.now()),
    });
    expect(String(_id)).toBe(learnerId);
    expect(String(unitId)).toBe(fixtures.unitId);
    expect(approval).toMatchObject({ state: 'approved' });
    expect(createdAt && inUnitSince).toBeTruthy();
    expect(await correctionModel(server.platform.mongo).countDocuments()).toBe(0);
    await expect(
      server.client().learners.photo({ ticket: photoUrl?.split('/').at(-1) ?? '' }) as Promise<
        unknown | ReceivedFile
      >,
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await server.services.learners.sweepPhotos();
    expect(await server.platform.files.find({ kind: 'photo' }, 10)).toEqual([]);
  });

  test('is in no list, no search, no count, and found by nobody', async () => {
    const { learnerId, client } = await approvedLearner(server, fixtures, 1);
    const { personnelNo } = await client.learners.myProfile({});
    await close(learnerId);
    for (const q of ['', '已注销', idNoOf(1), personnelNo ?? '']) {
      expect((await fixtures.unit.learners.listLearners({ state: 'all', q })).total).toBe(0);
    }
    await expect(fixtures.unit.learners.learnerDetail({ learnerId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await people().self(learnerId)).toBeNull();
    expect(await people().get(learnerId)).toBeNull();
    expect(await people().findByIdNo(idNoOf(1))).toBeNull();
    expect(await people().findByPersonnelNo(personnelNo ?? '')).toBeNull();
    expect(await people().findApprovedIn(fixtures.unitId, idNoOf(1))).toBeNull();
    expect(await people().count({ unitIds: [fixtures.unitId], state: 'approved' })).toBe(0);
    expect((await people().countByUnit([fixtures.unitId])).size).toBe(0);
    await expect(people().profile(learnerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(people().sendCode(learnerId, 'closure')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await people().many([learnerId])).get(learnerId)?.name).toBe('已注销');
    expect(
      await fixtures.unit.learners.decide({ learnerIds: [learnerId], decision: 'approve' }),
    ).toMatchObject({ results: [] });
  });

  test('frees the idNo: the same person registers anew and gets another card', async () => {
    const { learnerId, client } = await approvedLearner(server, fixtures, 1);
    const before = await client.learners.myProfile({});
    await close(learnerId);
    const again = await register(server, fixtures, 2, { idNo: idNoOf(1) });
    await fixtures.unit.learners.decide({ learnerIds: [again.learnerId], decision: 'approve' });
    const after = await again.client.learners.myProfile({});
    expect(after.personnelNo).toMatch(/^\d{10}$/);
    expect(after.personnelNo).not.toBe(before.personnelNo);
  });
});

test('a code to the registered phone is good for its purpose only', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  const { phoneMasked, retryAfter } = await people().sendCode(learnerId, 'closure');
  expect(phoneMasked).toBe('138****8001');
  expect(retryAfter).toBeGreaterThan(0);
  const code = /(\d{6})/.exec(server.simulator.inbox('1').at(-1)?.text ?? '')?.[1] ?? '';
  await expect(people().checkCode(learnerId, code, 'phoneChange')).rejects.toMatchObject({
    code: 'SMS_CODE_INVALID',
  });
  await people().checkCode(learnerId, code, 'closure');
});
