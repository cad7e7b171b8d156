import type { ReportForm } from '@common/contract/reports';
import { REPORT_PAGES, REPORT_STARS, type ReportFault, type ReportPage } from '@common/rules/executionReport';
import { codesOf } from '@common/terms';
import type { ReviewPage } from '../../components/review/reviewTypes';

/** The four pages in their order, as the address numbers them from 1. */
export const PAGES: readonly (ReviewPage & { key: ReportPage })[] = codesOf(REPORT_PAGES).map((key) => ({
  key,
  label: REPORT_PAGES[key],
}));

/** What the pages that are written get. */
export interface PageProps {
  form: ReportForm;
  change: <P extends keyof ReportForm>(page: P, value: ReportForm[P]) => void;
  /** What is wrong with a field, by its path; nothing while the page has not been looked through. */
  faultOf: (field: string) => string | undefined;
}

export const faultFinder =
  (faults: readonly ReportFault[], isShown: boolean): PageProps['faultOf'] =>
  (field) =>
    isShown ? faults.find((fault) => fault.field === field)?.message : undefined;

/** Whether a field is starred, by its path. */
export const isStarred = (field: string): boolean => field in REPORT_STARS;
