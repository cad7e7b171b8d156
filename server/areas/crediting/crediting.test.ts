/** 授分 by an analysis: to whom, on what day, each once. */
import { Types } from 'mongoose';
import { analyse, analyseAndGrant, attendees } from '../../testing/crediting';
import { type Fixtures, NINE, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague } from '../../testing/people';
import { swipe } from '../../testing/swipes';
import { creditEntryModel } from '../credits/model';
import { learnerModel } from '../learners/model';
import { notificationModel } from '../notifications/model';
import { creditingModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const entries = () => creditEntryModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const batches = () => creditingModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
const grantBy = (analysisId: string, given: { learnerIds?: string[]; activityDate?: string } = {}) =>
  fixtures.unit.crediting.grant({
    activityId: fixtures.activityId,
    analysisId,
    activityDate: '2026-11-21',
    ...given,
  });

const windowOf = (from: string, to: string) => ({ from, to, direction: null, courseId: null });

test('grants to those chosen, later to the rest; each entry says where he works and what it was for', async () => {
  const people = await attendees(server, fixtures, 3);
  const [first = ''] = people.map(({ learnerId }) => learnerId);
  const { id } = await analyse(fixtures.unit, fixtures.activityId);
  expect(await grantBy(id, { learnerIds: [first, first] })).toMatchObject({
    kind: 'participants',
    persons: 1,
    alreadyCredited: 0,
    creditsEach: 200,
    state: 'waiting',
    progress: null,
    waitingFor: '漯河市卫生健康委员会',
    reviewDueOn: '2026-12-05',
    daysLeft: 14,
    can: ['revoke'],
  });
  expect(await grantBy(id)).toMatchObject({ persons: 2, alreadyCredited: 1 });
  await expect(grantBy(id)).rejects.toMatchObject({ code: 'NOTHING_TO_CREDIT' });

  const written = await entries();
  expect(written).toHaveLength(3);
  expect(written[0]).toMatchObject({
    kind: 'grant',
    learnerId: new Types.ObjectId(first),
    ...{ role: 'participant', round: 0, credits: 200, minutes: 360, year: 2026 },
    activityDate: '2026-11-21',
    unitId: new Types.ObjectId(fixtures.unitId),
    holderId: new Types.ObjectId(fixtures.unitId),
    ...{ department: '护理部', regionCode: '411102', level: 'national', disciplineCode: '1402' },
  });
  const told = await notificationModel(server.platform.mongo).countDocuments({ kind: 'credit' });
  expect(told).toBe(3);
});

test('who is unchecked with a reason stays out; one who is not effective can be neither chosen nor unchecked', async () => {
  const [one, two] = (await attendees(server, fixtures, 2)).map(({ learnerId }) => learnerId);
  const absent = (await approvedLearner(server, fixtures, 9, { name: '缺席' })).learnerId;
  const { activityId, unit } = fixtures;
  for (const wanted of [
    { learnerIds: [one ?? '', absent] },
    { except: [{ learnerId: absent, reason: '迟到' }] },
  ]) {
    await expect(analyseAndGrant(unit, activityId, wanted)).rejects.toMatchObject({
      code: 'NOT_PRESENT',
      field: Object.keys(wanted)[0],
    });
  }
  expect(await batches()).toEqual([]);
  const except = [{ learnerId: two ?? '', reason: '中途离场' }];
  const batch = await analyseAndGrant(unit, activityId, { except });
  expect(batch).toMatchObject({ persons: 1, exceptedPersons: 1, alreadyCredited: 0 });
  const { items } = await unit.crediting.creditingPersons({ creditingId: batch.id, show: 'all' });
  expect(items).toMatchObject([
    {
      learnerId: one,
      state: 'granted',
      credits: 200,
      reason: null,
      swipes: [1],
      idNoMasked: expect.stringContaining('*'),
    },
    { learnerId: two, state: 'excepted', credits: 0, reason: '中途离场' },
  ]);
});

test('twenty administrators at once, with choices that overlap, credit each person once', async () => {
  const ids = (await attendees(server, fixtures, 4)).map(({ learnerId }) => learnerId);
  const { id } = await analyse(fixtures.unit, fixtures.activityId);
  const choices = [undefined, ids.slice(0, 3), ids.slice(1), ids];
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, at) => grantBy(id, { learnerIds: choices[at % 4] })),
  );
  const granted = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.persons] : []));
  expect(granted.reduce((sum, n) => sum + n, 0)).toBe(4);
  for (const answer of answers) {
    if (answer.status === 'rejected') {
      expect(answer.reason).toMatchObject({ code: 'NOTHING_TO_CREDIT' });
    }
  }
  const written = await entries();
  expect(new Set(written.map(({ learnerId }) => String(learnerId))).size).toBe(4);
  expect(written).toHaveLength(4);
  // No batch without its entries was left behind.
  const left = await batches();
  expect(left.map(({ state }) => state)).toEqual(left.map(() => 'waiting'));
  expect(left.reduce((sum, { persons }) => sum + persons, 0)).toBe(4);
});

