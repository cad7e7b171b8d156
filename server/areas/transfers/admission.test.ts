/** 调入: the new unit admits who was released, and learns nothing of anybody else. */

import { send } from '../../testing/calls';
import { analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, openScreen, register } from '../../testing/people';
import { anotherUnit } from '../../testing/units';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const NOT_RELEASED = {
  code: 'NOT_RELEASED',
  message: '未查询到该人员的调出记录：须原单位先办理调出，现单位才能调入',
};
const thirdUnit = async () =>
  anotherUnit(server, { code: '411121', name: '舞阳县中医院', regionCode: '411121', phone: '13922223333' });

test('who was released is found and admitted, with his department there and his history', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const { personnelNo } = (await client.accounts.me({})).learner ?? {};
  await fixtures.unit.transfers.release({ learnerId });
  server.clock.pass(3_600_000);
  expect(await fixtures.otherUnit.transfers.findToAdmit({ idNo: idNoOf(1) })).toEqual({
    learnerId,
    name: '陈慧敏',
    idNoMasked: expect.stringMatching(/^4111\*{10}/),
    title: 'nurse',
    department: '护理部',
    personnelNo,
    fromUnitName: '漯河市中心医院',
    releasedAt: new Date(server.clock.now() - 3_600_000).toISOString(),
  });
  const row = await fixtures.otherUnit.transfers.admit({ idNo: idNoOf(1), department: '内科' });
  expect(row).toMatchObject({
    learnerId,
    state: 'admitted',
    toUnitName: '宜章县第二人民医院',
    side: 'in',
    can: [],
    department: '内科',
  });

  expect((await client.accounts.me({})).learner).toMatchObject({
    unit: { id: fixtures.otherUnitId },
    department: '内科',
    personnelNo,
    approval: { state: 'approved' },
  });
  expect((await client.learners.myProfile({})).units).toMatchObject([
    { name: '宜章县第二人民医院', to: null },
    { name: '漯河市中心医院', to: new Date(server.clock.now()).toISOString() },
  ]);
  expect((await fixtures.unit.learners.listLearners({ state: 'all' })).total).toBe(0);
  expect((await fixtures.otherUnit.learners.listLearners({ state: 'approved' })).total).toBe(1);
  // What each unit keeps of it is the department at its own side.
  expect((await fixtures.unit.transfers.listTransfers({})).items).toMatchObject([
    { state: 'admitted', side: 'out', department: '护理部', can: [] },
  ]);
});

test('credits and check-ins follow the person, and he checks in after as before', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  await client.checkIns.checkIn({ claimId });
  const { activityId } = fixtures;
  await analyseAndGrant(fixtures.unit, activityId);
  const before = await client.credits.myCredits({ year: 2026 });
  expect(before.totals.total).toBe(200);

  await fixtures.unit.transfers.release({ learnerId });
  // Between the two units he still signs in.
  server.clock.pass(120_000);
  const between = await client.checkIns.scan({ text: (await show()).text });
  expect((await client.checkIns.checkIn({ claimId: between.claimId })).repeated).toBe(false);
  await fixtures.otherUnit.transfers.admit({ idNo: idNoOf(1) });

  const after = await client.credits.myCredits({ year: 2026 });
  expect(after.totals).toEqual(before.totals);
  expect(after.items).toEqual(before.items);
  server.clock.pass(120_000);
  const later = await client.checkIns.scan({ text: (await show()).text });
  expect((await client.checkIns.checkIn({ claimId: later.claimId })).today).toHaveLength(3);
});

