import { authorityClient } from '../../testing/authorities';
import { type Fixtures, startTestServer, type TestServer } from '../../testing/harness';
import { approvedLearner, idNoOf } from '../../testing/people';
import { authorityModel, unitModel } from './model';

let server: TestServer;
let fixtures: Fixtures;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  fixtures = await server.reset();
});
afterAll(async () => server.stop());

const NEW = { name: '源汇区人民医院', regionCode: '411102' };
const create = async (given: object = {}) => fixtures.authority.regionsUnits.createUnit({ ...NEW, ...given });
const found = async (query: { q?: string; region?: string }) =>
  (await server.client().regionsUnits.searchUnits(query)).items;
const audited = async (subject: string) =>
  server.platform.mongo.collection('auditEntries').find({ subject }).sort({ _id: 1 }).toArray();

describe('a new unit', () => {
  test('gets the next number of its county and is found at once, also by its initials and other names', async () => {
    const first = await create({ aliases: ['源汇区总医院'], formerNames: ['老街医院'] });
    const second = await create({ name: '源汇区中医院(北院)' });
    const elsewhere = await create({ name: '舞阳县人民医院', regionCode: '411121' });
    expect([first.code, second.code, elsewhere.code]).toEqual(['411102001', '411102002', '411121001']);
    expect(first).toMatchObject({
      regionName: '河南省 漯河市 源汇区',
      hasAccount: false,
      administrators: 0,
      approvedLearners: 0,
    });
    expect(second.name).toBe('源汇区中医院（北院）');
    for (const q of ['yhqrmyy', '源汇人民', '老街', 'ljyy', '总医院']) {
      expect(await found({ q, region: '4111' })).toContainEqual(expect.objectContaining({ id: first.id }));
    }
    expect(await audited(`unit:${first.id}`)).toMatchObject([{ action: 'unit.created' }]);
  });

  test('past number 999 the code grows to eleven digits, never ten: that would be a 医通卡号', async () => {
    await unitModel(server.platform.mongo).create({ code: '411102999', name: '末', regionCode: '411103' });
    expect((await create()).code).toBe('41110201000');
    expect((await create({ name: '源汇区中医院' })).code).toBe('41110201001');
  });

  test.each(['源汇区人民医院', ' 源汇区 人民医院'])('%j is there already', async (name) => {
    await create();
    await expect(create({ name })).rejects.toMatchObject({ code: 'UNIT_EXISTS', field: 'name' });
    expect((await create({ name, regionCode: '411103' })).code).toBe('411103001');
  });

  test('two at once of the same name are one', async () => {
    const results = await Promise.allSettled(Array.from({ length: 6 }, async () => create()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      expect(result.status === 'fulfilled' || result.reason.code === 'UNIT_EXISTS').toBe(true);
    }
  });

  test('many at once of different names get a number each', async () => {
    const made = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => create({ name: `源汇区第${n}医院` })),
    );
    expect(made.map(({ code }) => code).sort()).toEqual(
      Array.from({ length: 8 }, (_, n) => `41110200${n + 1}`),
    );
  });

  test.each(['431022', '410102', '4111', '411199', '41110'])('in %s is refused', async (regionCode) => {
    await expect(create({ regionCode })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      field: 'regionCode',
    });
  });

  test('of a county authority is in its county', async () => {
    const county = await authorityClient(server, '411121');
    await expect(county.regionsUnits.createUnit({ ...NEW })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await county.regionsUnits.createUnit({ ...NEW, regionCode: '411121' })).code).toBe('411121001');
  });
});

