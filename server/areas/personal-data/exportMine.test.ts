/** 导出本人数据: everything that is kept about a learner, for himself and only himself. */
import { PRIVACY_VERSION } from '@common/privacy';
import { Workbook } from 'exceljs';
import { analyseAndGrant } from '../../testing/crediting';
import { publishedPaper, takeExam } from '../../testing/exams';
import { type Fixtures, type ReceivedFile, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf, openScreen, register } from '../../testing/people';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

async function exported(client: Fixtures['unit']) {
  const file = (await client.personalData.exportMine({})) as unknown as ReceivedFile;
  const workbook = new Workbook();
  await workbook.xlsx.load(file.bytes as unknown as ArrayBuffer);
  const sheets = new Map(
    workbook.worksheets.map((sheet) => [
      sheet.name,
      (sheet.getSheetValues().slice(1) as unknown[][]).map((row) => row.slice(1)),
    ]),
  );
  return { file, workbook, sheets };
}

test('a workbook with a sheet for each kind of data', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  await client.learners.saveProfile({
    educations: [{ school: '郑州大学', level: 'bachelor', major: '护理学', from: '2003-09', to: '2007-06' }],
    remark: '=1+1',
  });
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  await client.checkIns.checkIn({ claimId });
  await client.enrolments.enrol({ activityId: fixtures.activityId });
  await publishedPaper(fixtures, { rules: { passScore: 60 } });
  await takeExam(client, fixtures.activityId, 4);
  await analyseAndGrant(fixtures.unit, fixtures.activityId);
  await fixtures.unit.learners.learnerDetail({ learnerId });
  await client.transfers.requestTransfer({ toUnitId: fixtures.otherUnitId, note: '随配偶迁居' });
  await client.learners.requestCorrection({ kind: 'name', name: '陈惠敏', note: '身份证已更正' });

  const { file, sheets, workbook } = await exported(client);
  expect(file.name).toBe('继教通-本人数据-2026-11-21.xlsx');
  expect(file.headers.get('content-type')).toContain('spreadsheetml');
  expect(file.headers.get('cache-control')).toBe('no-store');
  expect([...sheets.keys()]).toEqual([
    '基本资料',
    '教育经历',
    '同意记录',
    '活动报名',
    '签到记录',
    '现场登记',
    '在线考试',
    '项目评价',
    '学分',
    '调动',
    '更正申请',
    '查阅记录',
  ]);
  const basics = new Map(sheets.get('基本资料') as [string, string][]);
  expect(Object.fromEntries(basics)).toMatchObject({
    姓名: '陈慧敏',
    身份证号码: idNoOf(1),
    手机号: '13800138001',
    所在单位: '漯河市中心医院',
    职称: '护士',
    审核状态: '审核通过',
    备注: '=1+1',
    绑定的公众号: '继教通',
  });
  expect(workbook.getWorksheet('基本资料')?.getColumn(2).values).not.toContainEqual(
    expect.objectContaining({ formula: expect.anything() }),
  );
  expect(sheets.get('教育经历')?.[1]).toEqual(['郑州大学', '大学本科', '护理学', '2003-09', '2007-06']);
  expect(sheets.get('同意记录')?.[1]).toEqual([PRIVACY_VERSION, '2026-11-21 09:00']);
  expect(sheets.get('活动报名')?.[1]).toEqual([
    '外科护理学新进展学习班',
    '漯河市中心医院',
    '2026-11-21 09:00',
    '已报名',
  ]);
  expect(sheets.get('签到记录')?.[1]).toEqual([
    '外科护理学新进展学习班',
    '围手术期护理',
    '签到',
    '2026-11-21 09:00',
    '扫码',
  ]);
  expect(sheets.get('在线考试')?.[1]).toEqual([
    '外科护理学新进展学习班',
    '1',
    '2026-11-21 09:00',
    '2026-11-21 09:00',
    '80',
    '合格',
  ]);
  expect(sheets.get('学分')?.[1]).toEqual([
    ...['2026-11-21', '2026-11-21', '2026-11-21', '2020-14-02-049 (国)', '外科护理学新进展学习班'],
    ...['漯河市中心医院', '国家级', '护理学/外科护理学', 'I类学分', '参加者', '2', '6'],
    ...['未审核', '漯河市卫生健康委员会', ''],
  ]);
  expect(sheets.get('调动')?.[1]?.slice(0, 4)).toEqual([
    '漯河市中心医院',
    '宜章县第二人民医院',
    '待调出',
    '2026-11-21 09:00',
  ]);
  expect(sheets.get('更正申请')?.[1]?.slice(0, 5)).toEqual([
    '姓名更正',
    '陈慧敏',
    '陈惠敏',
    '身份证已更正',
    '待处理',
  ]);
  expect(sheets.get('查阅记录')?.slice(1)).toEqual([
    ['2026-11-21 09:00', '本人', '导出本人全部数据'],
    ['2026-11-21 09:00', '漯河市中心医院 · 王芳', '查看人员资料'],
  ]);
});

test('nothing of others is in it, and who has done nothing yet gets a file too', async () => {
  await approvedLearner(server, fixtures, 1, { name: '陈慧敏' });
  const { client } = await register(server, fixtures, 2, { name: '李雪梅' });
  const { sheets } = await exported(client);
  const text = JSON.stringify([...sheets]);
  expect(text).toContain(idNoOf(2));
  expect(text).not.toContain(idNoOf(1));
  expect(text).not.toContain('陈慧敏');
  expect(sheets.get('学分')).toHaveLength(1);
});

test('who still waits for his unit to be added', async () => {
  const unitRequest = { name: '源汇区大刘镇中心卫生院', regionCode: '411102' };
  const { client } = await register(server, fixtures, 1, { unitRequest });
  const { sheets } = await exported(client);
  expect(Object.fromEntries(sheets.get('基本资料') as [string, string][])).toMatchObject({
    所在单位: '源汇区大刘镇中心卫生院（申请新增）',
    审核状态: '未提交',
  });
});

test('units and authorities have no way to it', async () => {
  for (const client of [fixtures.unit, fixtures.authority]) {
    await expect(client.personalData.exportMine({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
});
