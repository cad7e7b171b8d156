import fc from 'fast-check';
import { searchWords } from './searchWords';

test.each([
  ['学分 查询', ['学分', '查询']],
  ['　“学分”，查询？', ['学分', '查询']],
  ['ＩＣ卡', ['IC卡']],
  ['2020-14-02-049 (国)', ['2020', '14', '02', '049', '国']],
  ['学分 学分', ['学分']],
  ['.* $', []],
  ['一 二 三 四 五 六', ['一', '二', '三', '四', '五']],
])('%s', (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

test('a word is never empty, and looked for again it is the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (typed) => {
      const words = searchWords(typed);
      expect(words.every((word) => word.length > 0)).toBe(true);
      expect(searchWords(words.join(' '))).toEqual(words);
    }),
  );
});
