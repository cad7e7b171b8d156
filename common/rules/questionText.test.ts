import fc from 'fast-check';
import { EXAM_QUESTION_KINDS } from '../terms';
import { letterOf } from './examQuestion';
import { parseQuestionText, rightPlaces } from './questionText';

/** Stem, options (right ones starred) and explanation, each question a line. */
const understood = (text: string) => {
  const { questions, faults } = parseQuestionText(text);
  expect(faults).toEqual([]);
  return questions.map(({ number, kind, stem, options, explanation }) =>
    [
      `${number} ${EXAM_QUESTION_KINDS[kind]} ${stem}`,
      ...options.map((option) => (option.isRight ? '*' : '') + option.text),
      ...(explanation ? [`解析 ${explanation}`] : []),
    ].join('|'),
  );
};
const faultsOf = (text: string) =>
  parseQuestionText(text).faults.map(({ row, column, message }) => `${row} ${column} ${message}`);

const ONE = ['1 单选题 术后护理要点是？|*早期活动|绝对卧床|禁食三天|不翻身'];
test.each([
  ['the plain form', '1. 术后护理要点是？\nA. 早期活动\nB. 绝对卧床\nC. 禁食三天\nD. 不翻身\n答案: A'],
  ['one line of options', '1、术后护理要点是？\nA．早期活动 B．绝对卧床　C．禁食三天\tD．不翻身\n答案：A'],
  ['all on one line', '1．术后护理要点是？ A、早期活动 B、绝对卧床 C、禁食三天 D、不翻身 答案：A'],
  ['no spaces', '（1）术后护理要点是？\nA.早期活动B.绝对卧床C.禁食三天D.不翻身\n【答案】A'],
  [
    'brackets',
    '第1题 术后护理要点是？\r\n(A)早期活动\r\n（B）绝对卧床\r\nC)禁食三天\r\nd）不翻身\r\n正确答案：a',
  ],
  [
    'full width',
    '１．术后护理要点是？\nＡ．早期活动\nＢ．绝对卧床\nＣ．禁食三天\nＤ．不翻身\n参考答案：Ａ。',
  ],
  [
    'lines that were broken',
    '1.\n术后护理要点是？\nA. 早期\n活动\nB. 绝对卧床\nC. 禁食三天\nD. 不翻身\n答案\nA',
  ],
  [
    'its kind named',
    '1. 【单选题】术后护理要点是？\nA. 早期活动\nB. 绝对卧床\nC. 禁食三天\nD. 不翻身\n答案：（A）',
  ],
  ['the answer first', '1. 术后护理要点是？(答案：A)\nA. 早期活动\nB. 绝对卧床\nC. 禁食三天\nD. 不翻身'],
])('%s is read', (_what, text) => {
  expect(understood(text)).toEqual(ONE);
});

test('an answer in the brackets of the stem is taken out of it; so is one that the answer line repeats', () => {
  expect(understood('1. 可用的是（ AC ）。\nA. 甲 B. 乙 C. 丙')).toEqual([
    '1 多选题 可用的是（ ）。|*甲|乙|*丙',
  ]);
  expect(understood('1. （ B ）是可用的\nA. 甲\nB. 乙\n答案：B')).toEqual(['1 单选题 （ ）是可用的|甲|*乙']);
  expect(understood('1. 维生素（A）见于\nA. 甲\nB. 乙\n答案：B')).toEqual([
    '1 单选题 维生素（A）见于|甲|*乙',
  ]);
});

test('headings set the kind, and what stands under them belongs to no question', () => {
  const text = `外科护理学新进展 试题
一、单项选择题（每题2分，共2题）
每题只有一个正确答案
1. 甲？
A. 一
B. 二
答案：A  解析：见第3.2节
2.2026年指南推荐
A. 一
B. 二
答案：B
二、多选题
1. 乙？
A. 一
B. 二
C. 三
答案：A、C
解析：
1. 一是对的
2. 二不对
三、判断题
1. 术前应禁食（√）
2. 术后应绝对卧床。（ × ）
3. 切口每日换药
答案：错误`;
  expect(understood(text)).toEqual([
    '1 单选题 甲？|*一|二|解析 见第3.2节',
    '2 单选题 2026年指南推荐|一|*二',
    '1 多选题 乙？|*一|二|*三|解析 \n1. 一是对的\n2. 二不对'.replace(' \n', ' '),
    '1 单选题 术前应禁食（ ）|*正确|错误',
    '2 单选题 术后应绝对卧床。（ ）|正确|*错误',
    '3 单选题 切口每日换药|正确|*错误',
  ]);
});

