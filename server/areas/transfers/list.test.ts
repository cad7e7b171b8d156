/** A unit's list of 调动. */
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
let names: Record<'admitted' | 'released' | 'requested', string>;
beforeAll(async () => {
  server = await startTestServer();
  fixtures = await server.reset();
  const people = [];
  for (const [n, name] of ['甲一', '乙二', '丙三'].entries()) {
    people.push({ ...(await approvedLearner(server, fixtures, n + 1, { name })), name });
  }
  const [first, second, third] = people;
  if (!first || !second || !third) {
    throw new Error('three people were registered');
  }
  await third.client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId });
  server.clock.pass(1000);
  await fixtures.unit.transfers.release({ learnerId: second.learnerId });
  server.clock.pass(1000);
  // The latest of all, and finished.
  await fixtures.unit.transfers.release({ learnerId: first.learnerId });
  await fixtures.otherUnit.transfers.admit({ idNo: idNoOf(1) });
  names = { admitted: first.name, released: second.name, requested: third.name };
});
afterAll(async () => server.stop());

const listed = async (
  query: Parameters<Fixtures['unit']['transfers']['listTransfers']>[0],
  client = fixtures.unit,
) => (await client.transfers.listTransfers(query)).items.map(({ name }) => name);

test('the unfinished come first, the latest of them on top', async () => {
  expect(await listed({})).toEqual([names.released, names.requested, names.admitted]);
});

test('the new unit sees those that name it', async () => {
  expect(await listed({}, fixtures.otherUnit)).toEqual([names.requested, names.admitted]);
  expect(await listed({ side: 'out' }, fixtures.otherUnit)).toEqual([]);
  expect(await listed({ side: 'in' }, fixtures.otherUnit)).toHaveLength(2);
});

test('by whether they are finished', async () => {
  expect(await listed({ open: 'open' })).toEqual([names.released, names.requested]);
  expect(await listed({ open: 'closed' })).toEqual([names.admitted]);
  expect(await listed({ side: 'in', open: 'closed' }, fixtures.otherUnit)).toEqual([names.admitted]);
});

test('page by page', async () => {
  const { items, total, page, pageSize } = await fixtures.unit.transfers.listTransfers({
    page: 2,
    pageSize: 2,
  });
  expect({ names: items.map(({ name }) => name), total, page, pageSize }).toEqual({
    names: [names.admitted],
    total: 3,
    page: 2,
    pageSize: 2,
  });
});

test('the numbers are masked', async () => {
  const text = JSON.stringify(await fixtures.unit.transfers.listTransfers({}));
  expect(text).not.toMatch(/\d{17}[\dX]/);
  expect(text).not.toMatch(/1[3-9]\d{9}/);
});
