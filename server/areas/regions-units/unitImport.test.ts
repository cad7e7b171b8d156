import { authorityClient } from '../../testing/authorities';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { asFile, openXlsx, xlsxOf } from '../../testing/sheets';
import { unitModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const HEADINGS = ['单位名称*', '所在区县*', '别名', '曾用名'];
type Rows = (string | number | null)[][];
const check = async (rows: Rows, client = fixtures.authority) =>
  client.regionsUnits.checkUnits({ file: asFile(await xlsxOf([HEADINGS, ...rows])) });
const commit = async (importId: string | null, client = fixtures.authority) =>
  client.regionsUnits.commitUnits({ importId: String(importId) });
const countUnits = async () => unitModel(server.platform.mongo).countDocuments();

test('the template can be filled in and uploaded as it is', async () => {
  const file = (await fixtures.authority.regionsUnits.unitTemplate({})) as ReceivedFile;
  expect(file.name).toBe('单位导入模板.xlsx');
  const { book, rows } = await openXlsx(file.bytes);
  expect(rows[0]).toEqual(HEADINGS);
  const counties = book.getWorksheet('选项')?.getColumn(1).values;
  expect(counties).toContain('河南省 漯河市 舞阳县');
  expect(counties).not.toContain('湖南省 郴州市 宜章县');
  const [sheet] = book.worksheets;
  sheet?.addRow(['舞阳县人民医院', '河南省 漯河市 舞阳县', '', '']);
  const filled = Buffer.from(await book.xlsx.writeBuffer());
  expect(await fixtures.authority.regionsUnits.checkUnits({ file: asFile(filled) })).toMatchObject({
    rows: 1,
    errors: [],
    importId: expect.any(String),
  });
});

test('checked, nothing is stored; committed, all is there and found', async () => {
  const report = await check([
    ['舞阳县人民医院', '河南省 漯河市 舞阳县', '舞阳县总医院、县医院', '舞阳县卫生院'],
    ['源汇区人民医院', 411_102, '', null],
    ['郾城区中医院', '郾城区', '', ''],
    ['召陵区(东)医院', '漯河市召陵区', '', ''],
  ]);
  expect(report).toMatchObject({ rows: 4, errorCount: 0, errors: [] });
  expect(report.preview[0]).toEqual({
    单位名称: '舞阳县人民医院',
    所在区县: '河南省 漯河市 舞阳县',
    别名: '舞阳县总医院、县医院',
    曾用名: '舞阳县卫生院',
  });
  expect(await countUnits()).toBe(2);
  expect(await commit(report.importId)).toEqual({ added: 4 });
  const { items } = await server.client().regionsUnits.searchUnits({ q: 'wsy', region: '411121' });
  expect(items).toMatchObject([{ name: '舞阳县人民医院', code: '411121001', matchedName: '舞阳县卫生院' }]);
  const { items: others } = await fixtures.authority.regionsUnits.listUnits({ q: '区' });
  expect(others.map(({ name, code }) => [name, code.slice(0, 6)]).sort()).toEqual([
    ['召陵区（东）医院', '411104'],
    ['源汇区人民医院', '411102'],
    ['郾城区中医院', '411103'],
  ]);
  const log = server.platform.mongo.collection('auditEntries');
  expect(await log.findOne({ action: 'units.imported' })).toMatchObject({
    subject: `authority:${fixtures.authorityId}`,
    reason: '共4个单位',
  });
});

test('each fault is told by row and column, and nothing can be committed', async () => {
  const report = await check([
    ['', '舞阳县', '', ''],
    ['舞阳县人民医院', '', '', ''],
    ['舞阳县人民医院', '宜章县', '', ''],
    ['舞阳县人民医院', '无此县', '', ''],
    ['舞阳县人民医院', '县', '', ''],
    ['院', '411121', '', ''],
    ['舞阳县人民医院', '411121', '短、舞阳县总医院', ''],
    ['舞阳县 人民医院', '411121', '', ''],
    ['漯河市中心医院', '411102', '', ''],
  ]);
  expect(report.importId).toBeNull();
  expect(report.errors).toEqual([
    { row: 2, column: '单位名称', message: '请填写单位名称全称' },
    { row: 3, column: '所在区县', message: '请填写所在区县' },
    { row: 4, column: '所在区县', message: '不在本部门辖区内' },
    { row: 5, column: '所在区县', message: '没有这个区县，请填写“省市县”全称或六位区划代码' },
    { row: 6, column: '所在区县', message: '没有这个区县，请填写“省市县”全称或六位区划代码' },
    { row: 7, column: '单位名称', message: '请填写单位名称全称' },
    { row: 8, column: '别名', message: '请填写别名全称' },
    { row: 9, column: '单位名称', message: '与第8行是同一单位' },
    { row: 10, column: '单位名称', message: '该单位在本地区已存在，请删除此行' },
  ]);
  expect(report.errorCount).toBe(9);
});

test('an alias of another unit is told by that unit', async () => {
  const hunan = await authorityClient(server, '43');
  const { errors } = await check([['岩泉镇中心卫生院', '宜章县', '', '']], hunan);
  expect(errors).toMatchObject([{ message: expect.stringContaining('“宜章县第二人民医院”的别名') }]);
});

test('a name that several counties have needs its province and city', async () => {
  const nation = await authorityClient(server, '');
  const { errors } = await check(
    [
      ['甲医院', '朝阳区', '', ''],
      ['甲医院', '北京市朝阳区', '', ''],
    ],
    nation,
  );
  expect(errors).toEqual([{ row: 2, column: '所在区县', message: '有多个同名的区县，请写明省、市' }]);
});

test('a unit added between check and commit: nothing of the import is written', async () => {
  const { importId } = await check([
    ['甲医院', '411102', '', ''],
    ['乙医院', '411102', '', ''],
    ['丙医院', '411102', '', ''],
  ]);
  await fixtures.authority.regionsUnits.createUnit({ name: '乙医院', regionCode: '411102' });
  await expect(commit(importId)).rejects.toMatchObject({
    code: 'UNIT_EXISTS',
    message: '第3行的单位刚刚已由他人新增，本次未写入任何单位，请重新上传文件核对',
  });
  expect(await countUnits()).toBe(3);
});

test('an import is committed once, within half an hour, by its own authority', async () => {
  const { importId } = await check([['甲医院', '411102', '', '']]);
  const other = await authorityClient(server, '43');
  await expect(commit(importId, other)).rejects.toMatchObject({ code: 'IMPORT_EXPIRED' });
  const results = await Promise.allSettled([commit(importId), commit(importId)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [key] = await server.platform.redis.keys('import:*');
  expect(key).toBeUndefined();
  await check([['丁医院', '411102', '', '']]);
  const [kept = ''] = await server.platform.redis.keys('import:*');
  expect(await server.platform.redis.ttl(kept)).toBeLessThanOrEqual(1800);
  expect(await server.platform.redis.ttl(kept)).toBeGreaterThan(0);
  await expect(commit('x')).rejects.toMatchObject({ code: 'IMPORT_EXPIRED' });
});

test('a batch and a single unit of one county at the same time both get their numbers', async () => {
  const { importId } = await check(
    Array.from({ length: 30 }, (_, n) => [`第${n + 1}医院`, '411102', '', '']),
  );
  await Promise.all([
    commit(importId),
    fixtures.authority.regionsUnits.createUnit({ name: '甲医院', regionCode: '411102' }),
  ]);
  const units = await unitModel(server.platform.mongo)
    .find({ code: { $regex: '^411102' } })
    .sort({ _id: 1 })
    .lean();
  expect(new Set(units.map(({ code }) => code)).size).toBe(31);
});

test.each([
  ['no file', 'INVALID_INPUT'],
  ['no Excel', 'FILE_INVALID'],
])('%s: %s', async (what, code) => {
  const file = what === 'no file' ? undefined : asFile(Buffer.from('a,b'));
  await expect(fixtures.authority.regionsUnits.checkUnits({ file })).rejects.toMatchObject({ code });
});
