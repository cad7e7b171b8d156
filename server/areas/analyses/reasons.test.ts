/** Why somebody is in or out: 有考勤记录，考试通过并进行了项目评价 (manual 000 §四.3), 撤离 (002 §2.1), and by which course. */
import { Types } from 'mongoose';
import sharp from 'sharp';
import { analyse } from '../../testing/crediting';
import { evaluate } from '../../testing/evaluations';
import { publishedPaper, takeExam } from '../../testing/exams';
import {
  type Fixtures,
  NINE,
  type ReceivedFile,
  startTestServer,
  type TestServer,
} from '../../testing/harness';
import { approvedLearner, idNoOf } from '../../testing/people';
import { openXlsx } from '../../testing/sheets';
import { swipe } from '../../testing/swipes';
import { setCheckInRules } from '../../testing/walkIns';
import { activityModel } from '../activities/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const HOUR = 3_600_000;
const iso = (hours: number) => new Date(NINE + hours * HOUR).toISOString();
const told = async (analysisId: string) =>
  (await fixtures.unit.analyses.analysisRows({ analysisId })).items.map(({ exclusions, reason }) => [
    exclusions,
    reason,
  ]);

test('exam and evaluation, where the authority demands them or the unit chose them', async () => {
  const { activityId, authority, unit } = fixtures;
  await publishedPaper(fixtures, { rules: { tries: 1 } });
  const passed = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, passed.learnerId);
  await takeExam(passed.client, activityId);
  const failed = await approvedLearner(server, fixtures, 2);
  server.clock.pass(60_000);
  await swipe(server, fixtures, failed.learnerId);
  await takeExam(failed.client, activityId, 0);

  expect(await told((await analyse(unit, activityId)).id)).toEqual([
    [[], null],
    [[], null],
  ]);
  const chosen = await analyse(unit, activityId, { isExamRequired: true });
  expect(chosen.conditions).toMatchObject({ isExamRequired: true, isEvaluationRequired: false });
  expect(await told(chosen.id)).toEqual([
    [[], null],
    [['exam'], '考试未合格'],
  ]);
  await authority.completionRules.setCompletionRules({ isExamRequired: true, isEvaluationRequired: true });
  const forced = await analyse(unit, activityId);
  expect(forced.counts).toMatchObject({
    attended: 2,
    effective: 0,
    excluded: [
      { reason: 'exam', persons: 1 },
      { reason: 'evaluation', persons: 2 },
    ],
  });
  expect(await told(forced.id)).toEqual([
    [['evaluation'], '未做项目评价'],
    [['exam', 'evaluation'], '考试未合格；未做项目评价'],
  ]);
  server.clock.pass(10 * HOUR);
  await evaluate(passed.client, activityId);
  expect((await told((await analyse(unit, activityId)).id))[0]).toEqual([[], null]);
});

test('an exam that is demanded and was never published keeps everybody from it', async () => {
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  const analysis = await analyse(fixtures.unit, fixtures.activityId, { isExamRequired: true });
  expect(await told(analysis.id)).toEqual([[['paper'], '没有启用考试']]);
});

test('where 撤离 is demanded, who has only signed in is out', async () => {
  const { activityId, unit } = fixtures;
  await setCheckInRules(server, { isDepartureRequired: true });
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  const before = await analyse(unit, activityId);
  expect(before.conditions.isDepartureRequired).toBe(true);
  expect(await told(before.id)).toEqual([[['departure'], '没有撤离']]);
  await swipe(server, fixtures, learnerId, 'out');
  expect(await told((await analyse(unit, activityId)).id)).toEqual([[[], null]]);
});

