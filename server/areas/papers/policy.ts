import type { ExamQuestionInput } from '@common/contract/papers';
import { contentOf, MOST_QUESTIONS, questionFault } from '@common/rules/examQuestion';
import { appError } from '../../http/errors';
import type { QuestionDoc } from './questionFields';

/** @throws AppError QUESTION_INVALID with the field at fault. */
export function insistSound(question: ExamQuestionInput): void {
  const fault = questionFault(question);
  if (fault) {
    throw appError('QUESTION_INVALID', fault);
  }
}

/** @throws AppError QUESTION_INVALID where one of the others is the same. */
export function insistNew(question: ExamQuestionInput, others: readonly QuestionDoc[]): void {
  const content = contentOf(question);
  if (others.some((other) => contentOf(other) === content)) {
    throw appError('QUESTION_INVALID', { message: '试卷中已有相同的试题', field: 'stem' });
  }
}

/** @throws AppError PAPER_FULL, saying by how much. */
export function insistRoom(count: number): void {
  if (count > MOST_QUESTIONS) {
    throw appError('PAPER_FULL', {
      message: `一份试卷最多${MOST_QUESTIONS}道试题，超出${count - MOST_QUESTIONS}道`,
    });
  }
}
