import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const COUNTY = { name: '舞阳县卫生健康委员会', regionCode: '411121' };
const create = async (given: object = {}, client = fixtures.authority) =>
  client.regionsUnits.createAuthority({ ...COUNTY, ...given });

test('an authority sees itself and those below it, with their units', async () => {
  const nation = await authorityClient(server, '');
  await create();
  await fixtures.authority.regionsUnits.createUnit({ name: '舞阳县人民医院', regionCode: '411121' });
  expect((await fixtures.authority.regionsUnits.listAuthorities({})).items).toEqual([
    expect.objectContaining({
      code: '411100',
      level: 'city',
      regionName: '河南省 漯河市',
      hasAccount: true,
      administrators: 1,
      units: 2,
    }),
    expect.objectContaining({
      code: '411121',
      level: 'county',
      regionName: '河南省 漯河市 舞阳县',
      hasAccount: false,
      administrators: 0,
      units: 1,
    }),
  ]);
  const all = (await nation.regionsUnits.listAuthorities({})).items;
  expect(all.map(({ level, regionName, units }) => [level, regionName, units])).toEqual([
    ['nation', '全国', 3],
    ['city', '河南省 漯河市', 2],
    ['county', '河南省 漯河市 舞阳县', 1],
  ]);
});

test('a new one opens with the password that is reset for it, once', async () => {
  const { id, code } = await create();
  const told = await fixtures.authority.regionsUnits.resetAuthorityPassword({ authorityId: id });
  expect(told.accountName).toBe(code);
  const { me } = await server.client().accounts.signInWithPassword({ name: code, password: told.password });
  expect(me).toMatchObject({ authority: { id }, mustChangePassword: true, needsAdministrator: true });
  const log = await server.platform.mongo
    .collection('auditEntries')
    .find({ subject: `authority:${id}` })
    .sort({ _id: 1 })
    .toArray();
  expect(log).toMatchObject([{ action: 'authority.created' }, { action: 'authority.password-reset' }]);
});

test('whoever runs the system opens the first one, and opens it again when its password is lost', async () => {
  const { regionsUnits } = server.services;
  const first = await regionsUnits.openFirstAuthority(
    { regionCode: '43', name: '湖南省卫生健康委员会' },
    'operator',
  );
  expect(first).toMatchObject({ accountName: '430000', name: '湖南省卫生健康委员会' });
  const again = await regionsUnits.openFirstAuthority({ regionCode: '43' }, 'operator');
  const open = async (password: string) =>
    server.client().accounts.signInWithPassword({ name: '430000', password });
  await expect(open(first.password)).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect((await open(again.password)).me).toMatchObject({
    authority: { name: '湖南省卫生健康委员会' },
    mustChangePassword: true,
    needsAdministrator: true,
  });
  await expect(
    regionsUnits.openFirstAuthority({ regionCode: '43', name: '再来一个' }, 'operator'),
  ).rejects.toMatchObject({ code: 'AUTHORITY_EXISTS' });
  await expect(regionsUnits.openFirstAuthority({ regionCode: '44' }, 'operator')).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(
    regionsUnits.openFirstAuthority({ regionCode: '99', name: '某委' }, 'operator'),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'regionCode' } });
});

test('each region has one, also when two are made at once', async () => {
  const results = await Promise.allSettled(Array.from({ length: 5 }, async () => create()));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(create({ name: '别的名称' })).rejects.toMatchObject({
    code: 'AUTHORITY_EXISTS',
    field: 'regionCode',
  });
});

test.each(['4111', '41', '43', '431022', '411199'])('%s is not below 漯河市', async (regionCode) => {
  await expect(create({ regionCode })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'regionCode' });
});

test('the nation has all below it, and settles what nobody else does', async () => {
  const nation = await authorityClient(server, '');
  expect(await create({ name: '湖南省卫生健康委员会', regionCode: '43' }, nation)).toMatchObject({
    code: '430000',
    level: 'province',
  });
  const over = async (region: string) =>
    (await server.services.regionsUnits.authorityOver(region))?.regionCode;
  expect([await over('411102'), await over('431022'), await over('440103')]).toEqual(['4111', '43', '']);
  await server.platform.mongo
    .collection('authorities')
    .updateOne({ regionCode: '' }, { $set: { settings: { annualCredits: 2000 } } });
  expect(await server.services.regionsUnits.settings('440103')).toMatchObject({
    annualCredits: 2000,
    qrPeriodSeconds: 5,
  });
});

test('nobody resets his own password here, nor that of an equal, of one above or of nobody', async () => {
  const county = await authorityClient(server, '411121');
  const [own] = (await county.regionsUnits.listAuthorities({})).items;
  const other = await authorityClient(server, '4101');
  const [equal] = (await other.regionsUnits.listAuthorities({})).items;
  for (const [client, authorityId] of [
    [county, own?.id],
    [county, fixtures.authorityId],
    [fixtures.authority, fixtures.authorityId],
    [fixtures.authority, equal?.id],
    [fixtures.authority, '0'.repeat(24)],
  ] as const) {
    await expect(
      client.regionsUnits.resetAuthorityPassword({ authorityId: String(authorityId) }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
});
