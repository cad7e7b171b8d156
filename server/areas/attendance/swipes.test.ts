/** 考勤明细: what is listed, to whom, by which filters, and as Excel. */

import { Workbook } from 'exceljs';
import { Types } from 'mongoose';
import {
  type Fixtures,
  NINE,
  type ReceivedFile,
  startTestServer,
  type TestServer,
} from '../../testing/harness';
import { approvedLearner, colleague, idNoOf } from '../../testing/people';
import { auditModel } from '../audit/model';
import { checkInModel } from '../check-ins/model';

let server: TestServer;
let fixtures: Fixtures;
let learnerIds: string[];
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  const chen = await approvedLearner(server, fixtures, 1);
  const wang = await approvedLearner(server, fixtures, 2, { name: '王志强', department: '骨科' });
  learnerIds = [chen.learnerId, wang.learnerId];
});
afterAll(async () => server.stop());

const MINUTE = 60_000;
let made = 0;
const swipe = async (who: number, minutes: number, some: object = {}) => {
  made += 1;
  return server.services.checkIns.record({
    activityId: new Types.ObjectId(fixtures.activityId),
    courseId: new Types.ObjectId(fixtures.courseId),
    learnerId: new Types.ObjectId(learnerIds[who]),
    direction: 'in',
    at: new Date(NINE + minutes * MINUTE),
    method: 'qr',
    claim: `claim-${made}`,
    periodMs: MINUTE,
    ...some,
  });
};
const list = async (query: object = {}) =>
  fixtures.unit.attendance.listSwipes({ activityId: fixtures.activityId, ...query });

test('lists the latest first, with how it was made, by whom and why', async () => {
  await swipe(0, 0, { place: { longitude: 114, latitude: 33.5, accuracy: 20, metres: 81.6 } });
  await swipe(1, 5, { direction: 'out', method: 'manual', by: '王芳', reason: '手机没电' });
  const answer = await list();
  expect(answer).toMatchObject({ total: 2, persons: 2 });
  expect(answer.items).toMatchObject([
    {
      name: '王志强',
      unitName: '漯河市中心医院',
      department: '骨科',
      courseName: '围手术期护理',
      direction: 'out',
      method: 'manual',
      by: '王芳',
      reason: '手机没电',
      metres: null,
    },
    { name: '陈慧敏', method: 'qr', by: null, reason: null, metres: 82, at: new Date(NINE).toISOString() },
  ]);
});

test('is narrowed by name, course, direction, method and person, and counts what it shows', async () => {
  await swipe(0, 0);
  await swipe(0, 60, { direction: 'out' });
  await swipe(1, 1, { method: 'card' });
  expect(await list({ q: '志强' })).toMatchObject({ total: 1, persons: 1, items: [{ name: '王志强' }] });
  expect(await list({ q: '志', learnerId: learnerIds[0] })).toMatchObject({ total: 0, persons: 0 });
  expect(await list({ direction: 'out' })).toMatchObject({ total: 1, items: [{ name: '陈慧敏' }] });
  expect(await list({ method: 'card' })).toMatchObject({ total: 1, items: [{ name: '王志强' }] });
  expect(await list({ learnerId: learnerIds[0] })).toMatchObject({ total: 2, persons: 1 });
  expect(await list({ courseId: fixtures.unitId })).toMatchObject({ total: 0, persons: 0, items: [] });
});

test('pages of swipes of one moment hold each once', async () => {
  const at = new Date(NINE);
  for (const direction of ['in', 'out'] as const) {
    await swipe(0, 0, { at, direction });
    await swipe(1, 0, { at, direction });
  }
  const pages = await Promise.all([1, 2, 3, 4].map(async (page) => list({ page, pageSize: 1 })));
  expect(new Set(pages.flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(4);
});

test('another unit’s activity is not found', async () => {
  await expect(
    fixtures.otherUnit.attendance.listSwipes({ activityId: fixtures.activityId }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a page of 20,000 swipes is read by the index, not sorted', async () => {
  const filter = { activityId: new Types.ObjectId(fixtures.activityId) };
  const plan = await checkInModel(server.platform.mongo)
    .find(filter)
    .sort({ at: -1, _id: -1 })
    .limit(50)
    .explain('queryPlanner');
  const winning = JSON.stringify((plan as { queryPlanner?: object }).queryPlanner ?? plan);
  expect(winning).toContain('activityId_1_at_-1__id_-1');
  expect(winning).not.toContain('"SORT"');
});

describe('as Excel', () => {
  const rowsOf = async (file: ReceivedFile) => {
    const workbook = new Workbook();
    await workbook.xlsx.load(file.bytes.buffer as ArrayBuffer);
    const rows: string[][] = [];
    workbook.worksheets[0]?.eachRow((row) => {
      rows.push((row.values as unknown[]).slice(1).map(String));
    });
    return rows;
  };
  const exported = async (client = fixtures.unit, idNo?: 'masked' | 'whole') =>
    rowsOf((await client.attendance.exportSwipes({ activityId: fixtures.activityId, idNo })) as ReceivedFile);

  test('has every swipe in the order of time, numbers masked', async () => {
    await swipe(1, 5);
    await swipe(0, 0);
    const [head, first, second] = await exported();
    expect(head?.slice(0, 3)).toEqual(['序号', '姓名', '身份证号']);
    expect(first).toEqual(expect.arrayContaining(['1', '陈慧敏', '签到', '2026-11-21 09:00:00', '扫码']));
    expect(first?.[2]).toContain('****');
    expect(second?.[1]).toBe('王志强');
  });

  test('has the whole numbers for who may read them, and each of them can see that', async () => {
    await swipe(0, 0);
    const [, first] = await exported(fixtures.unit, 'whole');
    expect(first?.[2]).toBe(idNoOf(1));
    const written = await auditModel(server.platform.mongo)
      .find({ action: 'attendance.numbers-exported' })
      .sort({ _id: 1 })
      .lean();
    expect(written.map(({ subject }) => subject)).toEqual([`learner:${learnerIds[0]}`]);
  });

  test('keeps them from whoever may not', async () => {
    await swipe(0, 0);
    const { client } = await colleague(server, fixtures.unitId, { permissions: ['holdActivities'] });
    await expect(exported(client, 'whole')).rejects.toMatchObject({ code: 'PERMISSION_REQUIRED' });
    expect((await exported(client))[1]?.[2]).toContain('****');
  });
});
