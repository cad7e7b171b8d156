import type { OutputOf } from '@common/contract/endpoint';
import type { Contract } from '@common/contract/index';
import type { Correction } from '@common/contract/profile';
import { TITLES } from '@common/terms';

/** A correction in the unit's list. */
export type CorrectionRow = OutputOf<Contract['learners']['listCorrections']>['items'][number];

/** What stands before and after: a title's code in words, a name as it is. */
export function correctionText(kind: Correction['kind'], value: string): string {
  return kind === 'title' && value in TITLES ? TITLES[value as keyof typeof TITLES] : value;
}
