import { startTestServer, type TestServer } from '../../testing/harness';
import { type UnitDoc, unitModel } from './model';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await server.reset();
});
afterAll(async () => server.stop());

let code = 100_000;
async function put(...units: (Partial<UnitDoc> & { name: string })[]): Promise<void> {
  const empty = { aliases: [], formerNames: [], formerRegionCodes: [], regionCode: '430102' };
  await unitModel(server.platform.mongo).insertMany(
    units.map((unit) => {
      code += 1;
      return { ...empty, code: String(code), ...unit };
    }),
  );
}
const search = async (query: { q?: string; region?: string; limit?: number }) =>
  (await server.client().regionsUnits.searchUnits(query)).items;
const found = async (query: Parameters<typeof search>[0]) => (await search(query)).map(({ name }) => name);

test.each([
  ['疾控', '长沙市疾病预防控制中心'],
  ['黎托卫生院', '雨花区黎托乡卫生院'],
  ['长沙 疾控中心', '长沙市疾病预防控制中心'],
  ['人民医院(本部)', '省人民医院（本部）'],
  ['人民医院本部', '省人民医院（本部）'],
  ['ｃｄｃ', 'CDC体检中心'],
])('%s finds %s: any characters of the name in order', async (q, name) => {
  await put(
    { name: '长沙市疾病预防控制中心' },
    { name: '雨花区黎托乡卫生院' },
    { name: '省人民医院（本部）' },
    { name: 'CDC体检中心' },
    { name: '控疾所' },
  );
  expect(await found({ q })).toEqual([name]);
});

test('finds by alias and by former name, and says which it was', async () => {
  await put({ name: '长沙市第八医院', aliases: ['中医医院'], formerNames: ['铁道医院', '马王堆疗养院'] });
  expect(await search({ q: '岩泉' })).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      code: '936302',
      name: '宜章县第二人民医院',
      matchedName: '岩泉镇中心卫生院',
      regionName: '湖南省 郴州市 宜章县',
    },
  ]);
  expect(await search({ q: '马王堆' })).toMatchObject([
    { name: '长沙市第八医院', matchedName: '马王堆疗养院' },
  ]);
  expect(await search({ q: '长沙八' })).toMatchObject([{ name: '长沙市第八医院', matchedName: null }]);
});

test('a region holds what is in it, at every level', async () => {
  await put({ name: '甲医院', regionCode: '430102' }, { name: '乙医院', regionCode: '430281' });
  expect(await found({ region: '43', q: '医院' })).toEqual(['甲医院', '乙医院', '宜章县第二人民医院']);
  expect(await found({ region: '4301', q: '医院' })).toEqual(['甲医院']);
  expect(await found({ region: '430281' })).toEqual(['乙医院']);
  expect(await found({ region: '44' })).toEqual([]);
});

test('a unit that moved is found in its former county as well', async () => {
  await put({ name: '甲医院', regionCode: '430112', formerRegionCodes: ['430122'] });
  expect(await found({ region: '430122' })).toEqual(['甲医院']);
  expect(await search({ region: '430112' })).toMatchObject([{ regionName: '湖南省 长沙市 望城区' }]);
});

test('the exact name comes first, then beginnings, then the middle, then in order; shorter ones first', async () => {
  const ranked = [
    '人民医院',
    '人民医院分院',
    '人民医院体检中心',
    '省人民医院',
    '长沙市人民医院',
    '人工民营医院',
    '人民路社区卫生服务中心医务院',
  ];
  await put(...[...ranked].reverse().map((name) => ({ name })));
  expect(await found({ q: '人民医院', region: '4301' })).toEqual(ranked);
});

test('the exact name comes first however many units hold its characters', async () => {
  await put(...Array.from({ length: 600 }, (_, i) => ({ name: `第${i + 1}人民医院` })));
  await put({ name: '人民医院' });
  expect((await found({ q: '人民医院', limit: 3 }))[0]).toBe('人民医院');
});

test('answers at most as many as asked for, twenty otherwise', async () => {
  await put(...Array.from({ length: 60 }, (_, i) => ({ name: `第${i + 1}医院` })));
  expect(await search({ q: '医院' })).toHaveLength(20);
  expect(await search({ q: '医院', limit: 3 })).toHaveLength(3);
  expect(await search({ region: '4301', limit: 50 })).toHaveLength(50);
  await expect(search({ q: '医院', limit: 51 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'limit',
  });
});

test.each(['.*', '^', '$', '[', '\\', '人|卫', '{"$gt":""}', '(?i)医', "'", '医院$', 'a'.repeat(40)])(
  '%s is searched for as it is written',
  async (q) => {
    expect(await found({ q })).toEqual([]);
  },
);

test.each(['.*', '4', '43$', '43|44'])('region %s is refused', async (region) => {
  await expect(search({ region })).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'region' });
});

test('brackets say nothing, so by themselves they find everything', async () => {
  expect(await found({ q: '（)', region: '4310' })).toEqual(['宜章县第二人民医院']);
});

test('a name with such characters in it is found by them', async () => {
  await put({ name: '医院*分部.A+' });
  expect(await found({ q: '*分部.A+' })).toEqual(['医院*分部.A+']);
});
