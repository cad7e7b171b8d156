import { authorityClient } from '../../testing/authorities';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { asFile, openXlsx, xlsxOf } from '../../testing/sheets';
import { anotherUnit, authorityColleague } from '../../testing/units';
import { projectModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const HEADINGS = ['项目编号*', '项目名称*', '二/三级学科*', '项目负责人*', '举办单位*', '学时*', '举办方式'];
type Row = (string | number | null)[];
const row = (some: Partial<Record<number, string | number | null>> = {}): Row =>
  [
    '2026-03-01-006 (国)',
    '常见慢性病防治新进展',
    '临床内科学/心血管病学',
    '王志强',
    '漯河市中心医院',
    9,
    '',
  ].map((cell, at) => (at in some ? (some[at] ?? null) : cell));
const check = async (rows: Row[], client = fixtures.authority) =>
  client.catalogue.checkProjects({ file: asFile(await xlsxOf([HEADINGS, ...rows])) });
const commit = async (importId: string | null, client = fixtures.authority) =>
  client.catalogue.commitProjects({ importId: String(importId) });
const count = async () => projectModel(server.platform.mongo).countDocuments({ year: 2026 });

test('the template can be filled in and uploaded as it is', async () => {
  const file = (await fixtures.authority.catalogue.projectTemplate({})) as ReceivedFile;
  expect(file.name).toBe('国家级项目导入模板.xlsx');
  const { book, rows } = await openXlsx(file.bytes);
  expect(rows[0]).toEqual(HEADINGS);
  book.worksheets[0]?.addRow(row({ 6: '远程' }));
  const filled = Buffer.from(await book.xlsx.writeBuffer());
  expect(await fixtures.authority.catalogue.checkProjects({ file: asFile(filled) })).toMatchObject({
    rows: 1,
    errors: [],
    importId: expect.any(String),
  });
});

test('checked, nothing is stored; committed, all are in the catalogue of their units', async () => {
  const report = await check([
    row(),
    row({
      0: '２０２６-14-02-001',
      1: '护理新进展',
      2: '1402',
      4: '976811',
      5: '4.5学时',
      6: '线上线下结合',
    }),
  ]);
  expect(report).toMatchObject({ rows: 2, errors: [] });
  expect(await count()).toBe(0);
  expect(await commit(report.importId)).toEqual({ imported: 2 });
  const { items } = await fixtures.unit.catalogue.listUnitProjects({ year: 2026 });
  expect(items).toMatchObject([
    { number: '2026-03-01-006 (国)', nature: 'entered', credits: 300, form: 'onSite', canRemove: false },
    { number: '2026-14-02-001 (国)', discipline: '护理学/外科护理学', minutes: 270, form: 'mixed' },
  ]);
  expect((await server.client().catalogue.searchProjects({ year: 2026 })).total).toBe(2);
  const log = server.platform.mongo.collection('auditEntries');
  expect(await log.findOne({ action: 'projects.imported' })).toMatchObject({ reason: '共2个项目' });
});

test('each fault is told by row and column, and nothing can be committed', async () => {
  const report = await check([
    row({ 0: '2026480301016 (省)' }),
    row({ 0: '' }),
    row({ 0: '2026-03-01-010', 1: '' }),
    row({ 0: '2026-03-01-011', 2: '肿瘤内科学' }),
    row({ 0: '2026-03-01-012', 3: '' }),
    row({ 0: '2026-03-01-013', 4: '宜章县第二人民医院' }),
    row({ 0: '2026-03-01-014', 5: '很多' }),
    row({ 0: '2026-03-01-015', 5: 0 }),
    row({ 0: '2026-03-01-016', 6: '函授' }),
    row({ 0: '2026-03-01-017' }),
    row({ 0: '20260301017（国）' }),
    row({ 0: '2020-14-02-049 (国)' }),
  ]);
  expect(report.importId).toBeNull();
  expect(report.errors).toEqual([
    { row: 2, column: '项目编号', message: '请填写国家级项目的编号，如 2020-14-02-049 (国)' },
    { row: 3, column: '项目编号', message: expect.stringContaining('请填写') },
    { row: 4, column: '项目名称', message: expect.stringContaining('请填写') },
    { row: 5, column: '二/三级学科', message: '没有这个学科，请填写“二级学科/三级学科”全称或四位代码' },
    { row: 6, column: '项目负责人', message: expect.stringContaining('请填写') },
    { row: 7, column: '举办单位', message: '本辖区没有这个单位，请填写单位全称或单位编号' },
    { row: 8, column: '学时', message: '请填写学时，如 18 或 4.5' },
    { row: 9, column: '学时', message: '请填写学时，如 18 或 4.5' },
    { row: 10, column: '举办方式', message: '请从列表中选择：面授、远程、线上线下结合' },
    { row: 12, column: '项目编号', message: '与第11行的项目编号相同' },
    {
      row: 13,
      column: '项目编号',
      message: '该项目编号已在项目库中，举办单位是“漯河市中心医院”，请删除此行',
    },
  ]);
  expect(await count()).toBe(0);
});

test('a unit is found by its former name; where counties share a name, its number is asked for', async () => {
  const { otherUnit: _other, ...mine } = fixtures;
  await mine.authority.regionsUnits.updateUnit({
    unitId: fixtures.unitId,
    name: '漯河市第一人民医院',
    regionCode: '411102',
  });
  expect(await check([row()])).toMatchObject({ errors: [] });
  await anotherUnit(server, {
    code: '411121001',
    name: '漯河市中心医院',
    regionCode: '411121',
    phone: '13711110000',
  });
  expect((await check([row()])).errors).toEqual([
    { row: 2, column: '举办单位', message: '本辖区有多个同名的单位，请填写单位编号' },
  ]);
  expect(await check([row({ 4: '411121001' })])).toMatchObject({ errors: [] });
});

test('a project entered between check and commit: nothing of the import is written', async () => {
  const { importId } = await check([row({ 0: '2026-03-01-005' }), row(), row({ 0: '2026-03-01-007' })]);
  await fixtures.unit.catalogue.enterNationalProject({
    number: '2026-03-01-006',
    name: '常见慢性病防治新进展',
    discipline: '0301',
    leader: '王志强',
    minutes: 540,
  });
  await expect(commit(importId)).rejects.toMatchObject({
    code: 'PROJECT_EXISTS',
    message: '第3行的项目刚刚已由他人录入，本次未写入任何项目，请重新上传文件核对',
  });
  expect(await count()).toBe(1);
});

test('an import is committed once, by its own authority', async () => {
  const { importId } = await check([row()]);
  await expect(commit(importId, await authorityClient(server, '43'))).rejects.toMatchObject({
    code: 'IMPORT_EXPIRED',
  });
  const results = await Promise.allSettled([commit(importId), commit(importId)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await count()).toBe(1);
});

test('who may not approve projects may neither check nor import any', async () => {
  const reader = await authorityColleague(server, fixtures.authorityId, {
    name: '孙明',
    phone: '13700001111',
    permissions: ['review'],
  });
  await expect(check([row()], reader)).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
  await expect(commit('x', reader)).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
});

test('no Excel is refused', async () => {
  await expect(
    fixtures.authority.catalogue.checkProjects({ file: asFile(Buffer.from('a,b')) }),
  ).rejects.toMatchObject({ code: 'FILE_INVALID' });
});
