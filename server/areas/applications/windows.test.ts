/** 申报时间, 备案时间: who sets them, who sees them, and that nothing can be applied for outside them. */

import { completeForm, openWindow, YEAR } from '../../testing/applications';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
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

const MARCH = {
  kind: 'application' as const,
  level: 'city' as const,
  year: YEAR,
  from: `${YEAR}-03-01`,
  to: `${YEAR}-03-31`,
};
/** The unit at another time: an office's session lasts half a day. */
const unitAt = async (iso: string) => {
  server.clock.set(Date.parse(iso));
  return (await colleague(server, fixtures.unitId, { phone: `137${String(Date.parse(iso)).slice(2, 10)}` }))
    .client;
};
const province = async () =>
  anotherAuthority(server, {
    code: '410000',
    name: '河南省卫生健康委员会',
    regionCode: '41',
    phone: '13900000041',
  });
const apply = async (unit = fixtures.unit) =>
  unit.applications.createApplication({ kind: 'application', level: 'city', year: YEAR });
const seen = async (client = fixtures.unit) =>
  (await client.applications.listWindows({})).items.map(({ authorityName, from, state, isOwn }) => [
    authorityName,
    from,
    state,
    isOwn,
  ]);

test('an authority sets one, everybody below sees it, and it is logged', async () => {
  const window = await fixtures.authority.applications.createWindow({ ...MARCH, note: '请按时申报' });
  expect(window).toEqual({
    id: window.id,
    ...MARCH,
    note: '请按时申报',
    authorityName: '漯河市卫生健康委员会',
    state: 'before',
    isOwn: true,
  });
  expect((await fixtures.unit.applications.listWindows({})).items).toEqual([{ ...window, isOwn: false }]);
  expect((await fixtures.otherUnit.applications.listWindows({})).items).toEqual([]);
  expect((await fixtures.unit.applications.listWindows({ year: YEAR + 1 })).items).toEqual([]);
  expect((await fixtures.unit.applications.listWindows({ year: YEAR })).items).toHaveLength(1);
  const [entry] = await auditModel(server.platform.mongo)
    .find({ action: /^window/ })
    .sort({ _id: 1 })
    .lean();
  expect(entry).toMatchObject({ action: 'window.created', subject: `window:${window.id}` });
});

test('outside it one is refused, and told the next one', async () => {
  await fixtures.authority.applications.createWindow(MARCH);
  await expect(apply()).rejects.toMatchObject({
    code: 'WINDOW_CLOSED',
    message: '现在不在2027年市级项目申报时间内。下一次市级项目申报时间：2027年3月1日至3月31日',
  });
  await fixtures.authority.applications.removeWindow({
    windowId: (await fixtures.authority.applications.listWindows({})).items[0]?.id ?? '',
  });
  await expect(apply()).rejects.toMatchObject({
    code: 'WINDOW_CLOSED',
    message: expect.stringContaining('还没有设置下一次市级项目申报时间'),
  });
});

test('it opens and closes at midnight in China', async () => {
  await fixtures.authority.applications.createWindow(MARCH);
  await apply(await unitAt('2027-03-01T00:00:00+08:00'));
  const unit = await unitAt('2027-03-31T23:59:59.999+08:00');
  await apply(unit);
  expect((await unit.applications.listApplications({})).total).toBe(2);
  for (const outside of ['2027-02-28T23:59:59.999+08:00', '2027-04-01T00:00:00+08:00']) {
    await expect(apply(await unitAt(outside))).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
  }
});

test('a draft that was begun inside it cannot be handed in after it', async () => {
  await fixtures.authority.applications.createWindow(MARCH);
  const { id, version } = await apply(await unitAt('2027-03-31T12:00:00+08:00'));
  const later = await unitAt('2027-04-01T12:00:00+08:00');
  const saved = await later.applications.saveApplication({
    applicationId: id,
    version,
    form: completeForm(),
  });
  await expect(
    later.applications.submitApplication({ applicationId: id, version: saved.version }),
  ).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
});

test('of several over a unit the nearest authority’s rules, and only it is shown to the unit', async () => {
  const above = await province();
  await above.client.applications.createWindow({ ...MARCH, from: '2026-11-01', to: '2026-11-30' });
  await apply();
  await fixtures.authority.applications.createWindow(MARCH);
  await expect(apply()).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
  expect(await seen()).toEqual([['漯河市卫生健康委员会', '2027-03-01', 'before', false]]);
  expect(await seen(fixtures.authority)).toEqual([
    ['河南省卫生健康委员会', '2026-11-01', 'open', false],
    ['漯河市卫生健康委员会', '2027-03-01', 'before', true],
  ]);
  // What lies below it an authority does not see.
  expect(await seen(above.client)).toEqual([['河南省卫生健康委员会', '2026-11-01', 'open', true]]);
});

test('the days must be in order, and each purpose has one window an authority', async () => {
  await expect(
    fixtures.authority.applications.createWindow({ ...MARCH, to: '2027-02-28' }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'to', message: '截止日期不能早于开始日期' });
  const made = await Promise.allSettled(
    [1, 2, 3].map(async () => fixtures.authority.applications.createWindow(MARCH)),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(fixtures.authority.applications.createWindow(MARCH)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'year',
    message: '2027年市级项目的申报时间已经设置，请直接修改',
  });
  const filing = await fixtures.authority.applications.createWindow({ ...MARCH, kind: 'filing' });
  await expect(
    fixtures.authority.applications.updateWindow({ windowId: filing.id, ...MARCH }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'year' });
});

test('changing it takes effect at once', async () => {
  const window = await fixtures.authority.applications.createWindow(MARCH);
  const changed = await fixtures.authority.applications.updateWindow({
    ...MARCH,
    windowId: window.id,
    from: '2026-11-21',
    note: '提前开放',
  });
  expect(changed).toMatchObject({ id: window.id, state: 'open', note: '提前开放' });
  await apply();
});

test('another authority’s is not found', async () => {
  const above = await province();
  const { id } = await openWindow(fixtures.authority);
  await expect(above.client.applications.removeWindow({ windowId: id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(above.client.applications.updateWindow({ windowId: id, ...MARCH })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await seen()).toHaveLength(1);
});
