/** 考勤设置: each region's rules over those above it, and none that leave learners no way to check in. */
import type { CheckInRules } from '@common/contract/checkInRules';
import { CHECK_IN_RULES, CHECK_IN_WAYS } from '@common/rules/checkInRules';
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

const read = async (client = fixtures.authority) => client.checkInRules.checkInRules({});
const set = async (change: Partial<CheckInRules>, client = fixtures.authority) =>
  client.checkInRules.setCheckInRules({ ...(await read(client)).rules, ...change });
const stored = async () =>
  (await authorityModel(server.platform.mongo).findById(fixtures.authorityId).orFail().lean()).settings;

test('without any setting the code turns every 5 s within the whole periods', async () => {
  expect(await read()).toEqual({ rules: CHECK_IN_RULES, above: CHECK_IN_RULES });
});

test('what is set holds for the units of the region, and is logged', async () => {
  const { rules } = CHECK_IN_WAYS.jiangsu;
  expect(await set(rules)).toEqual({ rules, above: CHECK_IN_RULES });
  const settings = await server.services.regionsUnits.settings('411102');
  expect(settings).toMatchObject({ checkIn: rules, qrPeriodSeconds: 86_400 });
  expect((await server.services.regionsUnits.settings('431022')).checkIn).toEqual(CHECK_IN_RULES);
  expect(
    await auditModel(server.platform.mongo).findOne({ action: 'authority.settings-changed' }),
  ).toMatchObject({ subject: `authority:${fixtures.authorityId}`, reason: '考勤设置' });
});

test('only what differs is kept, so that the rest follows the authority above', async () => {
  const above = await authorityClient(server, '41');
  await set({ placeMetres: 300 });
  await set({ qrPeriodSeconds: 30, isFirstCourseOnly: true }, above);
  expect((await read()).rules).toMatchObject({
    qrPeriodSeconds: 30,
    isFirstCourseOnly: true,
    placeMetres: 300,
  });
  // Set back to what holds above, it follows again.
  await set({ placeMetres: 0, qrPeriodSeconds: 60 });
  expect(await stored()).toMatchObject({ qrPeriodSeconds: 60, checkIn: {} });
  await set({ qrPeriodSeconds: 30 });
  expect(await stored()).not.toHaveProperty('qrPeriodSeconds');
  await set({ qrPeriodSeconds: 5 }, above);
  expect((await read()).rules.qrPeriodSeconds).toBe(5);
});

test.each([
  ['qrPeriodSeconds', { qrPeriodSeconds: 4 }],
  ['qrPeriodSeconds', { qrPeriodSeconds: 7 }],
  ['signInFor', { signInFor: 5 }],
  ['scansPerHalfDay', { scansPerHalfDay: 2, qrPeriodSeconds: 86_400 }],
] as const)('a rule that cannot work is refused at %s', async (field, some) => {
  await expect(set(some)).rejects.toMatchObject({ code: 'INVALID_INPUT', field });
  expect((await read()).rules).toEqual(CHECK_IN_RULES);
});
