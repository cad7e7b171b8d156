import type { BankQuestion } from '@common/contract/questionBank';
import { disciplineName } from '@common/disciplines';
import { presentQuestion } from '../papers/presenter';
import type { PapersService } from '../papers/service';
import type { BankQuestionDoc } from './model';

/** A question of the bank as its unit sees it. */
export const presentBankQuestion = (
  doc: BankQuestionDoc,
  urlOf: PapersService['pictureUrl'],
): BankQuestion => ({
  ...presentQuestion(doc, urlOf),
  disciplineCode: doc.disciplineCode,
  discipline: disciplineName(doc.disciplineCode) ?? '',
  updatedAt: doc.updatedAt.toISOString(),
});
