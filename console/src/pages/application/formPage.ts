import type { ApplicationForm } from '@common/contract/applications';
import {
  APPLICATION_PAGES,
  APPLICATION_STARS,
  type ApplicationPage,
  type FormFault,
} from '@common/rules/application';
import { codesOf } from '@common/terms';
import type { ReviewPage } from '../../components/review/reviewTypes';

/** The form's pages in their order, as the address numbers them from 1. */
export const FORM_PAGES: readonly (ReviewPage & { key: ApplicationPage })[] = codesOf(APPLICATION_PAGES).map(
  (key) => ({ key, label: APPLICATION_PAGES[key] }),
);

/** What every page of the form gets. */
export interface PageProps {
  form: ApplicationForm;
  /** One page's part as it is now. */
  change: <P extends ApplicationPage>(page: P, value: ApplicationForm[P]) => void;
  /** What is wrong with a field, by its path in the form; nothing while the page has not been looked through. */
  faultOf: (field: string) => string | undefined;
}

/** The first fault of a field. */
export const faultFinder =
  (faults: readonly FormFault[], isShown: boolean): PageProps['faultOf'] =>
  (field) =>
    isShown ? faults.find((fault) => fault.field === field)?.message : undefined;

/** Whether a field is starred. */
export const isStarred = (page: ApplicationPage, field: string): boolean =>
  APPLICATION_STARS[page].includes(field);