describe('a change', () => {
  const update = async (unitId: string, given: object) =>
    fixtures.authority.regionsUnits.updateUnit({ unitId, ...NEW, ...given });

  test('of the name keeps the old one, of the county the old county; both are found', async () => {
    const { id } = await create({ aliases: ['老街医院'] });
    const moved = await update(id, { name: '漯河市第六医院', regionCode: '411103', aliases: ['老街医院'] });
    expect(moved).toMatchObject({
      code: '411102001',
      name: '漯河市第六医院',
      aliases: ['老街医院'],
      formerNames: ['源汇区人民医院'],
      regionCode: '411103',
      formerRegionCodes: ['411102'],
    });
    expect(await found({ q: '源汇人民', region: '411102' })).toEqual([
      expect.objectContaining({ id, name: '漯河市第六医院', matchedName: '源汇区人民医院' }),
    ]);
    expect(await found({ q: 'lhsdlyy', region: '411103' })).toMatchObject([{ id, matchedName: null }]);
    expect(await audited(`unit:${id}`)).toMatchObject([
      { action: 'unit.created' },
      { action: 'unit.updated', reason: '源汇区人民医院 → 漯河市第六医院' },
    ]);
  });

  test('back again leaves no name twice', async () => {
    const { id } = await create();
    await update(id, { name: '甲医院', regionCode: '411103' });
    expect(await update(id, { formerNames: ['甲医院', '源汇区人民医院'] })).toMatchObject({
      name: '源汇区人民医院',
      formerNames: ['甲医院'],
      formerRegionCodes: ['411103'],
    });
  });

  test('to the name of another unit there is refused', async () => {
    await create();
    const { id } = await create({ name: '源汇区中医院' });
    await expect(update(id, {})).rejects.toMatchObject({ code: 'UNIT_EXISTS' });
    expect(await found({ q: '源汇中' })).toHaveLength(1);
  });

  test('of two at once keeps both old names', async () => {
    const { id } = await create();
    const shownName = NEW.name;
    // Also where the second form is sent after the first one is through.
    await Promise.all(['甲医院', '乙医院'].map(async (name) => update(id, { name, shownName })));
    const [unit] = await found({ q: '源汇' });
    const row = await unitModel(server.platform.mongo).findById(unit?.id).lean();
    expect([row?.name, ...(row?.formerNames ?? [])].sort()).toEqual(
      ['乙医院', '源汇区人民医院', '甲医院'].sort(),
    );
  });

  test('a form that was filled before a colleague renamed it drops no former name', async () => {
    const { id } = await create();
    await update(id, { name: '甲医院' });
    const row = await update(id, { name: '乙医院', shownName: NEW.name });
    expect([...row.formerNames].sort()).toEqual(['源汇区人民医院', '甲医院'].sort());
    // One who sees the list may shorten it.
    expect((await update(id, { name: '乙医院', shownName: '乙医院' })).formerNames).toEqual([]);
  });

  test('out of the region is refused', async () => {
    const { id } = await create();
    await expect(update(id, { regionCode: '431022' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('the list', () => {
  const list = async (query: object = {}, client = fixtures.authority) =>
    client.regionsUnits.listUnits(query);

  test('has the units of the region only, with accounts, administrators and approved people', async () => {
    await approvedLearner(server, fixtures, 1, { idNo: idNoOf(1) });
    await create();
    const { items, total } = await list();
    expect(total).toBe(2);
    expect(items).toContainEqual(
      expect.objectContaining({
        id: fixtures.unitId,
        code: '976811',
        hasAccount: true,
        administrators: 1,
        approvedLearners: 1,
      }),
    );
    expect(items).toContainEqual(
      expect.objectContaining({ name: '源汇区人民医院', hasAccount: false, approvedLearners: 0 }),
    );
  });

  test("is searched like the learners' search, by county, and in pages", async () => {
    await create();
    await create({ name: '舞阳县人民医院', regionCode: '411121' });
    expect((await list({ q: 'wyx' })).items).toMatchObject([{ name: '舞阳县人民医院' }]);
    expect((await list({ region: '411121' })).items).toMatchObject([{ name: '舞阳县人民医院' }]);
    expect(await list({ region: '43' })).toMatchObject({ items: [], total: 0 });
    const pages = await Promise.all([1, 2, 3].map(async (page) => list({ page, pageSize: 1 })));
    expect(new Set(pages.map(({ items }) => items[0]?.id)).size).toBe(3);
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3]);
  });

  test('of the nation has all, of a county what is there now', async () => {
    const nation = await authorityClient(server, '');
    const county = await authorityClient(server, '411102');
    const { id } = await create();
    expect((await list({}, nation)).total).toBe(3);
    expect((await list({}, county)).total).toBe(2);
    await fixtures.authority.regionsUnits.updateUnit({ unitId: id, ...NEW, regionCode: '411103' });
    expect((await list({}, county)).total).toBe(1);
  });
});

describe('a new password', () => {
  const reset = async (unitId: string, given: object = {}, client = fixtures.authority) =>
    client.regionsUnits.resetUnitPassword({ unitId, ...given });

  test('opens the account of a new unit, is told once and logged', async () => {
    const { id, code } = await create();
    const { accountName, password } = await reset(id);
    expect(accountName).toBe(code);
    expect(password).toMatch(/[A-Za-z]/);
    expect(password).toMatch(/\d/);
    expect(password).toMatch(/[^A-Za-z0-9]/);
    const { me } = await server.client().accounts.signInWithPassword({ name: code, password });
    expect(me).toMatchObject({ mustChangePassword: true, needsAdministrator: true });
    expect(await audited(`unit:${id}`)).toMatchObject([{}, { action: 'unit.password-reset' }]);
    expect(server.logged()).not.toContain(password);
    expect((await fixtures.authority.regionsUnits.listUnits({ q: code && '源汇' })).items).toMatchObject([
      { hasAccount: true },
    ]);
  });

  test('can clear the administrators, whose sessions end', async () => {
    await reset(fixtures.unitId, { clearAdministrators: true });
    await expect(fixtures.unit.regionsUnits.listDepartments({})).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    const [unit] = (await fixtures.authority.regionsUnits.listUnits({})).items;
    expect(unit).toMatchObject({ id: fixtures.unitId, administrators: 0 });
  });
});

test("another authority's unit does not exist for this one", async () => {
  const { regionsUnits } = fixtures.authority;
  const unitId = fixtures.otherUnitId;
  const nobody = '0'.repeat(24);
  for (const id of [unitId, nobody]) {
    await expect(regionsUnits.updateUnit({ unitId: id, ...NEW })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(regionsUnits.resetUnitPassword({ unitId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  }
  await authorityModel(server.platform.mongo).deleteMany({});
  await expect(regionsUnits.listUnits({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
