import { plainText, ungrouped } from './plainText';

it('makes full-width half-width and trims', () => {
  expect(plainText('　ＫＪ　１２３？ ')).toBe('KJ 123?');
});

it('drops the marks that WeChat puts around a copied number', () => {
  expect(plainText('\u202d13800138000\u202c')).toBe('13800138000');
  expect(plainText('\ufeff王\u200b丽')).toBe('王丽');
});

it('takes grouping out of numbers', () => {
  expect(ungrouped(' 138-0013—8000\t１')).toBe('138001380001');
});
