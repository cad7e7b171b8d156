import type { ExamQuestionInput } from '@common/contract/papers';
import { MOST_PASTED } from '@common/contract/questionBank';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { asFile, openXlsx, xlsxOf } from '../../testing/sheets';
import { COLUMNS } from './questionSheet';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const HEADINGS = COLUMNS.map(({ heading, isRequired }) => (isRequired ? `${heading}*` : heading));
const HINTS = COLUMNS.map(({ hint }) => hint);
type Row = (string | { formula: string } | null)[];
/** A right row; columns by heading may differ. */
const row = (some: Record<string, Row[number]> = {}): Row => {
  const cells: Record<string, Row[number]> = {
    试题类型: '单选题',
    题干: '术后，患者应（ ）。',
    选项A: '早期活动',
    选项B: '绝对卧床',
    选项C: '禁食三天',
    正确答案: 'A',
    解析: '见《指南》第3章。',
    ...some,
  };
  return COLUMNS.map(({ heading }) => cells[heading] ?? null);
};
const numbered = (n: number) => row({ 题干: `第${n}题` });
const check = async (rows: Row[], client = fixtures.unit) =>
  client.questionBank.checkQuestions({ file: asFile(await xlsxOf([HEADINGS, ...rows])) });
const paperOf = async () => fixtures.unit.papers.getPaper({ activityId: fixtures.activityId });
const toPaper = async (importId: string | null, client = fixtures.unit) =>
  client.questionBank.commitQuestions({ importId: String(importId), activityId: fixtures.activityId });
const asWritten = ({ kind, stem, options, explanation }: ExamQuestionInput) => ({
  kind,
  stem,
  options,
  explanation,
});

test('the template is filled in and uploaded as it is, the yellow row still in it; committed, its questions are in the paper', async () => {
  const file = (await fixtures.unit.questionBank.questionTemplate({})) as ReceivedFile;
  expect(file.name).toBe('试题模板.xlsx');
  const { book, rows } = await openXlsx(file.bytes);
  expect(rows.slice(0, 2)).toEqual([HEADINGS, HINTS]);
  book.worksheets[0]?.addRows([
    row(),
    row({ 试题类型: '多选', 选项D: '翻身', 选项E: '拍背', 正确答案: 'a、Ｄ,e', 解析: null }),
  ]);
  const report = await fixtures.unit.questionBank.checkQuestions({
    file: asFile(Buffer.from(await book.xlsx.writeBuffer())),
  });
  expect(report).toMatchObject({ rows: 2, errors: [], importId: expect.any(String) });
  expect((await paperOf()).questions).toEqual([]);

  expect(await toPaper(report.importId)).toEqual({ imported: 2, repeated: 0 });
  const { questions } = await paperOf();
  expect(questions.map(asWritten)).toEqual([
    {
      kind: 'single',
      stem: '术后，患者应（ ）。',
      options: [
        { text: '早期活动', isRight: true },
        { text: '绝对卧床', isRight: false },
        { text: '禁食三天', isRight: false },
      ],
      explanation: '见《指南》第3章。',
    },
    expect.objectContaining({
      kind: 'multiple',
      options: ['早期活动', '绝对卧床', '禁食三天', '翻身', '拍背'].map((text, at) => ({
        text,
        isRight: [0, 3, 4].includes(at),
      })),
    }),
  ]);
  const log = server.platform.mongo.collection('auditEntries');
  expect(await log.findOne({ action: 'paper.questions-imported' })).toMatchObject({ reason: '导入2道试题' });
});

test('each fault is told by row and column, and nothing can be committed', async () => {
  const report = await check([
    HINTS,
    row({ 试题类型: '填空题' }),
    row({ 题干: null }),
    row({ 选项B: null, 选项C: null }),
    row({ 选项C: null, 选项D: '翻身' }),
    row({ 选项C: '早期活动' }),
    row({ 正确答案: null }),
    row({ 正确答案: 'E' }),
    row({ 正确答案: '甲' }),
    row({ 正确答案: 'AB' }),
    row({ 试题类型: '多选题', 正确答案: 'A' }),
    row({ 题干: { formula: 'A1&B1' } }),
    row({ 题干: '长'.repeat(1001) }),
    row({ 题干: '重复的题' }),
    row({ 题干: '重复的题', 选项A: '绝对卧床', 选项B: '早期活动', 正确答案: 'B' }),
  ]);
  expect(report.importId).toBeNull();
  expect(report.errors.map(({ row: at, column, message }) => `${at} ${column} ${message}`)).toEqual([
    '3 试题类型 请从列表中选择：单选题、多选题',
    '4 题干 请填写题干',
    '5 选项B 请填写选项B',
    '6 选项C 是空的，请把后面的选项依次前移',
    '7 选项C 选项C与前面的选项相同',
    '8 正确答案 请填写正确答案',
    '9 正确答案 没有选项E',
    '10 正确答案 请填写正确选项的字母，如 A 或 ACD',
    '11 正确答案 单选题只能有一个正确答案，有多个的请改为多选题',
    '12 正确答案 多选题至少要有两个正确答案，只有一个的请改为单选题',
    '13 题干 是公式，请改为文字',
    '14 题干 内容过长，最多1000字',
    '16 题干 与第15行的试题相同',
  ]);
});

