/** 现场看板: who is here, who has left and who is missing, and the reminder of the missing. */
import mongoose from 'mongoose';
import { hallOf, toldTo } from '../../testing/enrolments';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { swipe } from '../../testing/swipes';
import { learnerModel } from '../learners/model';

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
type Query = Partial<Parameters<Fixtures['unit']['presence']['presence']>[0]>;
const look = async (query: Query = {}) =>
  fixtures.unit.presence.presence({ activityId: fixtures.activityId, ...query });
const namesOf = async (query: Query) => (await look(query)).items.map(({ name }) => name);

/** So many who are enrolled, of the unit or of another one. */
async function enrolled(count: number, unitId = fixtures.unitId) {
  const hall = await hallOf(server, { unitId }, count);
  for (const { client } of hall) {
    await client.enrolments.enrol({ activityId: fixtures.activityId });
  }
  return hall.map(({ learnerId }) => learnerId) as [string, ...string[]];
}

test('enrolled and not come, come, left, come back, and come without having enrolled', async () => {
  const [missing, here, left, back] = (await enrolled(4)) as [string, string, string, string];
  const [guest] = await hallOf(server, { unitId: fixtures.otherUnitId }, 1);
  await learnerModel(server.platform.mongo).updateOne({ _id: left }, { $set: { department: '内科' } });
  for (const [who, direction] of [
    [left, 'in'],
    [back, 'in'],
    [left, 'out'],
    [back, 'out'],
    [back, 'in'],
    [here, 'in'],
    [guest?.learnerId ?? '', 'in'],
  ] as const) {
    await swipe(server, fixtures, who, direction);
    server.clock.pass(MINUTE);
  }
  const board = await look();
  expect(board).toMatchObject({ here: 3, left: 1, missing: 1, held: 0, total: 5 });
  expect(board.departments).toEqual([
    { name: '护理部', here: 2, expected: 3 },
    { name: '内科', here: 0, expected: 1 },
    { name: '宜章县第二人民医院', here: 1, expected: 1 },
  ]);
  expect(board.items.map(({ learnerId, state, isEnrolled }) => [learnerId, state, isEnrolled])).toEqual([
    [guest?.learnerId, 'here', false],
    [here, 'here', true],
    [back, 'here', true],
    [left, 'left', true],
    [missing, 'missing', true],
  ]);
  expect(board.items[4]?.lastAt).toBeNull();

  expect((await look({ show: 'missing' })).items).toMatchObject([{ learnerId: missing }]);
  expect((await look({ department: '护理部', show: 'here' })).total).toBe(2);
  expect((await look({ q: '宜章' })).items).toMatchObject([{ learnerId: guest?.learnerId }]);
  const pages = [await look({ pageSize: 2 }), await look({ pageSize: 2, page: 2 })];
  expect(pages.flatMap(({ items }) => items.map(({ learnerId }) => learnerId))).toEqual(
    board.items.slice(0, 4).map(({ learnerId }) => learnerId),
  );
});

test('yesterday’s swipes do not make anybody present today', async () => {
  const [one] = await enrolled(1);
  server.clock.set(NINE - 9 * HOUR - 1);
  await swipe(server, fixtures, one);
  server.clock.set(NINE);
  expect(await look()).toMatchObject({ here: 0, missing: 1 });
});

test('who waits for a place is not expected, and who left is not either', async () => {
  const hall = await hallOf(server, fixtures, 3);
  const { activityId } = fixtures;
  await fixtures.unit.enrolments.setCapacity({ activityId, capacity: 1 });
  await hall[0]?.client.enrolments.enrol({ activityId });
  await hall[1]?.client.enrolments.enrol({ activityId });
  expect(await namesOf({})).toEqual(['学员1']);
  await hall[1]?.client.enrolments.leave({ activityId });
  expect(await namesOf({})).toEqual(['学员1']);
});

test('forty people take as few questions to the store as two', async () => {
  const asked: string[] = [];
  mongoose.set('debug', (collection: string, method: string) => asked.push(`${collection}.${method}`));
  const questionsOf = async (count: number) => {
    const people = await enrolled(count);
    await swipe(server, fixtures, people[0]);
    asked.length = 0;
    expect((await look()).total).toBeGreaterThanOrEqual(count);
    return [...asked].sort();
  };
  const ofTwo = await questionsOf(2);
  const ofForty = await questionsOf(40);
  mongoose.set('debug', false);
  expect(ofTwo).toContain('checkIns.aggregate');
  expect(ofForty).toEqual(ofTwo);
});

describe('提醒未到人员', () => {
  const remind = async (learnerIds?: string[]) =>
    fixtures.unit.presence.remindMissing({
      activityId: fixtures.activityId,
      ...(learnerIds && { learnerIds }),
    });

  test('tells those who are missing once in half a day, with when and where', async () => {
    const [missing, here] = (await enrolled(2)) as [string, string];
    await swipe(server, fixtures, here);
    expect(await remind()).toEqual({ told: 1, alreadyTold: 0 });
    expect(await remind()).toEqual({ told: 0, alreadyTold: 1 });
    expect(await toldTo(server, missing)).toEqual([
      '您报名的活动今天举办|外科护理学新进展学习班|时间：2026-11-21 08:00 至 18:00|地点：学术报告厅|您还没有签到，请到现场扫描大屏上的二维码。',
    ]);
    expect(await toldTo(server, here)).toEqual([]);
    server.clock.pass(3 * HOUR);
    expect(await remind()).toEqual({ told: 1, alreadyTold: 0 });
  });

  test('pressed by two at the same time each is told once', async () => {
    await enrolled(3);
    const answers = await Promise.all([remind(), remind(), remind()]);
    expect(answers.reduce((sum, { told }) => sum + told, 0)).toBe(3);
  });

  test('only those who are named, and of them only who is missing', async () => {
    const [first, second, third] = (await enrolled(3)) as [string, string, string];
    await swipe(server, fixtures, third);
    expect(await remind([second, third])).toEqual({ told: 1, alreadyTold: 0 });
    expect([await toldTo(server, first), await toldTo(server, third)]).toEqual([[], []]);
  });

  test('not when nothing is held, and not for another unit’s activity', async () => {
    await enrolled(1);
    server.clock.pass(9 * HOUR + 1);
    await expect(remind()).rejects.toMatchObject({
      code: 'OUTSIDE_HOLDING_PERIOD',
      message: '当前不在活动举办周期内（2026-11-21 08:00 至 18:00），不能提醒',
    });
    const { activityId } = fixtures;
    const { remindMissing, presence, listSpotChecks, startSpotCheck } = fixtures.otherUnit.presence;
    for (const ask of [
      async () => remindMissing({ activityId }),
      async () => presence({ activityId }),
      async () => listSpotChecks({ activityId }),
      async () => startSpotCheck({ activityId, persons: 1 }),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
