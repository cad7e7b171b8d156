import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type BankLookups, createBankLookups } from './bankLookups';
import { type BankWriting, createBankWriting } from './bankWriting';
import { createExporting, type Exporting } from './exporting';
import { createImporting, type Importing } from './importing';

export interface QuestionBankService extends BankLookups, BankWriting, Exporting {
  importing: Importing;
}

/** 题库: the questions of a unit by discipline, for its papers. */
export function createQuestionBankService(platform: Platform, services: Services): QuestionBankService {
  return {
    ...createBankLookups(platform),
    ...createBankWriting(platform, services),
    ...createExporting(),
    importing: createImporting(platform, services),
  };
}
