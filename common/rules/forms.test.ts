import fc from 'fast-check';
import type { FormAnswer, FormQuestion } from '../contract/forms';
import { chooseWords, countAnswers, DEFAULT_FORMS, formFault, formSettingFault } from './forms';

const { survey: SURVEY, evaluation: EVALUATION } = DEFAULT_FORMS;

/** An answer as a question asks for it. */
function answerTo({ key, kind, options, choose }: FormQuestion): fc.Arbitrary<FormAnswer> {
  if (kind === 'stars') {
    return fc.integer({ min: 1, max: 5 }).map((stars) => ({ question: key, stars }));
  }
  if (kind === 'text') {
    return fc.constantFrom('好', '讲得很清楚').map((text) => ({ question: key, text }));
  }
  const keys = options.map((option) => option.key);
  return fc
    .shuffledSubarray(keys, { minLength: choose, maxLength: choose })
    .map((chosen) => ({ question: key, options: chosen }));
}
const completed = (questions: readonly FormQuestion[]) => fc.tuple(...questions.map(answerTo));
const [ANSWERS = []] = fc.sample(completed(SURVEY), { numRuns: 1, seed: 1 });
const [EVALUATED = []] = fc.sample(completed(EVALUATION), { numRuns: 1, seed: 1 });

test('the last question of Jiangsu asks for two', () => {
  expect(SURVEY.map(chooseWords)).toEqual(['', '', '', '', '（选两项）']);
});

test.each([['survey', SURVEY] as const, ['evaluation', EVALUATION] as const])(
  'the default %s can be used, and answered as asked, in any order, it is complete',
  (_name, questions) => {
    expect(formSettingFault(questions)).toBeNull();
    fc.assert(
      fc.property(completed(questions), (answers) => {
        expect(formFault(questions, answers)).toBeNull();
        expect(formFault(questions, answers.toReversed())).toBeNull();
      }),
    );
  },
);

test('with any one question left out, that one is named; one that is not required may be', () => {
  fc.assert(
    fc.property(completed(SURVEY), fc.nat(SURVEY.length - 1), (answers, left) => {
      expect(formFault(SURVEY, answers.toSpliced(left, 1))).toEqual({
        question: SURVEY[left]?.key,
        message: `第${left + 1}题还没有选择`,
      });
    }),
  );
  expect(formFault(EVALUATION, EVALUATED.slice(0, -1))).toBeNull();
  expect(formFault(EVALUATION, [...EVALUATED.slice(0, -1), { question: 'advice', text: ' ' }])).toBeNull();
  expect(formFault(EVALUATION, EVALUATED.slice(1))).toEqual({
    question: 'content',
    message: '第1题还没有评分',
  });
});

test.each<[string, readonly FormQuestion[], FormAnswer[], FormAnswer, string]>([
  [
    'three where two are asked',
    SURVEY,
    ANSWERS,
    { question: 'mostGained', options: ['1', '2', '3'] },
    '第5题须选2项',
  ],
  ['one twice', SURVEY, ANSWERS, { question: 'mostGained', options: ['1', '1'] }, '第5题须选2项'],
  ['one that is not there', SURVEY, ANSWERS, { question: 'novelty', options: ['9'] }, '第1题须选1项'],
  [
    'a question that was not asked',
    SURVEY,
    ANSWERS,
    { question: 'colour', options: ['1'] },
    '问卷已更新，请重新填写',
  ],
  ['six stars', EVALUATION, EVALUATED, { question: 'content', stars: 6 }, '第1题请点选1至5颗星'],
  ['words for stars', EVALUATION, EVALUATED, { question: 'content', text: '好' }, '第1题请点选1至5颗星'],
  ['stars for words', EVALUATION, EVALUATED, { question: 'advice', stars: 5 }, '第5题请填写文字'],
  ['options for words', EVALUATION, EVALUATED, { question: 'advice', options: ['1'] }, '第5题没有选项'],
])('%s', (_what, questions, complete, answer, message) => {
  const answers = [...complete.filter(({ question }) => question !== answer.question), answer];
  expect(formFault(questions, answers)?.message).toBe(message);
});

test('the same question answered twice is not two votes', () => {
  const [first] = ANSWERS;
  expect(first && formFault(SURVEY, [...ANSWERS, first])).toMatchObject({ question: 'novelty' });
});

test('every answer is counted once, whatever the order of the sheets', () => {
  fc.assert(
    fc.property(fc.array(completed(EVALUATION), { maxLength: 20 }), (sheets) => {
      const results = countAnswers(EVALUATION, sheets);
      const counted = (list: typeof results) => list.map(({ texts, ...rest }) => [rest, texts.toSorted()]);
      expect(counted(countAnswers(EVALUATION, sheets.toReversed()))).toEqual(counted(results));
      for (const { kind, answered, options, stars, average, texts } of results) {
        expect(answered).toBe(sheets.length);
        const counts = { choice: options.map(({ count }) => count), stars, text: texts.map(() => 1) }[kind];
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(sheets.length);
        expect(average === null || (average >= 1 && average <= 5)).toBe(true);
      }
    }),
  );
});

test('two options of one question are two counts of one sheet; what is not asked any more is not counted', () => {
  const results = countAnswers(SURVEY, [
    [
      { question: 'mostGained', options: ['1', '2'] },
      { question: 'gone', options: ['1'] },
    ],
  ]);
  expect(results[4]).toMatchObject({ answered: 1, text: '通过本项目学习，感到收获最大的是（选两项）' });
  expect(results[4]?.options.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0]);
});

const asked = (change: Partial<FormQuestion>): FormQuestion[] => [
  ...SURVEY.slice(0, 1),
  { key: 'x', kind: 'choice', text: '题', options: [], choose: 1, isRequired: true, ...change },
];
const two = [
  { key: '1', text: '是' },
  { key: '2', text: '否' },
];
test.each<[string, Partial<FormQuestion>, string, string]>([
  ['one option', { options: two.slice(1) }, 'options', '第2题至少要有两个选项'],
  ['as many to choose as there are', { options: two, choose: 2 }, 'choose', '第2题要选的项数须少于选项数'],
  ['the same option twice', { options: [...two, { key: '3', text: '是' }] }, 'options', '第2题有相同的选项'],
  ['the same question twice', { key: 'novelty', options: two }, 'key', '第2题与前面的题目重复'],
  ['stars with options', { kind: 'stars', options: two }, 'options', '第2题不是选择题，不能有选项'],
])('a form with %s', (_what, change, field, message) => {
  expect(formSettingFault(asked(change))).toEqual({ field: `questions.1.${field}`, message });
});
