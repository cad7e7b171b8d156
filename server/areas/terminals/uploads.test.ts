/** The files between us and a 考勤机: what it is told of an activity, and that each swipe becomes one check-in. */
import { CHECK_IN_WAYS } from '@common/rules/checkInRules';
import { Types } from 'mongoose';
import {
  type Fixtures,
  NINE,
  type ReceivedFile,
  startTestServer,
  type TestServer,
} from '../../testing/harness';
import { approvedLearner } from '../../testing/people';
import { activityModel } from '../activities/model';
import { checkInModel } from '../check-ins/model';
import { learnerModel } from '../learners/model';
import { authorityModel } from '../regions-units/model';
import { cardModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
let terminal: { id: string; code: string };
let learnerId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  terminal = await fixtures.unit.terminals.addTerminal({ name: '1号机' });
  learnerId = await withCard(1, '00012345');
});
afterAll(async () => server.stop());

const HEAD = '考勤机编号,活动编号,课程序号,卡号,刷卡时间,方向';
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** An approved learner with a card that he has had since yesterday. */
async function withCard(n: number, cardNo: string): Promise<string> {
  const learner = await approvedLearner(server, fixtures, n);
  const personnelNo = (await server.services.learners.get(learner.learnerId))?.personnelNo ?? '';
  const { id } = await fixtures.unit.terminals.bindCard({ personnelNo, cardNo });
  const yesterday = new Date(NINE - 24 * 60 * MINUTE);
  await cardModel(server.platform.mongo).updateOne({ _id: id }, { boundAt: yesterday });
  return learner.learnerId;
}
/** `08:30:05` of the day as the machine writes it. */
const swipe = (time: string, cardNo = '00012345', direction = '签到') =>
  `${terminal.code},${fixtures.activityId},1,${cardNo},2026-11-21 ${time},${direction}`;
const fileOf = (lines: string[], bytes?: Uint8Array) =>
  new File([(bytes ?? `\uFEFF${[HEAD, ...lines].join('\r\n')}\r\n`) as BlobPart], '刷卡记录.csv');
const upload = async (lines: string[], more: { terminalTime?: string; client?: Fixtures['unit'] } = {}) =>
  (more.client ?? fixtures.unit).terminals.uploadSwipes({
    activityId: fixtures.activityId,
    terminalId: terminal.id,
    terminalTime: more.terminalTime ?? '',
    file: fileOf(lines),
  });
const checkIns = async () => checkInModel(server.platform.mongo).find().sort({ at: 1 }).lean();

test('each row is counted once, in what became of it', async () => {
  const { learnerId: left } = await approvedLearner(server, fixtures, 2);
  await cardModel(server.platform.mongo).create({
    cardNo: '55555555',
    learnerId: left,
    unitId: fixtures.unitId,
    boundAt: new Date(NINE - MINUTE),
    open: true,
  });
  await learnerModel(server.platform.mongo).updateOne({ _id: left }, { 'approval.state': 'rejected' });
  const report = await upload([
    swipe('08:30:05'),
    swipe('08:30:20'),
    swipe('08:50:00', '00012345', '撤离'),
    swipe('07:30:00'),
    swipe('08:31:00', '99999999'),
    swipe('08:45:00', '99999999'),
    swipe('08:31:00', '55555555'),
    '900000,,1,00012345,2026-11-21 08:55:00,签到',
    `,${'0'.repeat(24)},1,00012345,2026-11-21 08:55:00,签到`,
    ',,7,00012345,2026-11-21 08:55:00,签到',
    swipe('09:05:00'),
    'x',
  ]);
  expect(report).toMatchObject({
    rows: 12,
    taken: 2,
    repeated: 1,
    outside: 1,
    unknown: 2,
    notApproved: 1,
    invalid: 5,
    unknownCards: [{ cardNo: '99999999', at: new Date(NINE - 29 * MINUTE).toISOString(), rows: 2 }],
    by: '王芳',
    fileName: '刷卡记录.csv',
  });
  expect(report.invalidRows.map(({ row }) => row)).toEqual([9, 10, 11, 12, 13]);
  expect(await checkIns()).toMatchObject([
    { method: 'card', direction: 'in', at: new Date(NINE - 30 * MINUTE + 5 * SECOND) },
    { method: 'card', direction: 'out', at: new Date(NINE - 10 * MINUTE) },
  ]);
  expect((await fixtures.unit.terminals.listUploads({ activityId: fixtures.activityId })).items).toEqual([
    report,
  ]);
});

test('a file sent again, at the same time or overlapping another, adds only what was not there', async () => {
  const lines = Array.from({ length: 20 }, (_, n) => swipe(`08:${String(n + 10)}:00`));
  const [one, two] = await Promise.all([upload(lines), upload(lines)]);
  expect(one.taken + two.taken).toBe(20);
  expect(one.repeated + two.repeated).toBe(20);
  const more = await upload([...lines.slice(10), swipe('08:40:00')], { terminalTime: '2026-11-21 09:00:30' });
  expect(more).toMatchObject({ rows: 11, taken: 1, repeated: 10, skewSeconds: 30 });
  expect(await checkIns()).toHaveLength(21);
});

