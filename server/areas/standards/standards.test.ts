/** 学分审核标准: a table by year; the nearest authority's holds. */
import type { Client } from '@common/contract/client';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
let province: Client;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  province = await authorityClient(server, '41');
});
afterAll(async () => server.stop());

const row = (item: string, from = 200, to = 500) => ({
  ...{ category: 'paper' as const, item, creditClass: 'classII' as const, from, to, per: '每篇', note: '' },
});
async function published(client: Client, year: number, item: string) {
  const { id: standardId } = await client.standards.createStandard({ year });
  await client.standards.updateStandard({ standardId, basis: '依据', rows: [row(item)] });
  return client.standards.publishStandard({ standardId, isPublished: true });
}
const inForce = async (regionCode: string, year?: number) => {
  const { table, years } = await server.client().standards.publicStandard({ regionCode, year });
  return [table?.authorityName ?? null, table?.year ?? null, years];
};

test('the nearest authority’s of the year holds, else the latest before it; a learner sees his unit’s', async () => {
  await published(province, 2026, '省级刊物');
  await published(fixtures.authority, 2025, '市级刊物');
  expect(await inForce('411102')).toEqual(['卫健委41', 2026, [2026, 2025]]);
  expect(await inForce('411102', 2025)).toEqual(['漯河市卫生健康委员会', 2025, [2026, 2025]]);
  expect(await inForce('411102', 2024)).toEqual([null, null, [2026, 2025]]);
  expect(await inForce('00')).toEqual([null, null, []]);
  const { client } = await approvedLearner(server, fixtures, 1);
  const { table } = await client.standards.myStandard({ year: 2027 });
  expect(table).toMatchObject({ year: 2025, basis: '依据', rows: [row('市级刊物')] });
  expect(await server.services.standards.inForce('411102', 2026)).toEqual({
    year: 2026,
    authorityName: '卫健委41',
    rows: [row('省级刊物')],
  });
  expect((await server.client().notices.publicRegions({})).items).toEqual([
    { regionCode: '41', name: '河南省' },
    { regionCode: '4111', name: '河南省漯河市' },
  ]);
});

test('one a year, without rows not published, published not removed', async () => {
  const { standards } = fixtures.authority;
  const { id: standardId } = await standards.createStandard({ year: 2026 });
  await expect(standards.createStandard({ year: 2026 })).rejects.toMatchObject({
    code: 'STANDARD_EXISTS',
    field: 'year',
  });
  const empty = { code: 'NOTICE_EMPTY', field: 'rows', message: '请至少填写一行标准后再发布' };
  await expect(standards.publishStandard({ standardId, isPublished: true })).rejects.toMatchObject(empty);
  await standards.updateStandard({ standardId, rows: [row('国内刊物')] });
  expect(await standards.publishStandard({ standardId, isPublished: true })).toMatchObject({
    state: 'published',
    publishedAt: new Date(server.clock.now()).toISOString(),
  });
  await standards.updateStandard({ standardId, rows: [row('省级刊物')] });
  await expect(standards.updateStandard({ standardId, rows: [] })).rejects.toMatchObject(empty);
  await expect(standards.removeStandard({ standardId })).rejects.toMatchObject({ code: 'NOTICE_PUBLISHED' });
  await standards.publishStandard({ standardId, isPublished: false });
  expect(await inForce('4111')).toEqual([null, null, []]);
  await standards.removeStandard({ standardId });
  expect((await standards.listStandards({})).items).toEqual([]);
  const entries = await auditModel(server.platform.mongo)
    .find({ action: /^standard/ })
    .sort({ sequence: 1 })
    .lean();
  expect(entries.map(({ action, reason }) => [action, reason])).toEqual(
    ['published', 'changed', 'withdrawn', 'removed'].map((deed) => [`standard.${deed}`, '2026年度']),
  );
});

test('a range that goes backwards is told at its row', async () => {
  const { standards } = fixtures.authority;
  const { id: standardId } = await standards.createStandard({ year: 2026 });
  const rows = [row('一', 100, 100), row('二'), row('三'), row('四', 500, 200)];
  await expect(standards.updateStandard({ standardId, rows })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'rows.3.to',
    message: '最高学分不能低于最低学分',
  });
});

test('copied from its own years and from what an authority above has published; another’s is absent', async () => {
  const { standards } = fixtures.authority;
  const above = await published(province, 2025, '省级刊物');
  const copy = await standards.createStandard({ year: 2026, copyOf: above.id });
  expect(copy).toMatchObject({ state: 'draft', basis: '依据', rows: [row('省级刊物')] });
  expect((await standards.createStandard({ year: 2027, copyOf: copy.id })).rows).toEqual(copy.rows);
  const standardId = copy.id;
  const absent = { code: 'NOT_FOUND' };
  for (const attempt of [
    // Below it, and a draft above.
    async () => province.standards.createStandard({ year: 2026, copyOf: copy.id }),
    async () => {
      const { id: copyOf } = await province.standards.createStandard({ year: 2024 });
      return standards.createStandard({ year: 2028, copyOf });
    },
    async () => province.standards.updateStandard({ standardId, rows: [] }),
    async () => province.standards.publishStandard({ standardId, isPublished: true }),
    async () => province.standards.removeStandard({ standardId }),
  ]) {
    await expect(attempt()).rejects.toMatchObject(absent);
  }
});
