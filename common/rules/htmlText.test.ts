import fc from 'fast-check';
import { summaryOf, textOfHtml } from './htmlText';

test.each([
  ['<p>各单位：</p><p>现将有关事项通知如下。</p>', '各单位： 现将有关事项通知如下。'],
  [
    '<h2>一、<strong>时间</strong></h2><ul><li>9<em>月</em>10日</li><li>10月</li></ul>',
    '一、时间 9月10日 10月',
  ],
  ['<p>第一行<br />第二行</p>', '第一行 第二行'],
  ['<p>见<a href="https://a.cn/?a=1&amp;b=2" rel="noopener">附件<u>一</u></a>。</p>', '见附件一。'],
  ['<table><tbody><tr><td colspan="2">论文</td><td>10分</td></tr></tbody></table>', '论文 10分'],
  [
    '<p>学分 &lt; 25 &amp;&amp; &quot;I类&quot;，&amp;lt;不是标签&amp;gt;</p>',
    '学分 < 25 && "I类"，&lt;不是标签&gt;',
  ],
  ['<p>\u00a0 　</p>', ''],
  ['', ''],
])('%s reads as %s', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

test('whatever is written comes back as it was, whatever it looks like', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>&"/;ampltqu 学p😀'), maxLength: 40 }), (text) => {
      expect(textOfHtml(`<p>${escaped(text)}</p>`)).toBe(text.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('a summary is the text itself, or its first sixty characters and a sign', () => {
  expect(summaryOf('学'.repeat(60))).toBe('学'.repeat(60));
  expect(summaryOf('学'.repeat(61))).toBe(`${'学'.repeat(60)}…`);
  expect(summaryOf(`${'😀'.repeat(60)}学`)).toBe(`${'😀'.repeat(60)}…`);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('学', '😀', 'a'), maxLength: 200 }), (text) => {
      const summary = summaryOf(text);
      const isWhole = Array.from(text).length <= 60;
      expect(isWhole ? summary : text.startsWith(summary.slice(0, -1))).toBe(isWhole ? text : true);
      expect(Array.from(summary).length).toBeLessThanOrEqual(61);
    }),
  );
});
