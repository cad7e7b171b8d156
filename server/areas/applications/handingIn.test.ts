/** 提交上报 and 撤回: complete or refused, once, and everybody sees who has it now. */

import {
  atAuthority,
  completeForm,
  decide,
  draft,
  openWindow,
  seenBy,
  submitted,
  YEAR,
} from '../../testing/applications';
import { ADMINISTRATOR, type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { colleague } from '../../testing/people';
import { anotherAuthority } from '../../testing/units';
import { auditModel } from '../audit/model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

beforeEach(async () => {
  await openWindow(fixtures.authority);
});
const submit = async ({ id, version }: { id: string; version: number }) =>
  fixtures.unit.applications.submitApplication({ applicationId: id, version });
const audited = async () =>
  (
    await auditModel(server.platform.mongo)
      .find({ subject: /^application/ })
      .sort({ sequence: 1 })
      .lean()
  ).map(({ action }) => action);

test('it goes to the unit’s 科教 department first, and says so', async () => {
  const waiting = await submitted(fixtures.unit);
  expect(waiting).toMatchObject({
    state: 'waiting',
    waitingFor: '漯河市中心医院',
    submittedAt: new Date(server.clock.now()).toISOString(),
    can: ['withdraw', 'pass', 'return', 'reject'],
    missing: [],
    steps: [
      { step: 'unit', state: 'waiting' },
      { step: 'city', ownerName: '漯河市卫生健康委员会', state: 'ahead' },
    ],
    moves: [
      {
        move: 'submit',
        at: new Date(server.clock.now()).toISOString(),
        byName: '漯河市中心医院',
        administratorName: ADMINISTRATOR,
        reason: '',
        pages: [],
      },
    ],
  });
  expect(await audited()).toEqual(['application.created', 'application.submitted']);
});

test('what is incomplete is refused with the first fault', async () => {
  const made = await draft(
    fixtures.unit,
    completeForm({ leader: { specialty: '' }, organiser: { contact: '' } }),
  );
  await expect(submit(made)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'leader.specialty',
    message: '请填写项目负责人的从事专业',
  });
});

test('hours that do not add up are told with both sums', async () => {
  const made = await draft(fixtures.unit, completeForm({ basics: { minutes: 540 } }));
  await expect(submit(made)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'courses',
    message: '各门课程的学时之和是6学时，必须等于项目的总学时9学时',
  });
});

test('days outside the year that is applied for are refused', async () => {
  const made = await draft(fixtures.unit, completeForm({ basics: { from: '2026-12-30' } }));
  await expect(submit(made)).rejects.toMatchObject({ field: 'basics.from' });
});

