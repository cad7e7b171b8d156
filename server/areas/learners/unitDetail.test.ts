/** What a unit sees and does with one of its people, and that another unit's are as good as absent. */
import type { Client } from '@common/contract/client';
import { PERMISSIONS, type Permission } from '@common/terms';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague, idNoOf, register } from '../../testing/people';
import { auditModel } from '../audit/model';

const SOME_ID = '64b000000000000000000001';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const logged = async (action: string) =>
  auditModel(server.platform.mongo).find({ action }).sort({ _id: 1 }).lean();

describe('the detail', () => {
  test('has the five pages, the hints, and writes down who opened it', async () => {
    const { learnerId } = await register(server, fixtures, 1, { name: '王志强', email: 'wang@example.com' });
    const twin = await approvedLearner(server, fixtures, 2, { name: '王志强', department: '外科' });
    await register(server, fixtures, 3, { name: '王志强', unitId: fixtures.otherUnitId });
    const { client, administratorId } = await colleague(server, fixtures.unitId);
    const detail = await client.learners.learnerDetail({ learnerId });
    expect(detail).toMatchObject({
      id: learnerId,
      email: 'wang@example.com',
      approval: { state: 'pending' },
      sameName: [
        {
          id: twin.learnerId,
          idNoMasked: expect.stringMatching(/^4111\*{10}/),
          department: '外科',
          title: 'nurse',
          state: 'approved',
        },
      ],
      isDepartmentKnown: false,
      corrections: [],
    });
    expect(JSON.stringify(detail)).not.toContain(idNoOf(1));
    await client.learners.learnerDetail({ learnerId });
    const entry = {
      actor: { kind: 'unit', id: fixtures.unitId, administratorId },
      subject: `learner:${learnerId}`,
    };
    expect(await logged('learner.read')).toMatchObject([entry, entry]);
  });

  test('knows the departments of the unit', async () => {
    const { learnerId } = await register(server, fixtures, 1);
    const none = await register(server, fixtures, 2, { department: '' });
    const known = async (id: string) =>
      (await fixtures.unit.learners.learnerDetail({ learnerId: id })).isDepartmentKnown;
    expect(await known(learnerId)).toBe(false);
    expect(await known(none.learnerId)).toBe(true);
    await fixtures.unit.regionsUnits.createDepartment({ name: '护理部' });
    expect(await known(learnerId)).toBe(true);
    expect((await fixtures.unit.learners.listLearners({})).items.map((row) => row.isDepartmentKnown)).toEqual(
      [true, true],
    );
  });
});

test('the whole numbers are for who may read them, and each time is written down', async () => {
  const { learnerId } = await register(server, fixtures, 1);
  const { client } = await colleague(server, fixtures.unitId, { permissions: ['approveLearners'] });
  await expect(client.learners.revealNumbers({ learnerId })).rejects.toMatchObject({
    code: 'PERMISSION_REQUIRED',
    message: expect.stringContaining(PERMISSIONS.readPersonalData),
  });
  expect(await logged('learner.numbers-read')).toEqual([]);
  expect(await fixtures.unit.learners.revealNumbers({ learnerId })).toEqual({
    idNo: idNoOf(1),
    phone: '13800138001',
  });
  expect(await logged('learner.numbers-read')).toMatchObject([{ subject: `learner:${learnerId}` }]);
});

test('people are put into a department; who is in it already and whose are others are left out', async () => {
  const mine = [await register(server, fixtures, 1), await approvedLearner(server, fixtures, 2)];
  const there = await register(server, fixtures, 3, { department: '急诊科' });
  const theirs = await register(server, fixtures, 4, { unitId: fixtures.otherUnitId });
  const learnerIds = [...mine, there, theirs].map(({ learnerId }) => learnerId);
  expect(
    await fixtures.unit.learners.assignDepartment({
      learnerIds: [...learnerIds, SOME_ID],
      department: ' 急诊科 ',
    }),
  ).toEqual({ changed: 2 });
  const departments = async (unit: Client) =>
    (await unit.learners.listLearners({ state: 'all' })).items.map(({ department }) => department);
  expect(await departments(fixtures.unit)).toEqual(['急诊科', '急诊科', '急诊科']);
  expect(await departments(fixtures.otherUnit)).toEqual(['护理部']);
  expect(
    (await logged('learner.department-assigned')).map(({ subject, reason }) => [subject, reason]).sort(),
  ).toEqual(mine.map(({ learnerId }) => [`learner:${learnerId}`, '急诊科']).sort());
  expect((await fixtures.unit.learners.listLearners({ state: 'all', department: '急诊科' })).total).toBe(3);
  expect((await fixtures.unit.learners.listLearners({ state: 'all', department: '护理部' })).total).toBe(0);
});