test('once the authority demands more, the old analysis grants nothing and says what is new', async () => {
  await attendees(server, fixtures, 1);
  const { id } = await analyse(fixtures.unit, fixtures.activityId);
  await fixtures.authority.completionRules.setCompletionRules({
    isExamRequired: false,
    isEvaluationRequired: true,
  });
  await expect(grantBy(id)).rejects.toMatchObject({
    code: 'ANALYSIS_OUTDATED',
    message: expect.stringContaining('评价'),
  });
});

test('another unit sees and grants nothing; an analysis of another activity is none', async () => {
  await attendees(server, fixtures, 1);
  const { activityId, unit, otherUnit } = fixtures;
  const { id } = await analyse(unit, activityId);
  const given = { activityId, analysisId: id, activityDate: '2026-11-21' };
  await expect(otherUnit.crediting.grant(given)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const batch = await unit.crediting.grant(given);
  expect((await otherUnit.crediting.listCreditings({})).total).toBe(0);
  for (const seen of [
    otherUnit.crediting.getCrediting({ creditingId: batch.id }),
    otherUnit.crediting.creditingPersons({ creditingId: batch.id }),
    otherUnit.crediting.exportCrediting({ creditingId: batch.id }),
    otherUnit.crediting.revoke({ creditingId: batch.id, learnerIds: [activityId], reason: '错' }),
    otherUnit.crediting.resubmit({ creditingId: batch.id }),
    otherUnit.crediting.listLecturers({ activityId }),
    unit.crediting.grant({ ...given, analysisId: activityId }),
  ]) {
    await expect(seen).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});

test('the day must be one on which it was held', async () => {
  await attendees(server, fixtures, 1);
  const { id } = await analyse(fixtures.unit, fixtures.activityId);
  for (const activityDate of ['2026-02-30', '2026-11-22']) {
    await expect(grantBy(id, { activityDate })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'activityDate',
    });
  }
});

test('项目参加者授分: whom an earlier analysis credited hides nobody whom the last one finds', async () => {
  const { activityId, unit } = fixtures;
  const at = (minutes: number) => new Date(server.clock.now() + minutes * 60_000).toISOString();
  await attendees(server, fixtures, 1);
  await analyseAndGrant(unit, activityId, { method: { windows: [windowOf(at(-5), at(5))] } });
  server.clock.pass(30 * 60_000);
  const later = await approvedLearner(server, fixtures, 2, { name: '学员' });
  await swipe(server, fixtures, later.learnerId);
  await analyse(unit, activityId, { windows: [windowOf(at(-5), at(5))] });
  expect((await unit.crediting.listCreditable({})).items).toMatchObject([{ credited: 1, grantable: 1 }]);
});

test('项目参加者授分: who was unchecked and is credited later hides nobody who is still left', async () => {
  const { activityId, unit } = fixtures;
  const ids = (await attendees(server, fixtures, 3)).map(({ learnerId }) => learnerId);
  const [one = '', two = '', three = ''] = ids;
  const { id } = await analyse(unit, activityId);
  const given = { activityId, analysisId: id, activityDate: '2026-11-21' };
  const except = [{ learnerId: two, reason: '待核实' }];
  await unit.crediting.grant({ ...given, learnerIds: [one], except });
  await grantBy(id, { learnerIds: [two] });
  expect((await unit.crediting.listCreditable({})).items).toMatchObject([{ credited: 2, grantable: 1 }]);
  await grantBy(id, { learnerIds: [three] });
  expect((await unit.crediting.listCreditable({})).items).toEqual([]);
});

test('项目参加者授分: what is left to grant, what is late, what is done', async () => {
  const { activityId } = fixtures;
  await attendees(server, fixtures, 2);
  const { id } = await analyse(fixtures.unit, activityId);
  let { unit } = fixtures;
  const grant = (learnerIds?: string[]) =>
    unit.crediting.grant({ activityId, analysisId: id, learnerIds, activityDate: '2026-11-21' });
  const list = (show: 'open' | 'late' | 'all', q?: string) => unit.crediting.listCreditable({ show, q });
  const row = { activityId, attended: 2, analyses: 1, credited: 0, grantable: 2 };
  expect(await list('open')).toMatchObject({ late: 0, items: [{ ...row, dueOn: null, daysLeft: null }] });

  server.clock.set(NINE + 16 * 24 * 3_600_000);
  ({ client: unit } = await colleague(server, fixtures.unitId));
  const late = { ...row, dueOn: '2026-12-05', daysLeft: -2 };
  expect(await list('late')).toMatchObject({ late: 1, items: [late] });
  const [learner] = await learnerModel(server.platform.mongo).find().sort({ _id: 1 }).lean();
  await grant([String(learner?._id)]);
  expect(await list('late')).toMatchObject({ late: 0, items: [] });
  expect(await list('open')).toMatchObject({ items: [{ credited: 1, grantable: 1, daysLeft: null }] });
  await grant();
  expect((await list('open')).items).toEqual([]);
  expect(await list('all', '外科护理')).toMatchObject({ total: 1, items: [{ credited: 2, grantable: 0 }] });
  expect((await list('all', '没有的项目')).total).toBe(0);
});