test('a double submit hands it in once', async () => {
  const made = await draft(fixtures.unit);
  const outcomes = await Promise.allSettled([submit(made), submit(made), submit(made)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(submit(made)).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
  const now = await seenBy(fixtures.unit, made);
  expect(now.moves).toHaveLength(1);
  await expect(submit(now)).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
});

test('what was changed in another window since is not handed in unseen', async () => {
  const made = await draft(fixtures.unit);
  await fixtures.unit.applications.saveApplication({
    applicationId: made.id,
    version: made.version,
    form: completeForm({ basics: { name: '改过的名称' } }),
  });
  await expect(submit(made)).rejects.toMatchObject({ code: 'REVIEW_MOVED' });
});

test('withdrawn at any step it is a draft again that the authority does not see', async () => {
  const waiting = await atAuthority(fixtures.unit);
  expect((await seenBy(fixtures.authority, waiting)).state).toBe('waiting');
  const back = await fixtures.unit.applications.withdrawApplication({ applicationId: waiting.id });
  expect(back).toMatchObject({ state: 'draft', waitingFor: null, can: ['submit', 'remove'] });
  expect(back.moves.map(({ move }) => move)).toEqual(['withdraw', 'pass', 'submit']);
  await expect(seenBy(fixtures.authority, waiting)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(
    fixtures.unit.applications.withdrawApplication({ applicationId: waiting.id }),
  ).rejects.toMatchObject({ code: 'MOVE_REFUSED' });
  const again = await submit(back);
  expect(again.waitingFor).toBe('漯河市中心医院');
});

test('a withdrawal and a decision at once: one of them stands', async () => {
  for (let n = 0; n < 4; n += 1) {
    const waiting = await atAuthority(fixtures.unit);
    const [withdrawn, decided] = await Promise.allSettled([
      fixtures.unit.applications.withdrawApplication({ applicationId: waiting.id }),
      decide(fixtures.authority, waiting),
    ]);
    const { state } = await seenBy(fixtures.unit, waiting);
    expect(state).toBe(withdrawn.status === 'fulfilled' ? 'draft' : 'approved');
    const isDone = decided.status === 'fulfilled' && decided.value?.outcome === 'done';
    expect(isDone).toBe(state === 'approved');
  }
});

test('what was sent back is handed in again after the window has closed, also when it was taken back once more', async () => {
  const waiting = await submitted(fixtures.unit);
  await decide(fixtures.unit, waiting, { decision: 'return', reason: '请补充' });
  server.clock.set(Date.parse('2027-02-01T00:00:00+08:00'));
  // An office's session lasts half a day.
  const { client } = await colleague(server, fixtures.unitId);
  const applicationId = waiting.id;
  const { version } = await seenBy(client, waiting);
  const again = await client.applications.submitApplication({ applicationId, version });
  expect(again.state).toBe('waiting');
  const back = await client.applications.withdrawApplication({ applicationId });
  const last = await client.applications.submitApplication({ applicationId, version: back.version });
  expect(last.state).toBe('waiting');
});

test('where the city has no authority the province stands in for it', async () => {
  const above = await anotherAuthority(server, {
    code: '430000',
    name: '湖南省卫生健康委员会',
    regionCode: '43',
    phone: '13900000043',
  });
  await openWindow(above.client);
  const waiting = await submitted(fixtures.otherUnit);
  expect(waiting.steps.map(({ step, ownerName }) => [step, ownerName])).toEqual([
    ['unit', '宜章县第二人民医院'],
    ['city', '湖南省卫生健康委员会'],
  ]);
  await decide(fixtures.otherUnit, waiting);
  const now = await seenBy(above.client, waiting);
  expect(now).toMatchObject({ waitingFor: '湖南省卫生健康委员会', can: ['pass', 'return', 'reject'] });
});

test('the chain and the rate stay as they were when it was handed in', async () => {
  const waiting = await submitted(fixtures.unit);
  const other = await draft(fixtures.unit);
  const settings = await fixtures.authority.applications.projectSettings({});
  await fixtures.authority.applications.setProjectSettings({
    ...settings,
    reviewChains: { ...settings.reviewChains, city: ['city'] },
    minutesPerCredit: { ...settings.minutesPerCredit, city: { onSite: 360, remote: 180, mixed: 180 } },
  });
  const was = await seenBy(fixtures.unit, waiting);
  expect([was.credits, was.steps.map(({ step }) => step)]).toEqual([200, ['unit', 'city']]);
  const draftNow = await seenBy(fixtures.unit, other);
  expect([draftNow.credits, draftNow.steps.map(({ step }) => step)]).toEqual([100, ['city']]);
  const handedIn = await submit(draftNow);
  expect(handedIn).toMatchObject({ credits: 100, waitingFor: '漯河市卫生健康委员会', can: ['withdraw'] });
});

test('the lists tell the same', async () => {
  await submitted(fixtures.unit);
  await draft(
    fixtures.unit,
    completeForm({ basics: { name: '新生儿复苏培训班' }, leader: { name: '王志强' } }),
  );
  const list = async (query: object) =>
    (await fixtures.unit.applications.listApplications(query)).items.map(({ name, state }) => [name, state]);
  expect(await list({})).toHaveLength(2);
  expect(await list({ state: 'waiting' })).toEqual([['外科护理学新进展学习班', 'waiting']]);
  expect(await list({ q: '复苏' })).toEqual([['新生儿复苏培训班', 'draft']]);
  expect(await list({ q: '王志强' })).toEqual([['新生儿复苏培训班', 'draft']]);
  expect(await list({ q: '.*' })).toEqual([]);
  expect(await list({ kind: 'filing' })).toEqual([]);
  expect(await list({ year: YEAR + 1 })).toEqual([]);
  expect((await fixtures.unit.applications.listApplications({ pageSize: 1 })).total).toBe(2);
  expect((await fixtures.otherUnit.applications.listApplications({})).total).toBe(0);
});
