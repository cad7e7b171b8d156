import fc from 'fast-check';
import { helpText, parseMessage, truncateUtf8, utf8Length } from './messageGrammar';

const ID = '110101199003070011';

describe('kj 身份证号码', () => {
  it.each([
    `kj ${ID}`,
    `KJ${ID}`,
    `Kj：${ID}`,
    `KJ,${ID}`,
    `kj，${ID}。`,
    `kj+${ID}`,
    `“kj ${ID}”`,
    `【kj】${ID}`,
    `ｋｊ　１１０１０１１９９００３０７００１１`,
    'kj 110101 19900307 0011',
    'kj 110101-19900307-0011',
    `  kj\n${ID}  `,
    `kj 身份证号码：${ID}`,
    `kj身份证号码${ID}`,
    `kj 王丽 ${ID}`,
    `kj ${ID} 谢谢`,
    `\u202dkj ${ID}\u202c`,
  ])('%j', (text) => {
    expect(parseMessage(text)).toEqual({ kind: 'recover', idNo: ID });
  });

  it('has one spelling for the number, right or wrong', () => {
    expect(parseMessage('kj 11010519491231002x')).toEqual({ kind: 'recover', idNo: '11010519491231002X' });
    expect(parseMessage('kj 110105491231002')).toEqual({ kind: 'recover', idNo: '11010519491231002X' });
    expect(parseMessage('kj 000000000000000000')).toEqual({ kind: 'recover', idNo: '000000000000000000' });
  });
});

describe('kj 医通卡号 证件后四位', () => {
  it.each([
    'kj 1627120049 002x',
    'KJ1627120049002X',
    'kj：1627120049，002X',
    'kj 医通卡号1627120049 证件后四位002x',
  ])('%j', (text) => {
    expect(parseMessage(text)).toEqual({ kind: 'recoverByCard', personnelNo: '1627120049', last4: '002X' });
  });
});

it.each([
  'kj',
  'KJ ',
  'kj 身份证号码',
  'kj 123',
  'kj 1101011990030700111',
  'kj?',
  'kj王丽',
  '忘记密码',
  '查询密码',
  '密码',
])('%j is helped to write kj', (text) => {
  expect(parseMessage(text)).toEqual({ kind: 'recoverHelp' });
});

it.each(['123456', ' 123 456 ', '１２３４５６', '验证码：123456', '验证码是123456。', '012345'])(
  '%j is a code',
  (text) => {
    expect(parseMessage(text)).toEqual({ kind: 'code', code: text.includes('012345') ? '012345' : '123456' });
  },
);

it.each([
  '学分',
  '查学分',
  '查询学分',
  '我的学分',
  '学分明细',
  '明细',
  ' 学 分 ',
  '学分！',
  '学分查询',
  '查询学分明细',
])('%j asks for the credits of this year', (text) => {
  expect(parseMessage(text)).toEqual({ kind: 'credits' });
});

it.each([
  '学分 2025',
  '学分2025年',
  '学分２０２５',
  '学分：2025年度',
  '2025年学分',
  '2025年度的学分',
  '查2025学分',
  '明细 2025',
])('%j asks for the credits of 2025', (text) => {
  expect(parseMessage(text)).toEqual({ kind: 'credits', year: 2025 });
});

it.each(['帮助', 'help', 'HELP!', 'ｈｅｌｐ', '?', '？', '？？', ' ? '])('%j asks for help', (text) => {
  expect(parseMessage(text)).toEqual({ kind: 'help' });
});

it.each([
  [ID, ID],
  ['110105491231002', '11010519491231002X'],
  ['身份证号：11010519491231002x', '11010519491231002X'],
])('%j is an idNo alone', (text, idNo) => {
  expect(parseMessage(text)).toEqual({ kind: 'idNoAlone', idNo });
});

it.each([
  '',
  ' ',
  '你好',
  '学分abc',
  '学分 25',
  '学分 3025',
  '12345',
  '1234567',
  '13800138000',
  '😀',
  '<xml>',
  '...',
  'k',
  'a'.repeat(3000),
])('%j is not understood', (text) => {
  expect(parseMessage(text)).toEqual({ kind: 'unknown' });
});

describe('any text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });

  it('is answered', () => {
    fc.assert(fc.property(text, (any) => expect(parseMessage(any).kind).toMatch(/^[a-zA-Z]+$/)));
  });

  it('means the same full-width, in capitals and with punctuation', () => {
    const wide = (ascii: string) =>
      ascii.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const commands = fc.constantFrom(
      `kj ${ID}`,
      'kj 1627120049 1234',
      'kj',
      '123456',
      '学分 2025',
      '学分',
      'help',
      ID,
    );
    const mark = fc.constantFrom('', '。', '，', ' ', '　', '!', '：');
    fc.assert(
      fc.property(commands, mark, (command, end) => {
        const meaning = parseMessage(command);
        expect(parseMessage(wide(command))).toEqual(meaning);
        expect(parseMessage(command.toUpperCase() + end)).toEqual(meaning);
        expect(parseMessage(command.replace(/ /g, end))).toEqual(meaning);
      }),
    );
  });
});

describe('helpText', () => {
  it('shows every command with a sample that is understood', () => {
    expect(helpText()).toBe(
      [
        '直接发送下面的文字即可：',
        '【kj 身份证号码】找回用户名和密码',
        '【kj 医通卡号 证件后四位】用卡号找回',
        '【6位短信验证码】完成找回',
        '【学分】查今年的学分',
        '【学分 2025】查某一年的学分',
        '【帮助】显示本说明',
      ].join('\n'),
    );
    expect(utf8Length(helpText())).toBeLessThan(600);
  });
});

describe('bytes', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });

  it('are counted as UTF-8', () => {
    fc.assert(fc.property(text, (any) => expect(utf8Length(any)).toBe(Buffer.byteLength(any))));
    expect(utf8Length('a\u00e9学😀\ud800')).toBe(1 + 2 + 3 + 4 + 3);
  });

  it('are kept within the bound, between characters', () => {
    fc.assert(
      fc.property(text, fc.nat(120), (any, bound) => {
        const cut = truncateUtf8(any, bound);
        expect(utf8Length(cut)).toBeLessThanOrEqual(bound);
        if (utf8Length(any) <= bound) {
          expect(cut).toBe(any);
          return;
        }
        const kept = bound >= 3 ? cut.slice(0, -1) : cut;
        expect(any.startsWith(kept)).toBe(true);
        expect(Array.from(any).slice(0, Array.from(kept).length).join('')).toBe(kept);
        expect(cut.endsWith('…')).toBe(bound >= 3);
      }),
    );
  });

  it('are filled as far as they go', () => {
    expect(truncateUtf8('学分学分', 11)).toBe('学分…');
    expect(truncateUtf8('学分学分', 12)).toBe('学分学分');
    expect(truncateUtf8('😀😀😀', 10)).toBe('😀…');
    expect(truncateUtf8('学分', 2)).toBe('');
    expect(truncateUtf8('abc', 2)).toBe('ab');
  });
});