describe('by course', () => {
  let second: string;
  const swipeOf = async (learnerId: string, courseId: string, hours: number) => {
    server.clock.set(NINE + hours * HOUR);
    await swipe(server, { ...fixtures, courseId }, learnerId);
  };
  const windows = () => [
    { from: iso(-1), to: iso(1), courseId: fixtures.courseId },
    { from: iso(4), to: iso(6), courseId: second },
  ];
  beforeEach(async () => {
    second = String(new Types.ObjectId());
    const lecturers: never[] = [];
    const courses = [
      { _id: new Types.ObjectId(fixtures.courseId), name: '围手术期护理', minutes: 120, lecturers },
      { _id: new Types.ObjectId(second), name: '伤口护理', minutes: 240, lecturers },
    ];
    const { activityId: _id } = fixtures;
    await activityModel(server.platform.mongo).updateOne({ _id }, { $set: { courses } });
    const [chen, wang, zhao] = [
      await approvedLearner(server, fixtures, 1),
      await approvedLearner(server, fixtures, 2, { name: '王志强' }),
      await approvedLearner(server, fixtures, 3, { name: '赵婉清' }),
    ];
    await swipeOf(chen.learnerId, fixtures.courseId, 0);
    await swipeOf(wang.learnerId, fixtures.courseId, 0.5);
    await swipeOf(chen.learnerId, second, 5);
    await swipeOf(zhao.learnerId, fixtures.courseId, 5.1);
  });
  const rowsBy = async (strategy: 'everyWindow' | 'anyCourse' | 'perCourse') => {
    const method = { windows: windows(), strategy };
    const { id } = await fixtures.unit.analyses.saveAnalysis({ activityId: fixtures.activityId, method });
    const { items } = await fixtures.unit.analyses.analysisRows({ analysisId: id });
    return items.map(({ name, credits, minutes, courses, reason }) => [
      name,
      credits,
      minutes,
      courses,
      reason,
    ]);
  };

  test('任意课程考勤有效授予全部学分 (manual 001 §三(三)4)', async () => {
    expect(await rowsBy('anyCourse')).toEqual([
      ['陈慧敏', 200, 360, ['围手术期护理', '伤口护理'], null],
      ['王志强', 200, 360, ['围手术期护理'], null],
      ['赵婉清', 0, 0, [], '没有一门课程考勤完整：“围手术期护理”缺第1个刷卡周期，“伤口护理”缺第2个刷卡周期'],
    ]);
  });

  test('按课程, by the share of their minutes', async () => {
    expect((await rowsBy('perCourse')).map((row) => row.slice(0, 3))).toEqual([
      ['陈慧敏', 200, 360],
      ['王志强', 66, 120],
      ['赵婉清', 0, 0],
    ]);
  });

  test('a window of one course wants its swipe', async () => {
    expect(
      (await rowsBy('everyWindow')).map(([name, credits, , , reason]) => [name, credits, reason]),
    ).toEqual([
      ['陈慧敏', 200, null],
      ['王志强', 0, '第2个刷卡周期（11-21 13:00–15:00，课程“伤口护理”）内没有考勤'],
      [
        '赵婉清',
        0,
        '第1个刷卡周期（11-21 08:00–10:00，课程“围手术期护理”）、第2个刷卡周期（11-21 13:00–15:00，课程“伤口护理”）内没有考勤',
      ],
    ]);
  });
});

test('a doubt that stands is told and excludes nobody', async () => {
  const { activityId, courseId, unit } = fixtures;
  for (const n of [1, 2]) {
    const { learnerId } = await approvedLearner(server, fixtures, n);
    await server.services.checkIns.record({
      activityId: new Types.ObjectId(activityId),
      courseId: new Types.ObjectId(courseId),
      learnerId: new Types.ObjectId(learnerId),
      direction: 'in',
      at: new Date(NINE + n * 60_000),
      periodMs: 5_000,
      method: 'qr',
      device: 'one phone',
      claim: `claim-${n}`,
    });
  }
  const analysis = await analyse(unit, activityId);
  expect(analysis.counts).toMatchObject({ effective: 2, doubted: 2 });
  const { items } = await unit.analyses.analysisRows({ analysisId: analysis.id, only: 'doubted' });
  expect(items.map(({ doubts }) => doubts)).toEqual([['sharedDevice'], ['sharedDevice']]);
});

test('as Excel in two sheets, without a whole 身份证号, and as a picture behind its ticket', async () => {
  const { activityId, unit } = fixtures;
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  const windows = [
    { from: iso(-1), to: iso(1) },
    { from: iso(4), to: iso(6), direction: 'out' as const },
  ];
  const { id, pictureUrl } = await unit.analyses.saveAnalysis({ activityId, method: { windows } });
  const file = (await unit.analyses.exportAnalysis({ analysisId: id })) as unknown as ReceivedFile;
  expect(file.name).toBe('考勤分析-外科护理学新进展学习班-第1期-第1次.xlsx');
  const { book, rows } = await openXlsx(file.bytes);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['分析结果', '分析条件']);
  expect(rows[0]?.slice(7, 9)).toEqual([
    '第1个刷卡周期 11-21 08:00–10:00',
    '第2个刷卡周期 11-21 13:00–15:00',
  ]);
  expect(rows[1]).toEqual(
    expect.arrayContaining(['陈慧敏', '1', '0', '无效', '第2个刷卡周期（11-21 13:00–15:00）内没有撤离']),
  );
  expect(rows.flat().join()).not.toContain(idNoOf(1));

  const picture = await fetch(server.url + pictureUrl);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('content-disposition')).toMatch(/^inline/);
  const drawn = await sharp(Buffer.from(await picture.arrayBuffer())).metadata();
  expect(drawn).toMatchObject({ format: 'png', width: 1654 });
  expect((await fetch(`${server.url}${pictureUrl}x`)).status).toBe(404);
  server.clock.pass(5 * HOUR);
  expect((await fetch(server.url + pictureUrl)).status).toBe(404);
});

test('page 3 of the report shows the last analysis, and the periods where there is none', async () => {
  const { activityId, unit } = fixtures;
  const { learnerId } = await approvedLearner(server, fixtures, 1);
  await swipe(server, fixtures, learnerId);
  const summary = async () =>
    server.services.analyses.summary(await server.services.activities.get(activityId));
  expect(await summary()).toEqual({
    windows: [{ from: iso(-1), to: iso(9) }],
    persons: 1,
    effectivePersons: 1,
    creditedPersons: 0,
    pictureUrl: null,
  });
  const windows = [{ from: iso(4), to: iso(6) }];
  const { pictureUrl } = await unit.analyses.saveAnalysis({ activityId, method: { windows } });
  expect(await summary()).toEqual({
    windows,
    persons: 1,
    effectivePersons: 0,
    creditedPersons: 0,
    pictureUrl,
  });
});
