import type { CreditRules } from '@common/contract/creditRules';
import { ownCreditRules } from '@common/rules/creditRules';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { By } from './authorities';
import { authorityModel } from './model';

/** How credits are granted and reviewed in an authority's region, and as those above it have it. */
export interface CreditSettings {
  rules: CreditRules;
  above: CreditRules;
}

export interface CreditSettingsService {
  /** @throws AppError NOT_FOUND. */
  creditSettings(authorityId: string): Promise<CreditSettings>;
  /** Keeps what differs from the rules above, so that the rest goes on following them. @throws AppError NOT_FOUND. */
  setCreditRules(authorityId: string, given: CreditRules, by: By): Promise<CreditSettings>;
}

export function createCreditSettings({ mongo }: Platform, services: Services): CreditSettingsService {
  const Authority = authorityModel(mongo);

  async function creditSettings(authorityId: string): Promise<CreditSettings> {
    const { inForce, above } = await services.regionsUnits.settingsOf(authorityId);
    return { rules: inForce.credit, above: above.credit };
  }

  return {
    creditSettings,
    async setCreditRules(authorityId, given, by) {
      const { own, above } = await services.regionsUnits.settingsOf(authorityId);
      await Authority.updateOne(
        { _id: own._id },
        { $set: { 'settings.credit': ownCreditRules(given, above.credit) } },
      );
      await services.audit.append({
        ...by,
        action: 'authority.settings-changed',
        subject: `authority:${authorityId}`,
        reason: '授分设置',
      });
      return creditSettings(authorityId);
    },
  };
}
