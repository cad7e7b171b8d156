import { startTestServer, type TestServer } from '../../testing/harness';
import { authorityModel, type RegionSettings } from './model';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await server.reset();
});
afterAll(async () => server.stop());

const LEVELS = { 2: 'province', 4: 'city', 6: 'county' } as const;
async function put(regionCode: string, settings: RegionSettings): Promise<void> {
  const level = LEVELS[regionCode.length as keyof typeof LEVELS];
  await authorityModel(server.platform.mongo).create({
    code: regionCode.padEnd(6, '0'),
    name: `卫健委${regionCode}`,
    level,
    regionCode,
    settings,
  });
}
const inForce = async (regionCode: string) => server.services.regionsUnits.settings(regionCode);
/** Without what concerns projects. */
const settings = async (regionCode: string) => {
  const { annualCredits, qrPeriodSeconds } = await inForce(regionCode);
  return { annualCredits, qrPeriodSeconds };
};

test('where nobody set anything the national standard holds', async () => {
  expect(await settings('620102')).toEqual({ annualCredits: 2500, qrPeriodSeconds: 5 });
});

test('a province sets for all below it, a city and a county override what they set and inherit the rest', async () => {
  await put('43', { annualCredits: 3000, qrPeriodSeconds: 60 });
  await put('4310', { annualCredits: 2000 });
  await put('431022', { qrPeriodSeconds: 86_400 });
  expect(await settings('430102')).toEqual({ annualCredits: 3000, qrPeriodSeconds: 60 });
  expect(await settings('431002')).toEqual({ annualCredits: 2000, qrPeriodSeconds: 60 });
  expect(await settings('431022')).toEqual({ annualCredits: 2000, qrPeriodSeconds: 86_400 });
  expect(await settings('440103')).toEqual({ annualCredits: 2500, qrPeriodSeconds: 5 });
});

test('what is above may be asked for by itself', async () => {
  await put('43', { annualCredits: 3000 });
  await put('4310', { annualCredits: 2000 });
  expect((await settings('43')).annualCredits).toBe(3000);
  expect((await settings('4310')).annualCredits).toBe(2000);
});

test('chains and rates are inherited level by level and form by form', async () => {
  await put('43', {
    reviewChains: { city: ['unit', 'city', 'province'] },
    minutesPerCredit: { city: { remote: 300 }, county: { onSite: 240 } },
  });
  await put('4310', { reviewChains: { county: ['county'] }, minutesPerCredit: { city: { onSite: 120 } } });
  expect((await inForce('431022')).reviewChains).toEqual({
    national: ['unit', 'province'],
    province: ['unit', 'province'],
    city: ['unit', 'city', 'province'],
    county: ['county'],
  });
  const { minutesPerCredit } = await inForce('431022');
  expect(minutesPerCredit.city).toEqual({ onSite: 120, remote: 300, mixed: 180 });
  expect(minutesPerCredit.county).toEqual({ onSite: 240, remote: 180, mixed: 180 });
  expect((await inForce('430102')).minutesPerCredit.city).toEqual({ onSite: 180, remote: 300, mixed: 180 });
});

test('the authorities over a county, from the nearest', async () => {
  await put('43', {});
  await put('4310', {});
  await put('431022', {});
  const over = await server.services.regionsUnits.authoritiesOver('431022');
  expect(over.map(({ regionCode }) => regionCode)).toEqual(['431022', '4310', '43']);
});

test('zero is a setting', async () => {
  await put('43', { annualCredits: 3000 });
  await put('4310', { annualCredits: 0 });
  expect((await settings('431022')).annualCredits).toBe(0);
});

test('the nearest authority above reviews', async () => {
  await put('43', {});
  await put('4310', {});
  const over = async (regionCode: string) =>
    (await server.services.regionsUnits.authorityOver(regionCode))?.regionCode;
  expect(await over('431022')).toBe('4310');
  expect(await over('430102')).toBe('43');
  expect(await over('411102')).toBe('4111');
  expect(await over('440103')).toBeUndefined();
});

test('the units of a region are those in it now', async () => {
  const { regionsUnits } = server.services;
  expect(await regionsUnits.unitIdsIn('43')).toHaveLength(1);
  expect(await regionsUnits.unitIdsIn('431022')).toEqual(await regionsUnits.unitIdsIn('43'));
  expect(await regionsUnits.unitIdsIn('44')).toEqual([]);
});

test.each(['', 'x', '0'.repeat(24)])('a unit by the id %j is none', async (id) => {
  expect(await server.services.regionsUnits.unit(id)).toBeNull();
});
