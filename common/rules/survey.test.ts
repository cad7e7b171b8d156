import fc from 'fast-check';
import type { SurveyAnswer } from '../contract/surveys';
import { chooseWords, countAnswers, DEFAULT_SURVEY, surveyFault } from './survey';

/** Whoever answers every question as it asks. */
const complete = fc.tuple(
  ...DEFAULT_SURVEY.map(({ key, options, choose }) =>
    fc
      .shuffledSubarray(
        options.map((option) => option.key),
        { minLength: choose, maxLength: choose },
      )
      .map((chosen): SurveyAnswer => ({ question: key, options: chosen })),
  ),
);
const [ANSWERS = []] = fc.sample(complete, { numRuns: 1, seed: 1 });

test('the last question asks for two', () => {
  expect(DEFAULT_SURVEY.map(chooseWords)).toEqual(['', '', '', '', '（选两项）']);
});

test('answered as asked, in any order, it is complete', () => {
  fc.assert(
    fc.property(complete, (answers) => {
      expect(surveyFault(DEFAULT_SURVEY, answers)).toBeNull();
      expect(surveyFault(DEFAULT_SURVEY, answers.toReversed())).toBeNull();
    }),
  );
});

test('with any one question left out, that one is named', () => {
  fc.assert(
    fc.property(complete, fc.nat(DEFAULT_SURVEY.length - 1), (answers, left) => {
      expect(surveyFault(DEFAULT_SURVEY, answers.toSpliced(left, 1))).toEqual({
        question: DEFAULT_SURVEY[left]?.key,
        message: `第${left + 1}题还没有选择`,
      });
    }),
  );
});

test.each<[string, SurveyAnswer, string]>([
  ['three where two are asked', { question: 'mostGained', options: ['1', '2', '3'] }, '第5题须选2项'],
  ['one twice', { question: 'mostGained', options: ['1', '1'] }, '第5题须选2项'],
  ['one that is not there', { question: 'novelty', options: ['9'] }, '第1题须选1项'],
  ['a question that was not asked', { question: 'colour', options: ['1'] }, '问卷已更新，请重新填写'],
])('%s', (_what, answer, message) => {
  const answers = [...ANSWERS.filter(({ question }) => question !== answer.question), answer];
  expect(surveyFault(DEFAULT_SURVEY, answers)?.message).toBe(message);
});

test('the same question answered twice is not two votes', () => {
  const [first] = ANSWERS;
  expect(first && surveyFault(DEFAULT_SURVEY, [...ANSWERS, first])).toMatchObject({ question: 'novelty' });
});

test('every answer is counted once, whatever the order of the sheets', () => {
  fc.assert(
    fc.property(fc.array(complete, { maxLength: 20 }), (sheets) => {
      const results = countAnswers(DEFAULT_SURVEY, sheets);
      const sums = results.map(({ options }) => options.reduce((sum, { count }) => sum + count, 0));
      expect(sums).toEqual(DEFAULT_SURVEY.map(({ choose }) => choose * sheets.length));
      expect(countAnswers(DEFAULT_SURVEY, sheets.toReversed())).toEqual(results);
    }),
  );
});
