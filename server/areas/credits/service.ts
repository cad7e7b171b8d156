import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type ActivityGrants, createActivityGrants } from './activityGrants';
import { type Completing, createCompleting } from './completing';
import { createLedger, type Ledger } from './ledger';
import { createLookup, type Lookup } from './lookup';
import { createMissing, type Missing } from './missing';
import { type CreditStatistics, createCreditStatistics } from './statistics';
import { createYearCredits, type YearCredits } from './yearCredits';

export type { CreditRowSource } from './lookup';

export interface CreditsService
  extends Ledger,
    Lookup,
    YearCredits,
    Missing,
    ActivityGrants,
    CreditStatistics,
    Completing {}

/** 学分: the ledger, and what learners, units and authorities read of it. */
export function createCreditsService(platform: Platform, services: Services): CreditsService {
  return {
    ...createLedger(platform, services),
    ...createLookup(platform, services),
    ...createYearCredits(platform, services),
    ...createMissing(platform, services),
    ...createActivityGrants(platform, services),
    ...createCreditStatistics(platform, services),
    ...createCompleting(platform, services),
  };
}
