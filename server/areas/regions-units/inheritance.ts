/** The settings of a region: each authority's own over those of the ones above it. */
import type { CheckInRules } from '@common/contract/checkInRules';
import type { CompletionRules } from '@common/contract/completionRules';
import type { CreditRules } from '@common/contract/creditRules';
import { CHECK_IN_RULES } from '@common/rules/checkInRules';
import { COMPLETION_RULES } from '@common/rules/completion';
import { CREDIT_RULES } from '@common/rules/creditRules';
import { MINUTES_PER_CREDIT } from '@common/rules/credits';
import { REVIEW_CHAINS } from '@common/rules/review';
import type { ProjectForm, ProjectLevel, ReviewStep } from '@common/terms';
import type { AuthorityDoc, RegionSettings } from './model';

/** The settings in force in a region. */
export interface InheritedSettings {
  annualCredits: number;
  qrPeriodSeconds: number;
  checkIn: CheckInRules;
  completion: CompletionRules;
  credit: CreditRules;
  reviewChains: Record<ProjectLevel, readonly ReviewStep[]>;
  minutesPerCredit: Record<ProjectLevel, Record<ProjectForm, number>>;
}

/** In force where no authority has set anything: the national standard of 25 credits a year, a QR that turns every 5 s. */
export const NATIONAL: InheritedSettings = {
  annualCredits: 2500,
  qrPeriodSeconds: CHECK_IN_RULES.qrPeriodSeconds,
  checkIn: CHECK_IN_RULES,
  completion: COMPLETION_RULES,
  credit: CREDIT_RULES,
  reviewChains: REVIEW_CHAINS,
  minutesPerCredit: MINUTES_PER_CREDIT,
};

/** What holds under these authorities, the nearest given first. */
export const settingsUnder = (nearestFirst: readonly Pick<AuthorityDoc, 'settings'>[]): InheritedSettings =>
  nearestFirst.toReversed().reduce((inherited, { settings }) => inherit(inherited, settings), NATIONAL);

/** What a lower authority does not set stays as it is above; chains and rates level by level. */
function inherit(above: InheritedSettings, own: RegionSettings = {}): InheritedSettings {
  const rates = Object.entries(own.minutesPerCredit ?? {}) as [
    ProjectLevel,
    Partial<Record<ProjectForm, number>>,
  ][];
  const qrPeriodSeconds = own.qrPeriodSeconds ?? above.qrPeriodSeconds;
  return {
    annualCredits: own.annualCredits ?? above.annualCredits,
    qrPeriodSeconds,
    checkIn: { ...above.checkIn, ...own.checkIn, qrPeriodSeconds },
    completion: { ...above.completion, ...own.completion },
    credit: { ...above.credit, ...own.credit },
    reviewChains: { ...above.reviewChains, ...own.reviewChains },
    minutesPerCredit: {
      ...above.minutesPerCredit,
      ...Object.fromEntries(
        rates.map(([level, forms]) => [level, { ...above.minutesPerCredit[level], ...forms }]),
      ),
    },
  };
}
