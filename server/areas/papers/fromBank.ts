import { appError } from '../../http/errors';
import type { FullActivity } from '../activities/service';
import { hashOf } from '../question-bank/content';
import type { Services } from '../services';
import type { Draft } from './draft';
import { writtenOf } from './presenter';
import type { Writing } from './writing';

/** Questions of the unit's bank as copies in a paper: what is changed in one is not in the other. */
export interface FromBank {
  /** Those of one's own unit; what is in the paper already is skipped. @throws AppError PAPER_FULL. */
  addFromBank(full: FullActivity, questionIds: string[]): Promise<void>;
  /** So many at random that are not in the paper yet. @throws AppError PAPER_FULL, BANK_TOO_SMALL, INVALID_INPUT. */
  drawFromBank(full: FullActivity, given: { discipline?: string; count: number }): Promise<void>;
}

export function createFromBank(services: Services, draft: Draft, { addQuestions }: Writing): FromBank {
  return {
    async addFromBank(full, questionIds) {
      const questions = await services.questionBank.many(String(full.activity.unitId), questionIds);
      if (questions.length === 0) {
        throw appError('NOT_FOUND', {
          message: '所选试题已从题库删除，请刷新后重新选择',
          field: 'questionIds',
        });
      }
      await addQuestions(full, questions.map(writtenOf));
    },
    async drawFromBank(full, given) {
      const { questions } = await draft.of(full);
      const except = new Set(questions.map(hashOf));
      const drawn = await services.questionBank.draw(String(full.activity.unitId), { ...given, except });
      await addQuestions(full, drawn.map(writtenOf));
    },
  };
}
