import type { FormAnswer, FormResults } from '@common/contract/forms';
import { countAnswers, LEAST_SHEETS } from '@common/rules/forms';
import { FORM_KINDS, type FormKind } from '@common/terms';
import type { ServedFile } from '../../http/call';
import { buildWorkbook } from '../../sheets/buildWorkbook';
import { XLSX } from '../../sheets/writeTemplate';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { resultSheets } from './resultSheets';

/** What was filled in about an activity. */
export interface Filled {
  /** In an order that tells neither who nor when. */
  sheets: readonly (readonly FormAnswer[])[];
  /** Who could have. */
  expected: number;
}

export interface Results {
  /** Counted, with some of the texts; only the number of sheets where there are so few that one could guess whose they are. */
  results(kind: FormKind, full: FullActivity, filled: Filled): Promise<FormResults>;
  /** The same as Excel, with all texts. */
  exportResults(kind: FormKind, full: FullActivity, filled: Filled): Promise<ServedFile>;
}

export function createResults(services: Services): Results {
  async function count(
    kind: FormKind,
    full: FullActivity,
    { sheets, expected }: Filled,
    most?: number,
  ): Promise<FormResults> {
    const persons = sheets.length;
    const isTooFew = persons < LEAST_SHEETS;
    const questions = isTooFew ? [] : await services.forms.questionsFor(kind, full);
    return { persons, expected, isTooFew, questions: countAnswers(questions, sheets, most) };
  }

  return {
    results: async (kind, full, filled) => count(kind, full, filled),
    async exportResults(kind, full, filled) {
      const results = await count(kind, full, filled, Number.POSITIVE_INFINITY);
      return {
        name: `${FORM_KINDS[kind]}结果-${full.project.name}-第${full.activity.term}期.xlsx`,
        type: XLSX,
        body: await buildWorkbook(resultSheets(results)),
      };
    },
  };
}
