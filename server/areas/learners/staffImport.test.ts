import { idNoCheckDigit } from '@common/rules/idNo';
import { isPersonnelNo } from '@common/rules/personnelNo';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { idNoOf, register } from '../../testing/people';
import { asFile, openXlsx, xlsxOf } from '../../testing/sheets';
import { learnerModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const HEADINGS = ['姓名*', '身份证号码*', '手机号*', '职称*', '科室'];
type Rows = (string | number | { formula: string; result?: string })[][];
const person = (n: number, more: Partial<Record<0 | 1 | 2 | 3 | 4, string | number>> = {}) => {
  const row: (string | number)[] = ['陈慧敏', idNoOf(n), '13800138000', '护士', '护理部'];
  return Object.assign(row, more);
};
const check = async (rows: Rows, client = fixtures.unit) =>
  client.learners.checkStaff({ file: asFile(await xlsxOf([HEADINGS, ...rows])) });
const commit = async (importId: string | null, client = fixtures.unit) =>
  client.learners.commitStaff({ importId: String(importId) });
const countLearners = async () => learnerModel(server.platform.mongo).countDocuments();

test('the template holds text columns and the titles; filled in, it is good', async () => {
  const file = (await fixtures.unit.learners.staffTemplate({})) as ReceivedFile;
  expect(file.name).toBe('人员导入模板.xlsx');
  const { book, rows } = await openXlsx(file.bytes);
  expect(rows[0]).toEqual(HEADINGS);
  expect(book.getWorksheet('选项')?.state).toBe('hidden');
  expect(book.getWorksheet('选项')?.getColumn(1).values).toContain('主任医师');
  const [sheet] = book.worksheets;
  expect(sheet?.getCell('B3').numFmt).toBe('@');
  expect(sheet?.getCell('D4000').dataValidation).toMatchObject({ type: 'list' });
  sheet?.addRow(person(1));
  const filled = Buffer.from(await book.xlsx.writeBuffer());
  const report = await fixtures.unit.learners.checkStaff({ file: asFile(filled) });
  expect(report).toMatchObject({ rows: 1, errors: [], importId: expect.any(String) });
});

test('checked, nothing is stored; committed, all are approved people of the unit', async () => {
  const report = await check([
    person(1),
    person(2, { 0: '古丽•阿依', 2: 13_900_139_000, 3: '主任医师', 4: '' }),
  ]);
  expect(report).toMatchObject({ rows: 2, errorCount: 0 });
  expect(report.preview[0]).toEqual({
    姓名: '陈慧敏',
    身份证号码: expect.stringMatching(/^4111\*{10}\d{3}[\dX]$/),
    手机号: '138****8000',
    职称: '护士',
    科室: '护理部',
  });
  expect(await countLearners()).toBe(0);
  expect(await commit(report.importId)).toEqual({ added: 2 });
  const { items } = await fixtures.unit.learners.listLearners({ state: 'approved' });
  expect(items).toHaveLength(2);
  for (const item of items) {
    expect(isPersonnelNo(item.personnelNo ?? '')).toBe(true);
  }
  expect(items.find(({ name }) => name === '古丽·阿依')).toMatchObject({
    title: 'chiefPhysician',
    department: '',
    phoneMasked: '139****9000',
    idNoMasked: expect.stringContaining('*'),
  });
  expect(await learnerModel(server.platform.mongo).findOne({ name: '陈慧敏' }).lean()).toMatchObject({
    source: 'import',
    consents: [],
    sex: expect.stringMatching(/male/),
    approval: { state: 'approved' },
  });
  const log = server.platform.mongo.collection('auditEntries');
  expect(await log.findOne({ action: 'staff.imported' })).toMatchObject({
    subject: `unit:${fixtures.unitId}`,
    reason: '共2人',
  });
});

test('each fault is told by row and column, and nothing can be committed', async () => {
  await register(server, fixtures, 8);
  await register(server, fixtures, 9, { unitId: fixtures.otherUnitId });
  const good = idNoOf(1);
  const wrongCheck = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1');
  const report = await check([
    person(1, { 0: '1' }),
    person(2, { 1: wrongCheck }),
    person(3, { 2: '1380013800' }),
    person(4, { 3: '护长' }),
    person(1),
    person(8),
    person(9),
    person(5, { 0: '', 1: '', 2: '', 3: '' }),
    person(6, { 1: 411_102_198_506_151_000 }),
    person(7, { 4: '长'.repeat(41) }),
    [{ formula: '"陈慧敏"', result: '陈慧敏' }, idNoOf(10), '13800138000', '护士', ''],
  ]);
  expect(report.importId).toBeNull();
  expect(report.errors).toEqual([
    { row: 2, column: '姓名', message: '请填写与身份证一致的姓名' },
    { row: 3, column: '身份证号码', message: '身份证号码的校验位不对，请逐位核对' },
    { row: 4, column: '手机号', message: '手机号格式不正确，请填写11位手机号' },
    { row: 5, column: '职称', message: '没有“护长”这一职称，请从列表选择' },
    { row: 6, column: '身份证号码', message: '与第2行的证件号码相同' },
    { row: 7, column: '身份证号码', message: '此人已在本单位登记，请删除此行' },
    { row: 8, column: '身份证号码', message: '此证件号码已被使用，请核对；如为调入人员请办理调动' },
    ...['姓名', '身份证号码', '手机号', '职称'].map((column) => ({
      row: 9,
      column,
      message: `请填写${column}`,
    })),
    { row: 10, column: '身份证号码', message: expect.stringContaining('末几位已丢失') },
    { row: 11, column: '科室', message: '科室名称过长，最多40字' },
    { row: 12, column: '姓名', message: '是公式，请改为文字' },
  ]);
  expect(report.errorCount).toBe(report.errors.length);
});

test('of many faults the first 200 are shown and all are counted', async () => {
  const report = await check(Array.from({ length: 250 }, (_, n) => person(n, { 2: 'x' })));
  expect(report.errors).toHaveLength(200);
  expect(report.errorCount).toBe(250);
});

test('one who registered between check and commit: nobody is written', async () => {
  const { importId } = await check([person(1), person(2), person(3)]);
  await register(server, fixtures, 2);
  await expect(commit(importId)).rejects.toMatchObject({
    code: 'IDNO_TAKEN',
    message: '第3行的证件号码刚刚已被使用，本次未写入任何人员，请重新上传文件核对',
  });
  expect(await countLearners()).toBe(1);
});

test('two units that import the same person at once: one does, the other writes nobody', async () => {
  const mine = await check([person(1), person(2)]);
  const others = await check([person(2), person(3)], fixtures.otherUnit);
  const results = await Promise.allSettled([
    commit(mine.importId),
    commit(others.importId, fixtures.otherUnit),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await countLearners()).toBe(2);
});

test('an import is committed once and by its own unit', async () => {
  const { importId } = await check([person(1)]);
  await expect(commit(importId, fixtures.otherUnit)).rejects.toMatchObject({ code: 'IMPORT_EXPIRED' });
  const results = await Promise.allSettled([commit(importId), commit(importId), commit(importId)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await countLearners()).toBe(1);
});

test('what waits for the commit is sealed, and nothing of it is logged', async () => {
  await check([person(1)]);
  const [key = ''] = await server.platform.redis.keys('import:staff:*');
  const kept = await server.platform.redis.get(key);
  for (const personal of ['陈慧敏', idNoOf(1), '13800138000']) {
    expect(kept).not.toContain(personal);
    expect(server.logged()).not.toContain(personal);
  }
});

test('thousands go in together', async () => {
  const people = Array.from({ length: 3000 }, (_, n) => person(0, { 1: serialIdNo(n) }));
  const { importId, rows } = await check(people);
  expect(rows).toBe(3000);
  expect(await commit(importId)).toEqual({ added: 3000 });
  expect(await learnerModel(server.platform.mongo).distinct('personnelNo')).toHaveLength(3000);
});

test('one more than 5,000 is refused', async () => {
  await expect(check(Array.from({ length: 5001 }, (_, n) => person(n)))).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: '一次最多导入5000行，请分批导入',
  });
});

/** Another person for each number, as far as 30,000. */
function serialIdNo(n: number): string {
  const day = String(1 + Math.floor(n / 1000)).padStart(2, '0');
  const first17 = `41110219850${1 + (n % 9)}${day}${String(n % 1000).padStart(3, '0')}`.slice(0, 17);
  return first17 + idNoCheckDigit(first17);
}
