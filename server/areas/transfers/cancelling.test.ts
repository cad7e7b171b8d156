/** Taking a release back, and refusing. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf } from '../../testing/people';
import { anotherUnit } from '../../testing/units';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

test('the old unit takes its release back: nobody can admit him any more', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const { id } = await fixtures.unit.transfers.release({ learnerId });
  await fixtures.unit.transfers.cancelTransfer({ transferId: id, reason: '办理有误' });
  await expect(fixtures.otherUnit.transfers.findToAdmit({ idNo: idNoOf(1) })).rejects.toMatchObject({
    code: 'NOT_RELEASED',
  });
  expect((await client.transfers.myTransfers({})).items).toMatchObject([
    { state: 'cancelled', reason: '办理有误' },
  ]);
  expect(
    await auditModel(server.platform.mongo).findOne({ action: 'transfer.cancelled' }).lean(),
  ).toMatchObject({ subject: `learner:${learnerId}`, reason: '办理有误', actor: { id: fixtures.unitId } });
  // He can be released again.
  expect((await fixtures.unit.transfers.release({ learnerId })).state).toBe('released');
});

test('the unit that a release names can decline', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { id } = await fixtures.unit.transfers.release({ learnerId, toUnitId: fixtures.otherUnitId });
  expect((await fixtures.otherUnit.transfers.listTransfers({})).items).toMatchObject([
    { id, can: ['admit', 'cancel'] },
  ]);
  await fixtures.otherUnit.transfers.cancelTransfer({ transferId: id });
  await expect(fixtures.otherUnit.transfers.admit({ transferId: id })).rejects.toMatchObject({
    code: 'NOT_RELEASED',
  });
});

test('what is finished cannot be cancelled', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { id } = await fixtures.unit.transfers.release({ learnerId });
  await fixtures.otherUnit.transfers.admit({ idNo: idNoOf(1) });
  for (const unit of [fixtures.unit, fixtures.otherUnit]) {
    await expect(unit.transfers.cancelTransfer({ transferId: id })).rejects.toMatchObject({
      code: 'TRANSFER_CLOSED',
    });
  }
});

test("others' and unknown 调动 are not there", async () => {
  const third = await anotherUnit(server, {
    code: '411121',
    name: '舞阳县中医院',
    regionCode: '411121',
    phone: '13922223333',
  });
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  const { id } = await fixtures.unit.transfers.release({ learnerId, toUnitId: fixtures.otherUnitId });
  for (const transferId of [id, '0'.repeat(24)]) {
    await expect(third.client.transfers.cancelTransfer({ transferId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  expect((await third.client.transfers.listTransfers({})).items).toEqual([]);
});

test('taking back and admitting at once: one of them stands', async () => {
  for (const n of [1, 2, 3, 4]) {
    const { client, learnerId } = await approvedLearner(server, fixtures, n);
    const { id } = await fixtures.unit.transfers.release({ learnerId });
    const [cancelled, admitted] = await Promise.allSettled([
      fixtures.unit.transfers.cancelTransfer({ transferId: id }),
      fixtures.otherUnit.transfers.admit({ idNo: idNoOf(n) }),
    ]);
    expect([cancelled.status, admitted.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect((await client.accounts.me({})).learner?.unit?.id).toBe(
      admitted.status === 'fulfilled' ? fixtures.otherUnitId : fixtures.unitId,
    );
  }
});
