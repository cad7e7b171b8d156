/** 在线考试: what a question and a paper must have before anybody is asked (manual 000 §二). */
import type { ExamQuestionInput, PaperRules } from '../contract/papers';

/** 单位必须添加五个或五个以上试题 (manual 000 §二). */
export const LEAST_QUESTIONS = 5;
export const MOST_QUESTIONS = 500;

type Question = Pick<ExamQuestionInput, 'kind' | 'stem' | 'options'>;

export interface QuestionFault {
  /** A field of the question: `stem`, `options`, `options.2.text`. */
  field: string;
  /** Chinese, says what to do. */
  message: string;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The first thing by which a question cannot be put to anybody; null where it can. */
export function questionFault({ kind, stem, options }: Question): QuestionFault | null {
  const fault = (field: string, message: string) => ({ field, message });
  if (tidy(stem) === '') {
    return fault('stem', '请填写题干');
  }
  if (options.length < 2) {
    return fault('options', '至少要有两个选项');
  }
  const texts = options.map(({ text }) => tidy(text));
  const empty = texts.indexOf('');
  if (empty >= 0) {
    return fault(`options.${empty}.text`, `请填写选项${letterOf(empty)}`);
  }
  const repeated = texts.findIndex((text, at) => texts.indexOf(text) < at);
  if (repeated >= 0) {
    return fault(`options.${repeated}.text`, `选项${letterOf(repeated)}与前面的选项相同`);
  }
  const right = options.filter(({ isRight }) => isRight).length;
  if (right === 0) {
    return fault('options', '请点击正确的备选答案');
  }
  if (kind === 'single' && right > 1) {
    return fault('options', '单选题只能有一个正确答案，有多个的请改为多选题');
  }
  if (kind === 'multiple' && right < 2) {
    return fault('options', '多选题至少要有两个正确答案，只有一个的请改为单选题');
  }
  return null;
}

/** The letter of an option by its place, from 0: A, B, … */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);

/** What makes two questions the same: kind, stem and options, whatever the spaces and the order of the options. */
export const contentOf = ({ kind, stem, options }: Question): string =>
  JSON.stringify([kind, tidy(stem), options.map(({ text }) => tidy(text)).sort()]);

/** What stands in the way of 启用: each by its question (its place, from 0) or, null, of the paper as a whole. */
export function paperFaults(
  questions: readonly Question[],
  { draw }: Pick<PaperRules, 'draw'>,
): { question: number | null; message: string }[] {
  const faults: { question: number | null; message: string }[] = [];
  if (questions.length < LEAST_QUESTIONS) {
    faults.push({
      question: null,
      message: `至少要有${LEAST_QUESTIONS}道试题，还差${LEAST_QUESTIONS - questions.length}道`,
    });
  }
  if (draw > 0 && draw < LEAST_QUESTIONS) {
    faults.push({ question: null, message: `每次至少抽取${LEAST_QUESTIONS}道试题` });
  }
  if (draw > questions.length) {
    faults.push({ question: null, message: `每次抽取${draw}道，试卷只有${questions.length}道试题` });
  }
  questions.forEach((question, at) => {
    const fault = questionFault(question);
    if (fault) {
      faults.push({ question: at, message: `第${at + 1}题：${fault.message}` });
    }
  });
  return faults;
}
