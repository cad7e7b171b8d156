import fc from 'fast-check';
import { contentOf, LEAST_QUESTIONS, letterOf, paperFaults, questionFault } from './examQuestion';

type Question = Parameters<typeof questionFault>[0];

/** Options whose texts differ, so many of them right. */
const optionsOf = (texts: string[], right: readonly number[]) =>
  texts.map((text, at) => ({ text, isRight: right.includes(at) }));
const question = (n: number, right: number[] = [0]): Question => ({
  kind: right.length > 1 ? 'multiple' : 'single',
  stem: `第${n}题的题干`,
  options: optionsOf(['甲', '乙', '丙', '丁'], right),
});
const questions = (count: number) => Array.from({ length: count }, (_, n) => question(n));

/** Any question that can be put: two to ten options, as many right as its kind takes. */
const sound: fc.Arbitrary<Question> = fc
  .record({
    kind: fc.constantFrom('single' as const, 'multiple' as const),
    stem: fc.string({ minLength: 1 }).map((text) => `题${text}`),
    texts: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 10 }),
  })
  .chain(({ kind, stem, texts }) =>
    fc
      .shuffledSubarray(texts, kind === 'single' ? { minLength: 1, maxLength: 1 } : { minLength: 2 })
      .map((right) => ({
        kind,
        stem,
        options: texts.map((text) => ({ text, isRight: right.includes(text) })),
      })),
  );

describe('a question', () => {
  test('that is sound has no fault, whatever the order of its options', () => {
    fc.assert(
      fc.property(sound, (given) => {
        expect(questionFault(given)).toBeNull();
        expect(questionFault({ ...given, options: given.options.toReversed() })).toBeNull();
      }),
    );
  });

  test('cannot be put without a right answer, nor as the other kind', () => {
    fc.assert(
      fc.property(sound, (given) => {
        const none = given.options.map(({ text }) => ({ text, isRight: false }));
        expect(questionFault({ ...given, options: none })?.field).toBe('options');
        const kind = given.kind === 'single' ? 'multiple' : 'single';
        expect(questionFault({ ...given, kind })?.field).toBe('options');
      }),
    );
  });

  test.each([
    ['no stem', { stem: ' \n' }, 'stem', '请填写题干'],
    ['one option', { options: optionsOf(['甲'], [0]) }, 'options', '至少要有两个选项'],
    ['an empty option', { options: optionsOf(['甲', ' '], [0]) }, 'options.1.text', '请填写选项B'],
    [
      'an option twice, but for the spaces',
      { options: optionsOf(['血 压', '乙', ' 血  压 '], [0]) },
      'options.2.text',
      '选项C与前面的选项相同',
    ],
    ['no right answer', { options: optionsOf(['甲', '乙'], []) }, 'options', '请点击正确的备选答案'],
    [
      'a single choice with two right ones',
      { options: optionsOf(['甲', '乙', '丙'], [0, 2]) },
      'options',
      '单选题只能有一个正确答案，有多个的请改为多选题',
    ],
    [
      'a multiple choice with one right',
      { kind: 'multiple' as const },
      'options',
      '多选题至少要有两个正确答案，只有一个的请改为单选题',
    ],
  ])('with %s is told what is wrong, and where', (_name, more, field, message) => {
    expect(questionFault({ ...question(1), ...more })).toEqual({ field, message });
  });

  test('is the same with its options in another order and other spaces, and not with any other text', () => {
    fc.assert(
      fc.property(sound, (given) => {
        const moved = { ...given, stem: ` ${given.stem}\n`, options: given.options.toReversed() };
        expect(contentOf(moved)).toBe(contentOf(given));
        expect(contentOf({ ...given, stem: `${given.stem}？` })).not.toBe(contentOf(given));
        expect(contentOf({ ...given, options: given.options.slice(1) })).not.toBe(contentOf(given));
      }),
    );
  });

  test('is the same whichever of its options is marked right: it would be asked twice', () => {
    expect(contentOf(question(1, [0]))).toBe(contentOf(question(1, [3])));
  });
});

describe('a paper', () => {
  test('with four questions lacks one, with five none', () => {
    expect(paperFaults(questions(4), { draw: 0 })).toEqual([
      { question: null, message: '至少要有5道试题，还差1道' },
    ]);
    expect(paperFaults(questions(LEAST_QUESTIONS), { draw: 0 })).toEqual([]);
  });

  test.each([
    [4, '每次至少抽取5道试题'],
    [7, '每次抽取7道，试卷只有6道试题'],
  ])('of six that draws %i is told', (draw, message) => {
    expect(paperFaults(questions(6), { draw })).toEqual([{ question: null, message }]);
  });

  test('names every question at fault, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: LEAST_QUESTIONS, maxLength: 30 }), (isSound) => {
        const given = isSound.map((one, n) => question(n, one ? [n % 4] : []));
        const wrong = isSound.flatMap((one, at) => (one ? [] : [at]));
        const faults = paperFaults(given, { draw: 0 });
        expect(faults.map((fault) => fault.question)).toEqual(wrong);
        expect(faults.map(({ message }) => message.split('：')[0])).toEqual(
          wrong.map((at) => `第${at + 1}题`),
        );
      }),
    );
  });
});

test('options are lettered from A to J', () => {
  expect(Array.from({ length: 10 }, (_, place) => letterOf(place)).join('')).toBe('ABCDEFGHIJ');
});
