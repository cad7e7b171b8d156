/** 公布: numbered, in the catalogue and with its unit, in one step and once. */

import { atAuthority, completeForm, decide, openWindow, seenBy, YEAR } from '../../testing/applications';
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { projectModel } from '../catalogue/model';

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
async function approved(form = completeForm()) {
  const waiting = await atAuthority(fixtures.unit, form);
  await decide(fixtures.authority, waiting);
  return seenBy(fixtures.authority, waiting);
}
const publish = async (...ids: string[]) =>
  (await fixtures.authority.applications.publishApplications({ applicationIds: ids })).results;
const projects = async () =>
  projectModel(server.platform.mongo).find({ year: YEAR }).sort({ number: 1 }).lean();

test('several in one step: each has its number and is in the catalogue with its unit', async () => {
  const first = await approved();
  const second = await approved(completeForm({ basics: { name: '护理管理培训班', form: 'mixed' } }));
  expect(first.can).toEqual(['publish']);
  const results = await publish(first.id, second.id);
  expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
    [first.id, 'done'],
    [second.id, 'done'],
  ]);
  const numbers = results.map(({ projectNumber }) => projectNumber);
  // The year, the authority's region for want of a prefix, the discipline, and a serial.
  expect(numbers).toEqual(['202741111402001', '202741111402002']);
  expect(await projects()).toMatchObject([
    {
      number: numbers[0],
      name: '外科护理学新进展学习班',
      level: 'city',
      nature: 'applied',
      form: 'onSite',
      discipline: '护理学/外科护理学',
      leader: '李雪梅',
      minutes: 360,
      credits: 200,
    },
    { number: numbers[1], form: 'mixed' },
  ]);
  const own = await fixtures.unit.catalogue.listUnitProjects({ year: YEAR });
  expect(own.items.map(({ number }) => number).sort()).toEqual(numbers);
  const view = await seenBy(fixtures.unit, first);
  expect(view).toMatchObject({ state: 'published', projectNumber: numbers[0], can: [] });
  expect(view.moves[0]).toMatchObject({ move: 'publish', byName: '漯河市卫生健康委员会' });
});

test('again and at once it is published once, with one number', async () => {
  const all = [await approved(), await approved(), await approved()].map(({ id }) => id);
  const answers = await Promise.all([publish(...all), publish(...[...all].reverse()), publish(...all)]);
  const again = await publish(...all);
  for (const answer of answers) {
    expect(new Map(answer.map(({ id, projectNumber }) => [id, projectNumber]))).toEqual(
      new Map(again.map(({ id, projectNumber }) => [id, projectNumber])),
    );
    expect(answer.every(({ outcome }) => outcome === 'done')).toBe(true);
  }
  expect(await projects()).toHaveLength(3);
  const [first] = all;
  const { moves } = await seenBy(fixtures.unit, { id: first ?? '' });
  expect(moves.filter(({ move }) => move === 'publish')).toHaveLength(1);
});

test('the authority’s own prefix and the rate it was handed in under', async () => {
  const settings = await fixtures.authority.applications.projectSettings({});
  await fixtures.authority.applications.setProjectSettings({
    ...settings,
    projectNumberPrefix: '48',
    minutesPerCredit: { ...settings.minutesPerCredit, city: { onSite: 90, remote: 180, mixed: 180 } },
  });
  const one = await approved();
  await fixtures.authority.applications.setProjectSettings({ ...settings, projectNumberPrefix: '48' });
  expect(await publish(one.id)).toMatchObject([{ projectNumber: '2027481402001' }]);
  expect(await projects()).toMatchObject([{ credits: 400 }]);
});

test('only what is approved, and only by the authority of the last step', async () => {
  const waiting = await atAuthority(fixtures.unit);
  const one = await approved();
  expect(await publish(waiting.id, one.id)).toMatchObject([
    { outcome: 'refused', projectNumber: null },
    { outcome: 'done' },
  ]);
  const above = await authorityClient(server, '41');
  const elsewhere = await authorityClient(server, '43');
  const two = await approved();
  expect((await above.applications.publishApplications({ applicationIds: [two.id] })).results).toEqual([
    { id: two.id, outcome: 'refused', projectNumber: null },
  ]);
  await expect(
    elsewhere.applications.publishApplications({ applicationIds: [two.id] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await projects()).toHaveLength(1);
});

test('what is published can be filed again in another year, with its contents but not its days', async () => {
  const one = await approved();
  await publish(one.id);
  const [project] = await projects();
  const filing = { kind: 'filing', level: 'city', year: YEAR + 1 } as const;
  await fixtures.authority.applications.createWindow({ ...filing, from: '2026-11-01', to: '2026-12-31' });
  const filed = await fixtures.unit.applications.createApplication({
    ...filing,
    projectId: String(project?._id),
  });
  const form = completeForm();
  expect(filed.form).toEqual({ ...form, basics: { ...form.basics, from: null, to: null } });
});