test('letters and numbers within words are no options and no questions', () => {
  expect(
    understood(
      '7. 关于维生素A、B、C，正确的是\n1.5mg以上\nA. 维生素B、C可口服\nB. 维生素A 2.5万单位\n答案：A\n8. 下一题 A. 对 B. 错\n答案：错',
    ),
  ).toEqual([
    '7 单选题 关于维生素A、B、C，正确的是\n1.5mg以上|*维生素B、C可口服|维生素A 2.5万单位',
    '8 单选题 下一题|对|*错',
  ]);
});

test.each([
  ['1. 甲？\nA. 一\nB. 二', '1 正确答案 没有找到正确答案，请在题后写“答案：A”'],
  ['1. 甲？\nA. 一\nB. 二\n答案：C', '1 正确答案 没有选项C'],
  ['1. 甲？\nA. 一\nB. 二\n答案：见书', '1 正确答案 看不懂答案“见书”，请写选项的字母，如“答案：AC”'],
  ['1. 甲？\n答案：A', '1 选项 没有找到选项，请另起一行写成“A. …”，至少两个'],
  ['1. 甲？\nA. 一\nC. 二\n答案：A', '1 选项 选项的字母应为B，实际是C'],
  ['1. 甲？\nA. 一\nB. 一\n答案：A', '1 选项 选项B与前面的选项相同'],
  ['1.\nA. 一\nB. 二\n答案：A', '1 题干 请填写题干'],
  [
    '一、单选题\n3. 甲？\nA. 一\nB. 二\n答案：AB',
    '3 正确答案 单选题只能有一个正确答案，有多个的请改为多选题',
  ],
  [
    '二、多选题\n3. 甲？\nA. 一\nB. 二\n答案：A',
    '3 正确答案 多选题至少要有两个正确答案，只有一个的请改为单选题',
  ],
  ['1. 甲？\nA. 一\nB. 二\n答案：A\n答案：B', '1 正确答案 有两处答案，请保留一处'],
  ['1. 甲？A. 一 B. 二\n答案：A\n2. 甲？\nB. 一', '2 选项 选项的字母应为A，实际是B'],
  ['1. 甲？\nA. 一\nB. 二\n答案：A\n2. 甲？\nA. 二\nB. 一\n答案：A', '2 题干 与第1题相同'],
  ['甲？\nA. 一\nB. 二\n答案：A', '1 题干 没有找到题号，请在每道题前写上题号，如“1.”'],
  ['甲？\nA. 一\nB. 二\n1. 乙？\nA. 一\nB. 二\n答案：A', '1 题干 “A. 一”不属于任何一题，请补上题号'],
  [`1. ${'长'.repeat(1001)}\nA. 一\nB. 二\n答案：A`, '1 题干 题干过长，最多1000字'],
  [`1. 甲\nA. ${'长'.repeat(301)}\nB. 二\n答案：A`, '1 选项 选项A过长，最多300字'],
  ['', '1 题干 没有找到题号，请在每道题前写上题号，如“1.”'],
])('%j: what is wrong is told by the number', (text, fault) => {
  expect(faultsOf(text)[0]).toBe(fault);
});

test('a number that two sections use is told with the words of the question', () => {
  const text = '一、单选题\n1. 甲？\nA. 一\nB. 二\n答案：A\n二、多选题\n1. 心电图示？\nA. 一\nB. 二\n答案：A';
  expect(faultsOf(text)).toEqual([expect.stringContaining('（“心电图示？…”）')]);
});