test('not released, not registered, not approved and released to another unit are answered alike', async () => {
  const third = await thirdUnit();
  await approvedLearner(server, fixtures, 1);
  await register(server, fixtures, 2);
  const named = await approvedLearner(server, fixtures, 3);
  await fixtures.unit.transfers.release({ learnerId: named.learnerId, toUnitId: fixtures.otherUnitId });
  const asked = await approvedLearner(server, fixtures, 4);
  await asked.client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await fixtures.unit.transfers.release({ learnerId: asked.learnerId });

  for (const path of ['find-released', 'admissions']) {
    const answers = await Promise.all(
      [1, 2, 3, 4, 90].map(async (n) =>
        send(server, 'POST', `/api/unit/transfers/${path}`, {
          token: third.token,
          body: { idNo: idNoOf(n) },
        }),
      ),
    );
    for (const { status, body } of answers) {
      expect(status).toBe(409);
      expect({ ...body, requestId: '' }).toEqual({ ...NOT_RELEASED, field: 'idNo', requestId: '' });
    }
  }
  // The unit that was named finds both.
  for (const n of [3, 4]) {
    expect((await fixtures.otherUnit.transfers.findToAdmit({ idNo: idNoOf(n) })).name).toBe('陈慧敏');
  }
});

test('one of its own is told to be there already', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.transfers.release({ learnerId });
  for (const ask of [fixtures.unit.transfers.findToAdmit, fixtures.unit.transfers.admit]) {
    await expect(ask({ idNo: idNoOf(1) })).rejects.toMatchObject({ code: 'ALREADY_IN_UNIT' });
  }
});

test('neither a number nor a 调动 is named', async () => {
  await expect(fixtures.unit.transfers.admit({})).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'idNo',
  });
});

test('by its id only a 调动 that names the unit is admitted, once it is released', async () => {
  const third = await thirdUnit();
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const { id: transferId } = await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  await expect(fixtures.otherUnit.transfers.admit({ transferId })).rejects.toMatchObject(NOT_RELEASED);
  await fixtures.unit.transfers.release({ learnerId });
  await expect(third.client.transfers.admit({ transferId })).rejects.toMatchObject(NOT_RELEASED);
  expect((await fixtures.otherUnit.transfers.admit({ transferId })).state).toBe('admitted');
});

test('two units admit at once: he is of one of them, the other is told that nobody is released', async () => {
  for (const n of [1, 2, 3]) {
    const third = n === 1 ? await thirdUnit() : null;
    const rival = third?.client ?? (await rivalUnit(n));
    const { client, learnerId } = await approvedLearner(server, fixtures, n);
    await fixtures.unit.transfers.release({ learnerId });
    const outcomes = await Promise.allSettled(
      [fixtures.otherUnit, rival].map(async (each) => each.transfers.admit({ idNo: idNoOf(n) })),
    );
    const admitted = outcomes.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(admitted).toHaveLength(1);
    expect(refused).toMatchObject([NOT_RELEASED]);
    expect((await client.accounts.me({})).learner?.unit?.name).toBe(admitted[0]?.toUnitName);
    expect((await client.learners.myProfile({})).units).toHaveLength(2);
  }
});

const rivalUnit = async (n: number) =>
  (
    await anotherUnit(server, {
      code: `41112${n}`,
      name: `临颍县第${n}医院`,
      regionCode: '411122',
      phone: `1392222000${n}`,
    })
  ).client;

test('a double tap admits once', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await fixtures.unit.transfers.release({ learnerId });
  const outcomes = await Promise.allSettled(
    [1, 2, 3].map(async () => fixtures.otherUnit.transfers.admit({ idNo: idNoOf(1) })),
  );
  const codes = outcomes.map((each) => (each.status === 'rejected' ? each.reason.code : 'done')).sort();
  expect(codes).toEqual(['ALREADY_IN_UNIT', 'ALREADY_IN_UNIT', 'done']);
  expect((await client.learners.myProfile({})).units).toHaveLength(2);
});

test('releasing and admitting goes on and on: each 调动 is kept', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  for (const [from, to] of [
    [fixtures.unit, fixtures.otherUnit],
    [fixtures.otherUnit, fixtures.unit],
  ] as const) {
    server.clock.pass(60_000);
    await from.transfers.release({ learnerId });
    await to.transfers.admit({ idNo: idNoOf(1) });
  }
  expect((await client.transfers.myTransfers({})).items).toMatchObject([
    { fromUnitName: '宜章县第二人民医院', toUnitName: '漯河市中心医院', state: 'admitted' },
    { fromUnitName: '漯河市中心医院', toUnitName: '宜章县第二人民医院', state: 'admitted' },
  ]);
});
