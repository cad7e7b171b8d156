/** What the unit does with its report: write, hand in, take back. */
import { analyseAndGrant } from '../../testing/crediting';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, colleague, openScreen } from '../../testing/people';
import { endedActivity, FILLED, handIn, signedInAgain } from '../../testing/reports';
import { projectModel } from '../catalogue/model';

const DAY = 24 * 3_600_000;

let server: TestServer;
let fixtures: Fixtures;
let activityId: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
  ({ activityId } = fixtures);
});
afterAll(async () => server.stop());

/** Time goes by. */
async function later(days: number): Promise<void> {
  server.clock.pass(days * DAY);
  Object.assign(fixtures, await signedInAgain(server, fixtures));
}
const get = async () => fixtures.unit.reports.getReport({ activityId });

test('written bit by bit; what is missing is said, page by page', async () => {
  await endedActivity(server);
  const { reports } = fixtures.unit;
  const first = await reports.saveReport({
    activityId,
    version: 0,
    form: { holding: { participants: 86, place: '报告厅' } },
  });
  expect(first).toMatchObject({ state: 'draft', version: 1, can: ['submit'] });
  expect(first.missing.map(({ page, field }) => [page, field])).toEqual([
    ['holding', 'holding.lecturers'],
    ['summary', 'summary.effect'],
    ['summary', 'summary.problems'],
  ]);
  await expect(reports.submitReport({ activityId, version: 1 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: '请填写授课人数',
    field: 'holding.lecturers',
  });
  expect((await get()).state).toBe('draft');
});

test('handed in it goes to the authority, without the unit’s own step, and stays as it was', async () => {
  await endedActivity(server);
  const view = await handIn(fixtures.unit, activityId);
  expect(view).toMatchObject({
    state: 'waiting',
    waitingFor: '漯河市卫生健康委员会',
    daysLeft: null,
    isLate: false,
    can: ['withdraw'],
    steps: [{ step: 'city', state: 'waiting' }],
    moves: [{ move: 'submit', byName: '漯河市中心医院', administratorName: '王芳' }],
  });
  await expect(
    fixtures.unit.reports.saveReport({ activityId, version: view.version, form: FILLED }),
  ).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
});

test('who writes over what a colleague has saved meanwhile is told', async () => {
  await endedActivity(server);
  const { client } = await colleague(server, fixtures.unitId);
  const save = async (from: typeof client, effect: string) =>
    from.reports.saveReport({ activityId, version: 0, form: { ...FILLED, summary: { effect } } });
  const answers = await Promise.allSettled([save(fixtures.unit, '甲'), save(client, '乙')]);
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
  expect(refused).toMatchObject([{ code: 'REVIEW_MOVED' }]);
  expect(await get()).toMatchObject({ version: 1 });
});

test('submitted twice at once it is handed in once', async () => {
  await endedActivity(server);
  const { reports } = fixtures.unit;
  const { version } = await reports.saveReport({ activityId, version: 0, form: FILLED });
  const answers = await Promise.allSettled(
    Array.from({ length: 6 }, () => reports.submitReport({ activityId, version })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 'rejected') {
      expect(['REVIEW_MOVED', 'MOVE_REFUSED']).toContain(answer.reason.code);
    }
  }
  expect((await get()).moves).toHaveLength(1);
});

test('late is handed in all the same, and stays late', async () => {
  await endedActivity(server);
  await later(90);
  expect(await get()).toMatchObject({ isLate: true, daysLeft: expect.any(Number) });
  expect((await get()).daysLeft).toBeLessThan(0);
  expect(await handIn(fixtures.unit, activityId)).toMatchObject({
    state: 'waiting',
    isLate: true,
    daysLeft: null,
  });
});

test('taken back before anybody looked it counts as not handed in: the deadline goes on', async () => {
  await endedActivity(server);
  await handIn(fixtures.unit, activityId);
  expect(await fixtures.unit.reports.withdrawReport({ activityId })).toMatchObject({
    state: 'draft',
    daysLeft: expect.any(Number),
    can: ['submit'],
  });
  await later(90);
  expect(await get()).toMatchObject({ isLate: true });
});

test('returned and handed in again after the due day it is not late: the review took the time', async () => {
  await endedActivity(server);
  const { id, version } = await handIn(fixtures.unit, activityId);
  await later(90);
  await fixtures.authority.reports.decideReports({
    items: [{ id, version }],
    decision: 'return',
    reason: '请补充',
  });
  expect(await handIn(fixtures.unit, activityId)).toMatchObject({ state: 'waiting', isLate: false });
  expect(await fixtures.unit.reports.withdrawReport({ activityId })).toMatchObject({
    state: 'draft',
    isLate: false,
  });
});

test('where nobody reviews it can be written, and not handed in', async () => {
  await endedActivity(server);
  await projectModel(server.platform.mongo).updateMany({}, { $set: { level: 'province' } });
  expect(await get()).toMatchObject({ steps: [], can: ['submit'] });
  await expect(handIn(fixtures.unit, activityId)).rejects.toMatchObject({ code: 'NO_REVIEWER' });
  expect(await get()).toMatchObject({ state: 'draft', form: FILLED });
});

test('pages 3 and 4 are attached: who was there, who was credited', async () => {
  const { client, learnerId } = await approvedLearner(server, fixtures, 1);
  const { show } = await openScreen(server, fixtures);
  const { claimId } = await client.checkIns.scan({ text: (await show()).text });
  await client.checkIns.checkIn({ claimId });
  await endedActivity(server);
  const period = { from: '2026-11-21T00:00:00.000Z', to: '2026-11-21T10:00:00.000Z' };
  const analysis = { windows: [period], persons: 1, effectivePersons: 1 };
  expect(await get()).toMatchObject({ analysis: { ...analysis, creditedPersons: 0 }, creditings: [] });
  const { id: creditingId } = await analyseAndGrant(fixtures.unit, activityId);
  const batch = { activityDate: '2026-11-21', persons: 1, state: 'waiting' };
  expect(await get()).toMatchObject({
    analysis: { ...analysis, creditedPersons: 1 },
    creditings: [batch],
  });
  await fixtures.unit.crediting.revoke({ creditingId, learnerIds: [learnerId], reason: '代刷卡' });
  expect(await get()).toMatchObject({
    analysis: { ...analysis, creditedPersons: 0 },
    creditings: [{ ...batch, persons: 0 }],
  });
});

test('another unit finds nothing and does nothing', async () => {
  await endedActivity(server);
  const { reports } = fixtures.otherUnit;
  const gone = { code: 'NOT_FOUND' };
  await expect(reports.getReport({ activityId })).rejects.toMatchObject(gone);
  await expect(reports.saveReport({ activityId, version: 0, form: FILLED })).rejects.toMatchObject(gone);
  await expect(reports.submitReport({ activityId, version: 0 })).rejects.toMatchObject(gone);
  await expect(reports.withdrawReport({ activityId })).rejects.toMatchObject(gone);
  expect(await get()).toMatchObject({ version: 0, state: 'draft' });
});

test('before its activity has ended there is none', async () => {
  await expect(get()).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: expect.stringContaining('活动结束后才能填写'),
  });
});

test('bad input is named', async () => {
  await endedActivity(server);
  const { reports } = fixtures.unit;
  const saved = (form: object) => reports.saveReport({ activityId, version: 0, form });
  await expect(saved({ holding: { participants: -1 } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'form.holding.participants',
  });
  await expect(saved({ summary: { effect: '长'.repeat(2001) } })).rejects.toMatchObject({
    message: '最多2000字',
    field: 'form.summary.effect',
  });
});
