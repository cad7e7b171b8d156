/** 项目设置: chains, rates and the number's prefix, each region's over those above it. */
import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { auditModel } from '../audit/model';
import { authorityModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const read = async (client = fixtures.authority) => client.applications.projectSettings({});
type Settings = Awaited<ReturnType<typeof read>>;
const set = async (change: Partial<Settings>, client = fixtures.authority) =>
  client.applications.setProjectSettings({ ...(await read(client)), ...change });
const withChain = (settings: Settings, level: 'city' | 'county' | 'province', chain: string[]) => ({
  reviewChains: { ...settings.reviewChains, [level]: chain },
});
const withRate = (settings: Settings, level: 'city' | 'province', onSite: number) => ({
  minutesPerCredit: {
    ...settings.minutesPerCredit,
    [level]: { ...settings.minutesPerCredit[level], onSite },
  },
});

test('without any setting the national standard is shown, with the region as prefix', async () => {
  expect(await read()).toEqual({
    reviewChains: {
      national: ['unit', 'province'],
      province: ['unit', 'province'],
      city: ['unit', 'city'],
      county: ['unit', 'county'],
    },
    minutesPerCredit: expect.objectContaining({ city: { onSite: 180, remote: 180, mixed: 180 } }),
    projectNumberPrefix: '4111',
    settableLevels: ['city', 'county'],
  });
});

test('what is set holds for the region and is logged', async () => {
  const changed = await set({ ...withChain(await read(), 'city', ['city']), projectNumberPrefix: '48' });
  expect(changed.reviewChains.city).toEqual(['city']);
  expect(await read()).toEqual(changed);
  const { reviewChains } = await server.services.regionsUnits.settings('411102');
  expect(reviewChains.city).toEqual(['city']);
  expect(
    await auditModel(server.platform.mongo).findOne({ action: 'authority.settings-changed' }),
  ).toMatchObject({
    subject: `authority:${fixtures.authorityId}`,
  });
});

test('only what differs is kept, so that the rest follows the authority above', async () => {
  const above = await authorityClient(server, '41');
  await set(withRate(await read(), 'city', 240));
  await set(withChain(await read(above), 'city', ['unit', 'city', 'province']), above);
  await set(withRate(await read(above), 'province', 360), above);
  const mine = await read();
  expect(mine.reviewChains.city).toEqual(['unit', 'city', 'province']);
  expect(mine.minutesPerCredit.city).toEqual({ onSite: 240, remote: 180, mixed: 180 });
  expect(mine.minutesPerCredit.province.onSite).toBe(360);
  // The prefix tells whose numbers they are.
  await set({ projectNumberPrefix: '48' }, above);
  expect((await read()).projectNumberPrefix).toBe('4111');
  // Set back to what holds above, it follows again.
  await set(withRate(await read(), 'city', 180));
  await set(withRate(await read(above), 'city', 120), above);
  expect((await read()).minutesPerCredit.city.onSite).toBe(120);
});

test('other settings of the authority stay', async () => {
  await set({ projectNumberPrefix: '48' });
  const { settings } = await authorityModel(server.platform.mongo)
    .findById(fixtures.authorityId)
    .orFail()
    .lean();
  expect(settings.qrPeriodSeconds).toBe(5);
});

test('what is decided above cannot be set below', async () => {
  await expect(set(withChain(await read(), 'province', ['unit', 'city']))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'reviewChains.province',
    message: '省级项目的审核流程和学分换算由上级行政部门设置',
  });
  await expect(set(withRate(await read(), 'province', 60))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'minutesPerCredit.province',
  });
  expect((await read()).reviewChains.province).toEqual(['unit', 'province']);
});

test.each([
  ['a chain without an authority', 'reviewChains.city', ['unit']],
  ['a chain twice through the same step', 'reviewChains.city', ['unit', 'city', 'city']],
  ['a chain with the unit at its end', 'reviewChains.city', ['city', 'unit']],
  ['a step that there is not', 'reviewChains.city', ['unit', 'x']],
])('%s is refused', async (_what, field, chain) => {
  await expect(set(withChain(await read(), 'city', chain))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field,
  });
});

test.each([0, -180, 6001])('a rate of %d is refused', async (rate) => {
  await expect(set(withRate(await read(), 'city', rate))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'minutesPerCredit.city.onSite',
  });
});

test.each(['豫', '48a', '1234567'])('the prefix %s is refused', async (projectNumberPrefix) => {
  await expect(set({ projectNumberPrefix })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'projectNumberPrefix',
  });
});
