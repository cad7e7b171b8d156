import { codesOf, PROJECT_LEVELS, REGION_LEVELS } from '../terms';
import { REVIEW_CHAINS } from './review';
import { chainFault, isChain, levelsSetBy } from './reviewChain';

test.each([
  [['unit', 'city']],
  [['city']],
  [['unit', 'county', 'city', 'province']],
  [['province', 'nation']],
])('%j can be used', (chain) => {
  expect(chainFault(chain, 'city')).toBeNull();
  expect(isChain(chain, 'city')).toBe(true);
});

test.each([
  [[], '市级项目的审核流程至少要有一级行政部门审核'],
  [['unit'], '市级项目的审核流程至少要有一级行政部门审核'],
  [['unit', 'city', 'city'], '市级项目的审核流程中有重复的步骤'],
  [['city', 'unit'], '市级项目的审核流程须从“单位科教部门确认”开始'],
  [['unit', 'village'], '市级项目的审核流程中有不存在的步骤'],
])('%j cannot: %s', (chain, message) => {
  expect(chainFault(chain, 'city')).toBe(message);
  expect(isChain(chain, 'city')).toBe(false);
});

test('the chains in force without any setting can be used', () => {
  for (const level of codesOf(PROJECT_LEVELS)) {
    expect(chainFault(REVIEW_CHAINS[level], level)).toBeNull();
  }
});

test('nobody sets what is decided above him', () => {
  expect(codesOf(REGION_LEVELS).map((level) => [level, levelsSetBy(level).join()])).toEqual([
    ['nation', 'national,province,city,county'],
    ['province', 'national,province,city,county'],
    ['city', 'city,county'],
    ['county', 'county'],
  ]);
});
