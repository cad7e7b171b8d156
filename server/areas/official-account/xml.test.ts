import fc from 'fast-check';
import { BadXmlError, cdata, MAX_XML_BYTES, parseXml } from './xml';

const read = (text: string) => Object.fromEntries(parseXml(text));

describe('reads', () => {
  it.each([
    ['CDATA and text', '<xml><A><![CDATA[甲]]></A><B>1</B></xml>', { A: '甲', B: '1' }],
    ['numbers as text', '<xml><A>007</A><B><![CDATA[1e5]]></B></xml>', { A: '007', B: '1e5' }],
    ['a 64-bit id', '<xml><MsgId>24561255354251345929</MsgId></xml>', { MsgId: '24561255354251345929' }],
    ['the five entities', '<xml><A>&lt;a&gt;&amp;&quot;&apos;&#65;&#x4e2d;</A></xml>', { A: '<a>&"\'A中' }],
    ['entities in CDATA as they are', '<xml><A><![CDATA[&lt;]]></A></xml>', { A: '&lt;' }],
    ['an unknown entity as it is', '<xml><A>&file;</A></xml>', { A: '&file;' }],
    ['no half surrogates', '<xml><A>a&#xd800;&#0;b</A></xml>', { A: 'ab' }],
    ['split CDATA', '<xml><A><![CDATA[a]]]]><![CDATA[>b]]></A></xml>', { A: 'a]]>b' }],
    ['empty fields', '<xml><A/><B></B></xml>', { A: '', B: '' }],
    ['a declaration and spaces', '<?xml version="1.0"?>\n<xml>\n<A>1</A>\n</xml>\n', { A: '1' }],
    [
      'two levels, of a list the first, and nothing deeper',
      '<xml><A>1</A><Info><B>2</B><B>3</B><List><C>4</C></List></Info></xml>',
      { A: '1', 'Info/B': '2' },
    ],
    [
      'markup that somebody typed',
      '<xml><A><![CDATA[<!DOCTYPE x><a b="c">]]></A></xml>',
      { A: '<!DOCTYPE x><a b="c">' },
    ],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));
});

describe('refuses', () => {
  const entity = '<!ENTITY a "aaaaaaaaaa">';
  it.each([
    ['nothing', ''],
    ['JSON', '{"ToUserName":"a"}'],
    ['another root', '<html></html>'],
    ['two roots', '<xml></xml><xml></xml>'],
    ['text before', 'x<xml></xml>'],
    ['an unclosed field', '<xml><A>1</xml>'],
    ['a field given twice', '<xml><A>1</A><A>2</A></xml>'],
    ['a DOCTYPE', '<!DOCTYPE xml><xml><A>1</A></xml>'],
    ['an entity', `<!DOCTYPE xml [${entity}]><xml><A>&a;</A></xml>`],
    ['an external entity', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><xml><A>&f;</A></xml>'],
    ['a DOCTYPE behind a comment', '<!-- <![CDATA[ --><!DOCTYPE x><xml><!-- ]]> --></xml>'],
    ['a DOCTYPE behind an instruction', '<?x <![CDATA[ ?><!DOCTYPE x><?x ]]> ?><xml></xml>'],
    ['attributes', '<xml><A b="<![CDATA[">1</A><!DOCTYPE x>]]></xml>'],
    ['a comment', '<xml><!-- c --><A>1</A></xml>'],
    ['a prototype', '<xml><__proto__><a>1</a></__proto__></xml>'],
    ['deep nesting', `<xml>${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}</xml>`],
    ['more than 64 KiB', `<xml><A>${'a'.repeat(MAX_XML_BYTES)}</A></xml>`],
    ['1 MB', `<xml><A>${'中'.repeat(350_000)}</A></xml>`],
  ])('%s', (_, text) => expect(() => parseXml(text)).toThrow(BadXmlError));
});

it('throws nothing but BadXmlError, whatever comes', () => {
  const piece = fc.constantFrom(
    '<xml>',
    '</xml>',
    '<a>',
    '</a>',
    '<![CDATA[',
    ']]>',
    '&#x;',
    '&lt;',
    '<!',
    '<?',
    '"',
    '=',
    'x',
    '<',
    '>',
    '/',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((parts) => parts.join('')),
      ),
      (text) => {
        try {
          parseXml(text);
        } catch (error) {
          expect(error).toBeInstanceOf(BadXmlError);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it('reads back what it writes, without control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = Buffer.from(text)
        .toString()
        .replace(/[\p{Cc}\ufffe\uffff]/gu, (c) => ('\t\n\r'.includes(c) ? c : ''));
      // XML turns line ends into \n.
      expect(parseXml(`<xml><A>${cdata(text)}</A></xml>`).get('A')).toBe(kept.replace(/\r\n?/g, '\n'));
    }),
  );
});
