import type { StandardRow } from '@common/contract/standards';
import { byCategory, worthWords } from './standardWords';

const row = (some: Partial<StandardRow>): StandardRow => ({
  ...{
    category: 'paper',
    item: '国际刊物（第一作者）',
    creditClass: 'classII',
    from: 1000,
    to: 1000,
    per: '',
    note: '',
  },
  ...some,
});

test.each([
  [{}, '10分'],
  [{ per: '每篇' }, '每篇 10分'],
  [{ from: 250, to: 500 }, '2.5–5分'],
])('%j is %s', (some, words) => {
  expect(worthWords(row(some))).toBe(words);
});

test('rows stand by category in the order of the standard, each category in its own order', () => {
  const rows = [row({ item: '二' }), row({ category: 'project', item: '一' }), row({ item: '三' })];
  expect(byCategory(rows).map((group) => [group.category, group.rows.map(({ item }) => item)])).toEqual([
    ['project', ['一']],
    ['paper', ['二', '三']],
  ]);
});

test.each([
  ['论文', ['paper']],
  ['SCI', ['study']],
  [' sci ', ['study']],
  ['没有', []],
])('looking for %j finds the categories %j', (word, categories) => {
  const rows = [row({}), row({ category: 'study', item: '进修', note: '发表SCI的加倍' })];
  expect(byCategory(rows, word).map(({ category }) => category)).toEqual(categories);
});
