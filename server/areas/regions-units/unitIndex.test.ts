import { startTestServer, type TestServer } from '../../testing/harness';
import { createServices } from '../services';
import { unitModel } from './model';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await server.reset();
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(async () => server.stop());

const NEW = { name: '源汇区人民医院', regionCode: '411102', aliases: [], formerNames: [] };
const BY = { actor: { kind: 'system' as const, id: 'test' }, requestId: 'test' };
const search = async (q: string, services = server.services) =>
  (await services.regionsUnits.search({ q, limit: 20 })).map(({ name }) => name);
const authorityId = async () => String((await server.services.regionsUnits.authorityOver('411102'))?._id);
/** As another process has it. */
const otherProcess = () => createServices(server.platform);

test('another process sees a change before its next search', async () => {
  const other = otherProcess();
  expect(await search('源汇', other)).toEqual([]);
  const { id } = await server.services.regionsUnits.createUnit(await authorityId(), NEW, BY);
  expect(await search('源汇', other)).toEqual(['源汇区人民医院']);
  await server.services.regionsUnits.updateUnit(
    await authorityId(),
    { ...NEW, unitId: id, name: '源汇区第一医院' },
    BY,
  );
  expect(await search('源汇一', other)).toEqual(['源汇区第一医院']);
});

test('what was written past the service is seen soon', async () => {
  expect(await search('源汇')).toEqual([]);
  await unitModel(server.platform.mongo).create({ ...NEW, code: '411102001', formerRegionCodes: [] });
  expect(await search('源汇')).toEqual([]);
  server.clock.pass(15_000);
  expect(await search('源汇')).toEqual(['源汇区人民医院']);
  expect(await search('yhqrm')).toEqual(['源汇区人民医院']);
});

test('other data with the same number of units is seen, when Redis was emptied with it', async () => {
  const before = await server.services.regionsUnits.search({ q: '漯河', limit: 1 });
  await server.reset();
  const after = await server.services.regionsUnits.search({ q: '漯河', limit: 1 });
  expect(after).toMatchObject([{ name: '漯河市中心医院' }]);
  expect(after[0]?.id).not.toBe(before[0]?.id);
  await server.services.regionsUnits.createUnit(await authorityId(), NEW, BY);
  await server.reset();
  await server.services.regionsUnits.createUnit(await authorityId(), { ...NEW, name: '源汇区中医院' }, BY);
  expect(await search('源汇')).toEqual(['源汇区中医院']);
  expect(await search('')).toHaveLength(3);
});

test('searches that come while it loads get all of it', async () => {
  const found = await Promise.all(Array.from({ length: 20 }, async () => search('医院')));
  expect(new Set(found.map((names) => names.join()))).toEqual(new Set(['漯河市中心医院,宜章县第二人民医院']));
});

test('without Redis, and without MongoDB, what is loaded serves on', async () => {
  expect(await search('漯河')).toEqual(['漯河市中心医院']);
  jest.spyOn(server.platform.redis, 'get').mockRejectedValue(new Error('away'));
  expect(await search('漯河')).toEqual(['漯河市中心医院']);
  jest.spyOn(unitModel(server.platform.mongo), 'countDocuments').mockImplementation(() => {
    throw new Error('away');
  });
  server.clock.pass(60_000);
  expect(await search('漯河')).toEqual(['漯河市中心医院']);
});

test('a process that starts without Redis loads all the same, and again when it is back', async () => {
  const away = jest.spyOn(server.platform.redis, 'get').mockRejectedValue(new Error('away'));
  const other = otherProcess();
  expect(await search('漯河', other)).toEqual(['漯河市中心医院']);
  await server.services.regionsUnits.createUnit(await authorityId(), NEW, BY);
  away.mockRestore();
  expect(await search('源汇', other)).toEqual(['源汇区人民医院']);
});