test.each([
  ['AC', [0, 2]],
  ['ca', [0, 2]],
  ['Ａ、Ｃ', [0, 2]],
  ['A, C', [0, 2]],
  ['A和C。', [0, 2]],
  ['AA', [0]],
  ['', null],
  ['1', null],
  ['A-C', null],
])('the answer %s', (text, places) => {
  expect(rightPlaces(text)).toEqual(places);
});

const word = fc.stringMatching(
  /^[心肺肝脾肾术护理的与不应][一-龥，、；0-9a-z%]{0,20}[心肺肝脾肾术护理的与不应]$/,
);
const question = fc.record({
  stem: word.filter((text) => !/答案|解析|详解|解释|[单多]选|判断|选择|型题/.test(text)),
  options: fc.uniqueArray(
    word.filter((text) => !/答案|解析|详解|解释/.test(text)),
    { minLength: 2, maxLength: 6 },
  ),
  right: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }),
  explanation: fc.oneof(
    fc.constant(''),
    word.filter((text) => !/答案|解析|详解|解释/.test(text)),
  ),
});
const style = fc.record({
  number: fc.constantFrom('#. ', '#、', '#．', '（#）', '(#) ', '第#题 ', '第#题：'),
  option: fc.constantFrom('#. ', '#．', '#、', '#) ', '（#）', '(#)'),
  between: fc.constantFrom('\n', '\r\n', '  ', '\t', '\n\n'),
  answer: fc.constantFrom('答案：', '答案: ', '正确答案：', '参考答案：', '【答案】', '[bracket]'),
  separator: fc.constantFrom('', ',', '、', ' '),
});

test('what is written in any of the styles is read back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(question, style), { minLength: 1, maxLength: 6 }), (pairs) => {
      const wanted = pairs.map(([{ stem, options, right, explanation }, { answer }], at) => {
        const places = [...new Set(right.map((place) => place % options.length))].sort();
        return {
          number: at + 1,
          kind: places.length > 1 ? ('multiple' as const) : ('single' as const),
          // The number makes stems differ.
          stem: `题${stem}${at + 1}是${answer === '[bracket]' ? '（ ）' : ''}`,
          options: options.map((text, place) => ({ text, isRight: places.includes(place) })),
          explanation,
        };
      });
      const text = wanted
        .map(({ number, stem, options, explanation }, at) => {
          const how = (pairs[at] as (typeof pairs)[number])[1];
          const letters = options.flatMap(({ isRight }, place) => (isRight ? [letterOf(place)] : []));
          const right = letters.join(how.separator);
          const isBracket = how.answer === '[bracket]';
          return [
            how.number.replace('#', String(number)) +
              (isBracket ? stem.replace('（ ）', `（ ${right} ）`) : stem),
            options
              .map((option, place) => how.option.replace('#', letterOf(place)) + option.text)
              .join(how.between),
            ...(isBracket ? [] : [how.answer + right]),
            ...(explanation ? [`解析：${explanation}`] : []),
          ].join('\n');
        })
        .join('\n');
      expect(parseQuestionText(text)).toEqual({ questions: wanted, faults: [] });
    }),
    { numRuns: 300 },
  );
});

test('nothing that is pasted makes it throw, and what it takes without a fault can be asked', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '1.',
      '2、',
      '\n',
      'A.',
      'B、',
      '（C）',
      '答案：',
      '解析：',
      '判断题',
      '一、',
      '√',
      '（ A ）',
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { questions, faults } = parseQuestionText(pieces.join(''));
      if (faults.length === 0) {
        expect(questions.every(({ options }) => options.some(({ isRight }) => isRight))).toBe(true);
      }
    }),
  );
});

test('a text as long as may be pasted is read in no time to speak of', () => {
  for (const text of [
    '1.'.repeat(50_000),
    'A.'.repeat(50_000),
    '（ '.repeat(50_000),
    '答案 '.repeat(33_000),
    // Each line could be a question of which the answer stands far below.
    '2.5\n'.repeat(25_000),
    `1.甲\nA.乙\nB.${'丙\n'.repeat(49_000)}`,
    '一、单选题\n1.\n2.\n3.\n'.repeat(6_000),
  ]) {
    expect(parseQuestionText(text).faults.length).toBeGreaterThan(0);
  }
});
