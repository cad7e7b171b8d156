import { createHash } from 'node:crypto';
import type { ExamQuestionInput } from '@common/contract/papers';
import { contentOf } from '@common/rules/examQuestion';

/** What makes a question the same as another, in a form that an index takes. */
export const hashOf = (question: Pick<ExamQuestionInput, 'kind' | 'stem' | 'options'>): string =>
  createHash('sha256').update(contentOf(question)).digest('base64url');
