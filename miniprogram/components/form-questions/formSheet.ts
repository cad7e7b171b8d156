import type { FormAnswer, FormQuestion } from '@common/contract/forms';
import { formFault } from '@common/rules/forms';

/** What is given so far, by question. */
export type Given = Record<string, Omit<FormAnswer, 'question'>>;

/** The answers as they are sent: what was taken back, or left empty, is none. */
export function answersOf(questions: readonly FormQuestion[], given: Given): FormAnswer[] {
  return questions.flatMap(({ key }) => {
    const { options = [], stars, text = '' } = given[key] ?? {};
    const answer = {
      ...(options.length > 0 && { options }),
      ...(stars !== undefined && { stars }),
      ...(text.trim() !== '' && { text }),
    };
    return Object.keys(answer).length > 0 ? [{ question: key, ...answer }] : [];
  });
}

/** How many questions are answered as they ask. */
export function countAnswered(questions: readonly FormQuestion[], given: Given): number {
  return questions.filter(
    (question) => !formFault([{ ...question, isRequired: true }], answersOf([question], given)),
  ).length;
}

/** What of it still fits: a form may have been changed since. */
export function fitting(questions: readonly FormQuestion[], given: Given): Given {
  const optional = questions.map((question) => ({ ...question, isRequired: false }));
  return Object.fromEntries(
    optional.flatMap((question) => {
      const [answer] = answersOf([question], given);
      const { question: _key, ...rest } = answer ?? { question: '' };
      return answer && !isWrong(question, answer) ? [[question.key, rest]] : [];
    }),
  );
}

/** Half of a 选两项 is right so far. */
function isWrong(question: FormQuestion, answer: FormAnswer): boolean {
  const { options = [] } = answer;
  const choose = question.kind === 'choice' ? Math.min(question.choose, options.length) : question.choose;
  return formFault([{ ...question, choose }], [answer]) !== null;
}
