/** 考勤分析: drawn over the swipes, tried, saved as evidence that stays (manual 000 §四.2, 001 §三(三)1). */
import { Types } from 'mongoose';
import { analyse, analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { swipe } from '../../testing/swipes';
import { setCheckInRules } from '../../testing/walkIns';
import { auditModel } from '../audit/model';
import { analysisBegunModel, analysisModel, analysisRowModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const iso = (minutes: number) => new Date(NINE + minutes * MINUTE).toISOString();
/** In minutes from nine o'clock. */
const window = (from: number, to: number, bound: object = {}) => ({ from: iso(from), to: iso(to), ...bound });
const MORNING = window(-30, 30);
const AFTERNOON = window(4 * 60, 5 * 60);

async function swipeAt(learnerId: string, minutes: number, direction: 'in' | 'out' = 'in') {
  server.clock.set(NINE + minutes * MINUTE);
  await swipe(server, fixtures, learnerId, direction);
}

/** 陈慧敏 was there in the morning and the afternoon, 王志强 in the morning only. */
async function twoPeople() {
  const chen = await approvedLearner(server, fixtures, 1);
  const wang = await approvedLearner(server, fixtures, 2, { name: '王志强' });
  await swipeAt(chen.learnerId, 0);
  await swipeAt(wang.learnerId, 1);
  await swipeAt(chen.learnerId, 4 * 60 + 10);
  return { chen: chen.learnerId, wang: wang.learnerId };
}
const method = { windows: [MORNING, AFTERNOON] };
const save = async (given: object = {}) =>
  fixtures.unit.analyses.saveAnalysis({ activityId: fixtures.activityId, method: { ...method, ...given } });

test('the timeline has the swipes in bars, the periods, and what could be drawn', async () => {
  const { activityId, courseId } = fixtures;
  await twoPeople();
  const timeline = await fixtures.unit.analyses.timeline({ activityId });
  expect(timeline).toMatchObject({
    days: ['2026-11-21'],
    barMinutes: 5,
    bars: [
      { at: iso(0), in: 2, out: 0 },
      { at: iso(4 * 60 + 10), in: 1, out: 0 },
    ],
    swipes: 3,
    persons: 2,
    periods: [{ from: iso(-60), to: iso(9 * 60) }],
    courses: [{ id: courseId, name: '围手术期护理', minutes: 360 }],
    forced: { isDepartureRequired: false, isExamRequired: false, isEvaluationRequired: false },
    hasExam: false,
  });
  expect(timeline.suggestions.map(({ name }) => name)).toEqual(['按举办周期', '课前和课后', '按刷卡高峰']);
  await expect(
    fixtures.unit.analyses.timeline({ activityId, courseId: fixtures.unitId }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a preview counts and keeps nothing; what is saved tells each person and why', async () => {
  const { activityId, unit } = fixtures;
  const { chen, wang } = await twoPeople();
  const counts = {
    persons: 2,
    swipes: 3,
    perWindow: [2, 1],
    attended: 1,
    effective: 1,
    excluded: [{ reason: 'windows', persons: 1 }],
    doubted: 0,
  };
  expect(await unit.analyses.previewAnalysis({ activityId, method })).toEqual(counts);
  expect((await unit.analyses.listAnalyses({ activityId })).total).toBe(0);

  const saved = await save();
  expect(saved).toMatchObject({
    no: 1,
    byName: '王芳',
    strategy: 'everyWindow',
    counts,
    grantable: 1,
    creditings: 0,
    outdated: null,
    newSwipes: 0,
  });
  const rows = await unit.analyses.analysisRows({ analysisId: saved.id });
  expect(rows).toMatchObject({
    total: 2,
    items: [
      {
        learnerId: chen,
        name: '陈慧敏',
        swipes: [1, 1],
        effective: true,
        reason: null,
        credits: 200,
        minutes: 360,
      },
      {
        learnerId: wang,
        swipes: [1, 0],
        effective: false,
        exclusions: ['windows'],
        reason: '第2个刷卡周期（11-21 13:00–14:00）内没有考勤',
        credits: 0,
      },
    ],
  });
  const found = async (query: object) =>
    (await unit.analyses.analysisRows({ analysisId: saved.id, ...query })).items.map(({ name }) => name);
  expect(await found({ only: 'effective' })).toEqual(['陈慧敏']);
  expect(await found({ only: 'excluded', reason: 'windows' })).toEqual(['王志强']);
  expect(await found({ reason: 'exam' })).toEqual([]);
  expect(await found({ q: '志强' })).toEqual(['王志强']);
  expect(await found({ q: '志强', only: 'effective' })).toEqual([]);
  expect(await found({ only: 'doubted' })).toEqual([]);
  const written = await auditModel(server.platform.mongo).find({ action: 'analysis.saved' }).lean();
  expect(written).toMatchObject([{ subject: `activity:${activityId}`, reason: '第1次考勤分析' }]);
});

test('what was saved stays as it was while swipes come, and says how many came', async () => {
  const { unit } = fixtures;
  const { wang } = await twoPeople();
  const { id } = await save();
  const before = await unit.analyses.getAnalysis({ analysisId: id });
  await swipeAt(wang, 4 * 60 + 20);
  const after = await unit.analyses.getAnalysis({ analysisId: id });
  expect({ ...after, newSwipes: 0 }).toEqual(before);
  expect(after.newSwipes).toBe(1);
  expect((await unit.analyses.analysisRows({ analysisId: id, only: 'effective' })).total).toBe(1);

  const second = await save();
  expect(second).toMatchObject({ no: 2, counts: { effective: 2 }, newSwipes: 0 });
  const { items } = await unit.analyses.listAnalyses({ activityId: fixtures.activityId });
  expect(items.map(({ no }) => no)).toEqual([2, 1]);
  const comparison = { activityId: fixtures.activityId, first: id, second: second.id };
  expect(await unit.analyses.compareAnalyses(comparison)).toMatchObject({
    both: 1,
    onlyFirst: 0,
    onlySecond: 1,
    total: 1,
    items: [
      {
        learnerId: wang,
        name: '王志强',
        first: { effective: false, reason: '第2个刷卡周期（11-21 13:00–14:00）内没有考勤' },
        second: { effective: true, reason: null },
      },
    ],
  });
  expect(await unit.analyses.compareAnalyses({ ...comparison, show: 'onlyFirst' })).toMatchObject({
    total: 0,
  });
});

test('two saved at once are two, each with its number; what was broken off is swept after a day', async () => {
  const { mongo } = server.platform;
  await twoPeople();
  const both = await Promise.all([save(), save(), save()]);
  expect(both.map(({ no }) => no).sort()).toEqual([1, 2, 3]);
  // A crash after the rows and before the analysis.
  const lost = new Types.ObjectId();
  const row = await analysisRowModel(mongo).findOne().lean();
  await analysisRowModel(mongo).create({ ...row, _id: new Types.ObjectId(), analysisId: lost });
  await analysisBegunModel(mongo).create({ _id: lost, at: new Date(server.clock.now()) });
  await server.services.analyses.sweep();
  expect(await analysisRowModel(mongo).countDocuments({ analysisId: lost })).toBe(1);
  server.clock.pass(25 * HOUR);
  await server.services.analyses.sweep();
  expect(await analysisRowModel(mongo).countDocuments({ analysisId: lost })).toBe(0);
  expect(await analysisRowModel(mongo).countDocuments()).toBe(6);
  expect(await analysisBegunModel(mongo).countDocuments()).toBe(0);
});

test('it is outdated once the authority demands more, in words, and by nothing that was demanded before', async () => {
  const { activityId, authority, unit } = fixtures;
  await twoPeople();
  const chosen = await save({ isEvaluationRequired: true });
  expect(chosen.counts).toMatchObject({ attended: 1, effective: 0 });
  const plain = await save();
  await authority.completionRules.setCompletionRules({ isExamRequired: false, isEvaluationRequired: true });
  await setCheckInRules(server, { isDepartureRequired: true });
  const { items } = await unit.analyses.listAnalyses({ activityId });
  expect(items.map(({ id, outdated }) => [id, outdated])).toEqual([
    [plain.id, '保存之后，行政部门又要求有撤离、完成项目评价，请重新进行考勤分析'],
    [chosen.id, '保存之后，行政部门又要求有撤离，请重新进行考勤分析'],
  ]);
});

test('bad windows are refused at their field', async () => {
  const { activityId, unit, unitId } = fixtures;
  const refused = async (windows: object[], field: string) => {
    for (const endpoint of ['previewAnalysis', 'saveAnalysis'] as const) {
      const call = unit.analyses[endpoint]({ activityId, method: { windows: windows as never } });
      await expect(call).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
    }
  };
  await refused([window(60, 0)], 'method.windows.0.to');
  await refused([MORNING, window(0, 60, { courseId: unitId })], 'method.windows.1.courseId');
  await refused([], 'method.windows');
  await refused(
    Array.from({ length: 41 }, () => MORNING),
    'method.windows',
  );
});

test('without a swipe there is nobody, and the periods make no mistake of it', async () => {
  const { activityId, unit } = fixtures;
  expect(await unit.analyses.timeline({ activityId })).toMatchObject({ bars: [], swipes: 0, persons: 0 });
  const analysis = await analyse(unit, activityId);
  expect(analysis.counts).toEqual({
    persons: 0,
    swipes: 0,
    perWindow: [0],
    attended: 0,
    effective: 0,
    excluded: [],
    doubted: 0,
  });
  expect((await unit.analyses.analysisRows({ analysisId: analysis.id })).items).toEqual([]);
});

test('only an approved activity is analysed; another unit and the authority of another region find nothing', async () => {
  const { activityId, unit, otherUnit, authority } = fixtures;
  await twoPeople();
  const { id } = await save();
  const reads = async (client: typeof unit) => {
    const answers = await Promise.allSettled([
      client.analyses.listAnalyses({ activityId }),
      client.analyses.getAnalysis({ analysisId: id }),
      client.analyses.analysisRows({ analysisId: id }),
      client.analyses.exportAnalysis({ analysisId: id }),
      client.analyses.compareAnalyses({ activityId, first: id, second: id }),
    ]);
    return answers.map((answer) => (answer.status === 'rejected' ? answer.reason.code : 'ok'));
  };
  const none = Array.from({ length: 5 }, () => 'NOT_FOUND');
  expect(await reads(authority)).toEqual(none.map(() => 'ok'));
  expect(await reads(otherUnit)).toEqual(none);
  const hidden = { code: 'NOT_FOUND' };
  await expect(otherUnit.analyses.timeline({ activityId })).rejects.toMatchObject(hidden);
  await expect(otherUnit.analyses.previewAnalysis({ activityId, method })).rejects.toMatchObject(hidden);
  await expect(otherUnit.analyses.saveAnalysis({ activityId, method })).rejects.toMatchObject(hidden);
  await server.platform.mongo
    .collection('authorities')
    .updateOne({ _id: new Types.ObjectId(fixtures.authorityId) }, { $set: { regionCode: '4310' } });
  expect(await reads(authority)).toEqual(none);
  await server.platform.mongo.collection('activities').updateMany({}, { $set: { state: 'waiting' } });
  await expect(save()).rejects.toMatchObject({ code: 'ACTIVITY_NOT_APPROVED' });
  expect(await analysisModel(server.platform.mongo).countDocuments()).toBe(1);
});

test('who has the credit is no longer grantable, and the analysis names its batches', async () => {
  const { unit } = fixtures;
  await twoPeople();
  const windows = method.windows.map((one) => ({ ...one, direction: null, courseId: null }));
  await analyseAndGrant(unit, fixtures.activityId, { method: { windows } });
  const wide = await save({ windows: [MORNING] });
  expect(wide).toMatchObject({ counts: { effective: 2 }, grantable: 1, creditings: 0 });
  const { items } = await unit.analyses.analysisRows({ analysisId: wide.id, only: 'grantable' });
  expect(items.map(({ name }) => name)).toEqual(['王志强']);
  const list = await unit.analyses.listAnalyses({ activityId: fixtures.activityId });
  expect(list.items.map(({ creditings }) => creditings)).toEqual([0, 1]);
});