test('a machine whose clock is wrong: all its swipes are put right', async () => {
  const { skewSeconds } = await upload([swipe('07:20:00')], { terminalTime: '2026-11-21 07:50:00' });
  expect(skewSeconds).toBe(-70 * 60);
  expect(await checkIns()).toMatchObject([{ at: new Date(NINE - 30 * MINUTE) }]);
  expect((await fixtures.unit.terminals.listTerminals({})).items).toMatchObject([
    { skewSeconds: -4200, lastUploadAt: new Date(NINE).toISOString() },
  ]);
  await expect(upload([swipe('08:20:00')], { terminalTime: '八点' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'terminalTime',
  });
});

test('a card that is registered after the class brings its swipes when the file is sent again', async () => {
  const { learnerId: late } = await approvedLearner(server, fixtures, 2);
  const lines = [swipe('08:30:05', '77777777')];
  expect(await upload(lines)).toMatchObject({ unknown: 1, taken: 0 });
  const personnelNo = (await server.services.learners.get(late))?.personnelNo ?? '';
  await fixtures.unit.terminals.bindCard({ personnelNo, cardNo: '77777777' });
  expect(await upload(lines)).toMatchObject({ unknown: 0, taken: 1 });
  expect(String((await checkIns())[0]?.learnerId)).toBe(late);
});

test('what Excel saves is read: GBK and tabs', async () => {
  // 卡号\t刷卡时间 in GBK.
  const head = [0xbf, 0xa8, 0xba, 0xc5, 0x09, 0xcb, 0xa2, 0xbf, 0xa8, 0xca, 0xb1, 0xbc, 0xe4, 0x0a];
  const bytes = Uint8Array.from([...head, ...Buffer.from('00012345\t2026/11/21 8:30\n')]);
  const report = await fixtures.unit.terminals.uploadSwipes({
    activityId: fixtures.activityId,
    terminalId: terminal.id,
    file: fileOf([], bytes),
  });
  expect(report).toMatchObject({ rows: 1, taken: 1 });
});

test.each([
  ['an Excel workbook', 'PK\u0003\u0004', 'Excel工作簿'],
  ['another table', '姓名,单位\n陈慧敏,医院', '表头'],
  ['nothing', '', '空'],
])('%s is refused, and nothing is kept of it', async (_what, text, words) => {
  await expect(
    fixtures.unit.terminals.uploadSwipes({
      activityId: fixtures.activityId,
      terminalId: terminal.id,
      file: fileOf([], Buffer.from(text)),
    }),
  ).rejects.toMatchObject({ code: 'FILE_INVALID', field: 'file', message: expect.stringContaining(words) });
  expect((await fixtures.unit.terminals.listUploads({ activityId: fixtures.activityId })).total).toBe(0);
});

test('the hours and the first course of the region hold for swipes as for scans', async () => {
  const { mongo } = server.platform;
  await activityModel(mongo).updateOne(
    { _id: fixtures.activityId },
    { $push: { courses: { _id: new Types.ObjectId(), name: '护理安全', minutes: 60, lecturers: [] } } },
  );
  const { qrPeriodSeconds: _period, ...checkIn } = CHECK_IN_WAYS.jiangsu.rules;
  await authorityModel(mongo).updateOne(
    { _id: fixtures.authorityId },
    { 'settings.checkIn': { ...checkIn, isFirstCourseOnly: true } },
  );
  const second = swipe('08:30:00').replace(',1,', ',2,');
  server.clock.pass(60 * MINUTE);
  expect(await upload([swipe('07:30:00'), second, swipe('09:30:00')])).toMatchObject({
    taken: 2,
    outside: 1,
  });
  expect((await checkIns()).map(({ courseId }) => String(courseId))).toEqual([
    fixtures.courseId,
    fixtures.courseId,
  ]);
});

test('only the unit that holds the activity, with its own machine, and once it is approved', async () => {
  await expect(upload([swipe('08:30:00')], { client: fixtures.otherUnit })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const foreign = await fixtures.otherUnit.terminals.addTerminal({ name: '外单位' });
  await expect(
    fixtures.unit.terminals.uploadSwipes({
      activityId: fixtures.activityId,
      terminalId: foreign.id,
      file: fileOf([swipe('08:30:00')]),
    }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND', field: 'terminalId' });
  await activityModel(server.platform.mongo).updateOne({ _id: fixtures.activityId }, { state: 'draft' });
  await expect(upload([swipe('08:30:00')])).rejects.toMatchObject({ code: 'ACTIVITY_NOT_APPROVED' });
  await expect(
    fixtures.unit.terminals.activityFile({ activityId: fixtures.activityId }),
  ).rejects.toMatchObject({ code: 'ACTIVITY_NOT_APPROVED' });
  expect(await checkIns()).toEqual([]);
});

test('the machine is told of the activity and of everybody who has a card', async () => {
  await approvedLearner(server, fixtures, 2, { name: '王志强' });
  const file = (await fixtures.unit.terminals.activityFile({
    activityId: fixtures.activityId,
  })) as ReceivedFile;
  const learner = await server.services.learners.get(learnerId);
  expect(file.name).toBe('考勤机活动信息-外科护理学新进展学习班-第1期.csv');
  expect(file.bytes.toString('utf8').split('\r\n')).toEqual([
    `\uFEFF活动,${fixtures.activityId},外科护理学新进展学习班 第1期`,
    '课程,1,围手术期护理',
    '周期,2026-11-21 08:00,2026-11-21 18:00',
    '卡号,人员编号,姓名,单位',
    `00012345,${learner?.personnelNo},陈慧敏,漯河市中心医院`,
    '',
  ]);
});
