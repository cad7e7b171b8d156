import { startTestServer, type TestServer } from '../../testing/harness';
import { countiesIn, countiesNamed, isCounty, isRegion, regionName } from './regions';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

const below = async (parent?: string) => (await server.client().regionsUnits.listRegions({ parent })).items;

test('without a parent: the provinces', async () => {
  const provinces = await below();
  expect(provinces).toHaveLength(31);
  expect(provinces).toContainEqual({ code: '41', name: '河南省', hasChildren: true });
});

test('province, city, county: three steps down to where nothing is below', async () => {
  expect(await below('41')).toContainEqual({ code: '4111', name: '漯河市', hasChildren: true });
  const counties = await below('4111');
  expect(counties).toContainEqual({ code: '411102', name: '源汇区', hasChildren: false });
  expect(counties.every(({ code }) => /^4111\d\d$/.test(code))).toBe(true);
  expect(await below('411102')).toEqual([]);
});

test('every region below a province or a city is found from above', async () => {
  const cities = (await Promise.all((await below()).map(async ({ code }) => below(code)))).flat();
  expect(cities.length).toBeGreaterThan(300);
  expect(cities.every(({ code }) => isRegion(code))).toBe(true);
});

test('an unknown region has nothing below', async () => {
  expect(await below('99')).toEqual([]);
});

test.each(['4', '411', '4111021', 'xx', '41.*'])('%j is no region code', async (parent) => {
  await expect(below(parent)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    field: 'parent',
    message: '行政区划代码格式不正确',
  });
});

test.each([
  ['431022', '湖南省 郴州市 宜章县'],
  ['4310', '湖南省 郴州市'],
  ['43', '湖南省'],
  ['110101', '北京市 东城区'],
  ['469001', '海南省 五指山市'],
  ['441900', '广东省 东莞市'],
  ['', ''],
  ['99', ''],
])('%s is called %s', (code, name) => {
  expect(regionName(code)).toBe(name);
});

test.each([
  ['431022', '', ['431022']],
  ['湖南省郴州市宜章县', '', ['431022']],
  ['湖南省 郴州市 宜章县', '', ['431022']],
  ['湖南省-郴州市-宜章县', '43', ['431022']],
  ['宜章县', '43', ['431022']],
  ['郴州市宜章县', '', ['431022']],
  ['宜章县', '41', []],
  ['431022', '41', []],
  ['4310', '', []],
  ['章县', '43', []],
  ['县', '43', []],
  ['无此县', '', []],
  ['', '', []],
  ['北京市朝阳区', '', ['110105']],
  ['朝阳区', '', ['110105', '220104']],
])('%j within %j names %j', (text, within, codes) => {
  expect(countiesNamed(text, within)).toEqual(codes);
});

test('a county is where units are', () => {
  expect([isCounty('431022'), isCounty('4310'), isCounty('431099')]).toEqual([true, false, false]);
  expect(countiesIn('4111')).toEqual(countiesIn('').filter((code) => code.startsWith('4111')));
  expect(countiesIn('4111')).toContain('411121');
});