test('ten thousand rows, merged cells and another template are refused by name', async () => {
  await expect(check(Array.from({ length: 10_000 }, (_, n) => numbered(n)))).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: '一次最多导入5000行，请分批导入',
  });
  const merged = await xlsxOf([HEADINGS, numbered(1), numbered(2)], (sheet) => sheet.mergeCells('B2:B3'));
  expect((await fixtures.unit.questionBank.checkQuestions({ file: asFile(merged) })).errors).toContainEqual({
    row: 2,
    column: '题干',
    message: '有合并单元格，请取消合并后逐行填写',
  });
  const other = await xlsxOf([
    ['题型', '题目', '答案'],
    ['单选题', '甲', 'A'],
  ]);
  await expect(fixtures.unit.questionBank.checkQuestions({ file: asFile(other) })).rejects.toMatchObject({
    code: 'FILE_INVALID',
    message: expect.stringContaining('表头缺少“试题类型”'),
  });
});

test('what a paper has no room for is not written at all, and need not be checked again once there is', async () => {
  const { activityId } = fixtures;
  const { importId: one } = await check([numbered(0)]);
  await toPaper(one);
  const { importId } = await check(Array.from({ length: 500 }, (_, n) => numbered(n + 1)));
  const full = { code: 'PAPER_FULL', message: '一份试卷最多500道试题，超出1道' };
  await expect(toPaper(importId)).rejects.toMatchObject(full);
  const { questions } = await paperOf();
  expect(questions).toHaveLength(1);
  await fixtures.unit.papers.removeQuestions({ activityId, questionIds: questions.map(({ id }) => id) });
  const both = await Promise.allSettled([toPaper(importId), toPaper(importId)]);
  expect(both.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))).toEqual([
    { imported: 500, repeated: 0 },
  ]);
  expect((await paperOf()).questions).toHaveLength(500);
});

test('an import is committed once, by its own unit, to its own activity', async () => {
  const { importId } = await check([numbered(1), numbered(2)]);
  await expect(toPaper(importId, fixtures.otherUnit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(
    fixtures.otherUnit.questionBank.commitQuestions({ importId: String(importId), discipline: '1402' }),
  ).rejects.toMatchObject({ code: 'IMPORT_EXPIRED' });
  const results = await Promise.allSettled([toPaper(importId), toPaper(importId)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await paperOf()).questions).toHaveLength(2);
});

test('to the bank a discipline is needed; what is there already is not written again', async () => {
  const commit = async (importId: string | null, discipline?: string) =>
    fixtures.unit.questionBank.commitQuestions({ importId: String(importId), discipline });
  const { importId } = await check([numbered(1), numbered(2)]);
  for (const discipline of [undefined, '9999']) {
    await expect(commit(importId, discipline)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'discipline',
    });
  }
  expect(await commit(importId, '1402')).toEqual({ imported: 2, repeated: 0 });
  const again = await check([numbered(2), numbered(3)]);
  expect(await commit(again.importId, '1402')).toEqual({ imported: 1, repeated: 1 });
  expect((await fixtures.unit.questionBank.listBank({ discipline: '14' })).total).toBe(3);
});

test('what was exported can be imported again: the bank into a paper, the paper back, unchanged', async () => {
  const { importId } = await check([
    row({ 题干: '=1+1，等于？', 正确答案: 'C' }),
    row({ 试题类型: '多选题', 正确答案: 'AB', 选项D: '（四）' }),
  ]);
  await fixtures.unit.questionBank.commitQuestions({ importId: String(importId), discipline: '1402' });
  const bank = (await fixtures.unit.questionBank.exportBank({ discipline: '1402' })) as ReceivedFile;
  const fromBank = await fixtures.unit.questionBank.checkQuestions({ file: asFile(bank.bytes) });
  expect(fromBank).toMatchObject({ rows: 2, errors: [] });
  await toPaper(fromBank.importId);
  const { questions } = await paperOf();
  expect(questions.map(({ stem }) => stem).sort()).toEqual(['=1+1，等于？', '术后，患者应（ ）。']);

  const paper = (await fixtures.unit.papers.exportPaper({ activityId: fixtures.activityId })) as ReceivedFile;
  const fromPaper = await fixtures.unit.questionBank.checkQuestions({ file: asFile(paper.bytes) });
  expect(await toPaper(fromPaper.importId)).toEqual({ imported: 0, repeated: 2 });
});

test('a paste as long as may be is read, one character more is told to come in parts', async () => {
  const paste = async (text: string) => fixtures.unit.questionBank.checkQuestionText({ text });
  expect((await paste('术'.repeat(MOST_PASTED))).errorCount).toBe(1);
  await expect(paste('术'.repeat(MOST_PASTED + 1))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'text',
    message: '一次最多8万字，请分批导入',
  });
});

test('text from Word is checked by the numbers of its questions, and committed like a file', async () => {
  const bad = await fixtures.unit.questionBank.checkQuestionText({
    text: '1. 甲？\nA. 一\nB. 二\n答案：A\n2. 乙？\nA. 一\nB. 二',
  });
  expect(bad).toMatchObject({
    importId: null,
    rows: 2,
    errors: [{ row: 2, column: '正确答案', message: '没有找到正确答案，请在题后写“答案：A”' }],
  });
  const good = await fixtures.unit.questionBank.checkQuestionText({
    text: '1. 甲？\nA. 一 B. 二\n答案：A\n2. 切口每日换药（×）',
  });
  expect(good.preview).toEqual([
    { 试题类型: '单选题', 题干: '甲？', 选项: 'A. 一　B. 二', 正确答案: 'A', 解析: '' },
    { 试题类型: '单选题', 题干: '切口每日换药（ ）', 选项: 'A. 正确　B. 错误', 正确答案: 'B', 解析: '' },
  ]);
  expect(await toPaper(good.importId)).toEqual({ imported: 2, repeated: 0 });
});
