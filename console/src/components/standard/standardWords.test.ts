import type { StandardRow } from '@common/contract/standards';
import { worthWords } from './standardWords';

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
