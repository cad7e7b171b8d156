import fc from 'fast-check';
import { templateValue } from './templateFields';

const AT = Date.parse('2026-11-21T09:05:00+08:00');

test.each([
  ['thing1', '外科护理学新进展学习班', '外科护理学新进展学习班'],
  ['thing1', '二十个字二十个字二十个字二十个字二十个字', '二十个字二十个字二十个字二十个字二十个字'],
  ['thing1', '二十一个字二十个字二十个字二十个字二十个字', '二十一个字二十个字二十个字二十个字二十…'],
  ['thing1', '第一行\n第二行\r\n\u0007第三行', '第一行 第二行 第三行'],
  ['thing1', ' \n ', '-'],
  ['thing1', '一二三四五六七八九十一二三四五六七八𠮷𠮷𠮷', '一二三四五六七八九十一二三四五六七八…'],
  ['phrase2', '审核通过，请查看', '审核通过请'],
  ['phrase2', 'OK', '消息'],
  ['name3', '阿卜杜热合曼·买买提江', '阿卜杜热合曼买买提江'],
  ['name3', '', '-'],
  ['character_string4', '编号：2020-14-02-049 (国)', '2020-14-02-049()'],
  ['character_string4', '无', '-'],
  ['number5', 'I类学分 2.5分', '2.5'],
  ['time6', '时间：2026-11-24 09:00 至 12:00', '2026年11月24日 09:00'],
  ['time6', '2026年1月4日', '2026年1月4日 00:00'],
  ['time6', '2026-02-30 09:00', '2026年11月21日 09:05'],
  ['date7', '截止 2026/11/4', '2026年11月4日'],
  ['date7', '', '2026年11月21日'],
  ['unheardOf8', '外科', '外科'],
])('%s: %j is sent as %j', (field, text, value) => {
  expect(templateValue(field, text, AT)).toBe(value);
});

test('whatever the text, a value is not empty, on one line, no longer than its type allows, and whole characters', () => {
  const longest = { thing: 20, phrase: 5, name: 10, character_string: 32, date: 17, time: 17 };
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(longest) as (keyof typeof longest)[])),
      fc.string({ unit: 'binary', maxLength: 60 }),
      (type, text) => {
        const value = templateValue(`${type}1`, text, AT);
        expect(value.length).toBeGreaterThan(0);
        expect(value.length).toBeLessThanOrEqual(longest[type]);
        expect(value).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      },
    ),
    { numRuns: 1_000 },
  );
});
