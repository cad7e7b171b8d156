/** A form while it is written: a list of questions, and what each move makes of it. */
import type { FormQuestion } from '@common/contract/forms';
import { formSettingFault } from '@common/rules/forms';
import type { FormQuestionKind } from '@common/terms';

/** As the contract has them. */
export const MOST_QUESTIONS = 50;
export const MOST_OPTIONS = 20;
export const QUESTION_LENGTH = 200;
export const OPTION_LENGTH = 100;

const LEAST_OPTIONS = 2;

/** A key that no question or option had before; not `randomUUID`, which older browsers and plain HTTP lack. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('');

/** An option without words yet. */
export const emptyOption = () => ({ key: newKey(), text: '' });

/** A question without words yet; a choice begins with two options, of which one is to be chosen. */
export const emptyQuestion = (kind: FormQuestionKind): FormQuestion => ({
  key: newKey(),
  kind,
  text: '',
  options: kind === 'choice' ? Array.from({ length: LEAST_OPTIONS }, emptyOption) : [],
  choose: 1,
  isRequired: kind !== 'text',
});

/** The question with other options: of which fewer must be chosen than there are. */
export const withOptions = (question: FormQuestion, options: FormQuestion['options']): FormQuestion => ({
  ...question,
  options,
  choose: Math.max(1, Math.min(question.choose, options.length - 1)),
});

/** What is wrong by field, `questions.2.text` and the like; empty where the form can be saved. */
export function draftFaults(questions: readonly FormQuestion[]): Record<string, string> {
  const faults: Record<string, string> = questions.length === 0 ? { questions: '至少要有一道题' } : {};
  for (const [at, { text, options }] of questions.entries()) {
    if (text.trim() === '') {
      faults[`questions.${at}.text`] = '请填写题目';
    }
    for (const [no, option] of options.entries()) {
      if (option.text.trim() === '') {
        faults[`questions.${at}.options.${no}.text`] = '请填写选项';
      }
    }
  }
  const fault = Object.keys(faults).length === 0 ? formSettingFault(questions) : null;
  return fault ? { [fault.field]: fault.message } : faults;
}

/** A fault where its field is out of sight: `第3题：请填写选项`. */
export function faultWords(field: string, message: string): string {
  const [, at] = field.split('.');
  return at === undefined || message.startsWith('第') ? message : `第${Number(at) + 1}题：${message}`;
}