type Reach = (
  unit: Client,
  ids: { learnerId: string; correctionId: string; statusId: string },
) => Promise<unknown>;
const reaches: [string, Permission | null, Reach][] = [
  ['detail', null, async (unit, { learnerId }) => unit.learners.learnerDetail({ learnerId })],
  ['numbers', 'readPersonalData', async (unit, { learnerId }) => unit.learners.revealNumbers({ learnerId })],
  [
    'a status',
    'approveLearners',
    async (unit, { learnerId }) =>
      unit.learners.addStatusPeriod({ learnerId, status: 'exempt', from: '2020-01-01', to: '2020-12-31' }),
  ],
  [
    'the end of a status',
    'approveLearners',
    async (unit, { learnerId, statusId }) =>
      unit.learners.endStatusPeriod({ learnerId, statusId, to: '2026-12-31' }),
  ],
  [
    'a correction',
    'approveLearners',
    async (unit, { correctionId }) => unit.learners.decideCorrection({ correctionId, decision: 'accept' }),
  ],
];

describe("another unit's learner", () => {
  test.each(reaches)(
    '%s: not found, the same as one that is not there, and nothing is written',
    async (_what, _p, reach) => {
      const { client, learnerId } = await approvedLearner(server, fixtures, 1);
      const { id: correctionId } = await client.learners.requestCorrection({
        kind: 'name',
        name: '李雪梅',
        note: '更名',
      });
      const { statusPeriods } = await fixtures.unit.learners.addStatusPeriod({
        learnerId,
        status: 'maternityLeave',
        from: '2026-01-01',
        to: '2026-06-30',
      });
      const statusId = statusPeriods[0]?.id ?? '';
      const before = await client.learners.myProfile({});
      const entries = await auditModel(server.platform.mongo).countDocuments();
      const refusal = { code: 'NOT_FOUND', message: '没有找到相应的内容，可能已被删除', field: undefined };
      await expect(reach(fixtures.otherUnit, { learnerId, correctionId, statusId })).rejects.toMatchObject(
        refusal,
      );
      const absent = { learnerId: SOME_ID, correctionId: SOME_ID, statusId: SOME_ID };
      await expect(reach(fixtures.otherUnit, absent)).rejects.toMatchObject(refusal);
      expect(await client.learners.myProfile({})).toEqual(before);
      expect((await client.learners.myCorrections({})).items[0]?.state).toBe('waiting');
      expect(await auditModel(server.platform.mongo).countDocuments()).toBe(entries);
      // The same reach is good for his own unit.
      await expect(reach(fixtures.unit, { learnerId, correctionId, statusId })).resolves.toBeTruthy();
    },
  );

  test('is in none of the lists, and no decision and no department reaches him', async () => {
    const { client, learnerId } = await register(server, fixtures, 1);
    await expect(
      fixtures.otherUnit.learners.decide({ learnerIds: [learnerId], decision: 'approve' }),
    ).resolves.toEqual({ changed: 0, results: [] });
    await expect(
      fixtures.otherUnit.learners.assignDepartment({ learnerIds: [learnerId], department: 'x' }),
    ).resolves.toEqual({ changed: 0 });
    expect((await fixtures.otherUnit.learners.listCorrections({ state: 'all' })).total).toBe(0);
    expect((await client.accounts.me({})).learner).toMatchObject({
      department: '护理部',
      approval: { state: 'pending' },
    });
  });
});

test.each(reaches.filter(([, permission]) => permission))(
  '%s needs its 权限',
  async (_what, permission, reach) => {
    const { learnerId } = await approvedLearner(server, fixtures, 1);
    const all = Object.keys(PERMISSIONS) as Permission[];
    const { client } = await colleague(server, fixtures.unitId, {
      permissions: all.filter((each) => each !== permission),
    });
    await expect(
      reach(client, { learnerId, correctionId: SOME_ID, statusId: SOME_ID }),
    ).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
  },
);
