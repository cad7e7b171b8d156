import fc from 'fast-check';
import { compactWords, helpText, parseMessage } from './messageGrammar';
import { MESSAGE_RULES } from './messageRules';
import { utf8Length } from './utf8';

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
  ['学分', { kind: 'credits' }],
  [' 学 分 ', { kind: 'credits' }],
  ['请问我的学分有多少？', { kind: 'credits' }],
  ['我想查一下学分，谢谢', { kind: 'credits' }],
  ['学分：2025年度', { kind: 'credits', year: 2025 }],
  ['查２０２５年的学分', { kind: 'credits', year: 2025 }],
  ['去年学分', { kind: 'credits', yearsAgo: 1 }],
  ['今年学分', { kind: 'credits' }],
  ['明细', { kind: 'entries' }],
  ['查询学分明细', { kind: 'entries' }],
  ['前年明细', { kind: 'entries', yearsAgo: 2 }],
  ['查不到学分？', { kind: 'why' }],
  ['我的学分怎么还没有', { kind: 'why' }],
  ['考勤', { kind: 'attendance' }],
  ['请问今天签到了吗', { kind: 'attendance' }],
  ['考试', { kind: 'tasks' }],
  ['达标', { kind: 'standing' }],
  ['学分达标了吗', { kind: 'standing' }],
  ['达标 2025', { kind: 'standing', year: 2025 }],
  ['通知', { kind: 'notices' }],
  ['常见问题', { kind: 'faq', words: '' }],
  ['常见问题：调动', { kind: 'faq', words: '调动' }],
  ['标准', { kind: 'standards', words: '' }],
  ['标准 论文', { kind: 'standards', words: '论文' }],
  ['2025年论文的学分标准', { kind: 'standards', words: '论文', year: 2025 }],
  ['论文能得几分？', { kind: 'standards', words: '论文' }],
  ['标准 去年 SCI论文', { kind: 'standards', words: 'sci论文', yearsAgo: 1 }],
  ['绑定', { kind: 'bind' }],
  ['绑定 ａｂｃｄ２３４５', { kind: 'bindCode', code: 'ABCD2345' }],
  ['绑定 ABC', { kind: 'bind' }],
  ['绑定 110101199003070011', { kind: 'bind' }],
  ['解绑', { kind: 'release' }],
  ['“确认解绑”', { kind: 'releaseConfirmed' }],
  ['下一页', { kind: 'next' }],
  ['１', { kind: 'choice', choice: 1 }],
  ['2.', { kind: 'choice', choice: 2 }],
])('%j', (text, command) => expect(parseMessage(text)).toEqual(command));

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
  '3',
  '谢谢',
])('%j is not understood', (text) => {
  expect(parseMessage(text)).toEqual({ kind: 'unknown' });
});

it('keeps the words of what may be a question, without the courtesy', () => {
  expect(parseMessage('您好，请问刷卡机坏了怎么办呢？')).toEqual({
    kind: 'unknown',
    question: '刷卡机坏了怎么办',
  });
});

describe('any text', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 });

  it('is answered', () => {
    fc.assert(fc.property(text, (any) => expect(parseMessage(any).kind).toMatch(/^[a-zA-Z]+$/)));
  });

  const noise = fc.constantFrom('', ' ', '　', '，', '。', '！', '-', '“', '\u202d', '\n');
  const before = fc.constantFrom('', '请问', '您好，', '麻烦帮我', '我想');
  const after = fc.constantFrom('', '吗？', '谢谢！', '呢');
  const samples = MESSAGE_RULES.flatMap(({ kind, samples: own, help = [] }) =>
    [...own, ...help.map(({ shown, example = shown }) => example)].map((sample) => ({ kind, sample })),
  );
  const wide = (ascii: string) =>
    ascii.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

  it('means the same with noise in it, full-width, in capitals, and politely', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(noise, { minLength: 60, maxLength: 60 }),
        before,
        after,
        ({ sample }, noises, lead, tail) => {
          const meaning = parseMessage(sample);
          const noisy = [...sample].map((character, i) => (noises[i] ?? '') + character).join('');
          expect(parseMessage(noisy)).toEqual(meaning);
          expect(parseMessage(wide(sample))).toEqual(meaning);
          expect(parseMessage(sample.toUpperCase())).toEqual(meaning);
          expect(parseMessage(lead + sample + tail)).toEqual(meaning);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(samples)('$sample is $kind and nothing else', ({ kind, sample }) => {
    expect(parseMessage(sample).kind).toBe(kind);
    const claimed = MESSAGE_RULES.filter(({ pattern }) => pattern.test(compactWords(sample)));
    expect(claimed.map((rule) => rule.kind)).toEqual([kind]);
  });
});

describe('helpText', () => {
  it('is short, and names every command but those that answer a question of ours', () => {
    expect(utf8Length(helpText())).toBeLessThan(1000);
    for (const { kind, help } of MESSAGE_RULES) {
      const isTold = !['recoverHelp', 'releaseConfirmed', 'idNoAlone', 'choice'].includes(kind);
      expect([kind, help !== undefined]).toEqual([kind, isTold]);
    }
    expect(helpText().split('\n').slice(0, 3)).toEqual([
      '直接发送下面的文字即可：',
      '【kj 身份证号码】找回用户名和密码',
      '【kj 医通卡号 证件后四位】用卡号找回',
    ]);
  });
});
