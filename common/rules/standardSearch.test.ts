import type { StandardCategory } from '../terms';
import { rowsAbout, rowsByCategory } from './standardSearch';

const row = (category: StandardCategory, item: string, note = '') => ({ category, item, note });
const ROWS = [
  row('project', '国家级继续医学教育项目'),
  row('paper', '国际刊物（第一作者）', '提供论文首页'),
  row('paper', '省级刊物（第一作者）'),
  row('research', '省级科研课题'),
  row('report', '考察报告', '每3000字1分，同一内容发表论文的不重复授分'),
  row('study', '省级以上医院进修', 'SCI'),
];
const about = (words: string) => rowsAbout(ROWS, words).map(({ item }) => item);

it.each([
  ['论文', ['国际刊物（第一作者）', '省级刊物（第一作者）']],
  ['发表论文', ['考察报告']],
  ['我的论文', ['国际刊物（第一作者）', '省级刊物（第一作者）']],
  ['科研项目', ['省级科研课题']],
  ['科研', ['省级科研课题']],
  ['培训班', ['国家级继续医学教育项目']],
  ['国际刊物', ['国际刊物（第一作者）']],
  ['第一作者', ['国际刊物（第一作者）', '省级刊物（第一作者）']],
  ['进修', ['省级以上医院进修']],
  ['授课', []],
  ['天气', []],
])('%s', (words, items) => expect(about(words)).toEqual(items));

it.each([
  ['', ['project', 'paper', 'research', 'report', 'study']],
  [' SCI ', ['paper']],
  ['论文 国际', ['paper']],
  ['论文，进修', []],
])('looking for %j finds the categories %j, in the order of the standard', (typed, categories) =>
  expect(rowsByCategory([...ROWS].reverse(), typed).map(([category]) => category)).toEqual(categories),
);
