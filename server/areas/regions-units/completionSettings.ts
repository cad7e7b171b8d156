import type { CompletionRules } from '@common/contract/completionRules';
import { ownCompletion } from '@common/rules/completion';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { By } from './authorities';
import { authorityModel } from './model';

/** What a credit needs beside the attendance in an authority's region, and as those above it have it. */
export interface CompletionSettings {
  rules: CompletionRules;
  above: CompletionRules;
}

export interface CompletionSettingsService {
  /** @throws AppError NOT_FOUND. */
  completionSettings(authorityId: string): Promise<CompletionSettings>;
  /** Keeps what differs from the rules above, so that the rest goes on following them. @throws AppError NOT_FOUND. */
  setCompletionRules(authorityId: string, given: CompletionRules, by: By): Promise<CompletionSettings>;
}

export function createCompletionSettings({ mongo }: Platform, services: Services): CompletionSettingsService {
  const Authority = authorityModel(mongo);

  async function completionSettings(authorityId: string): Promise<CompletionSettings> {
    const { inForce, above } = await services.regionsUnits.settingsOf(authorityId);
    return { rules: inForce.completion, above: above.completion };
  }

  return {
    completionSettings,
    async setCompletionRules(authorityId, given, by) {
      const { own, above } = await services.regionsUnits.settingsOf(authorityId);
      await Authority.updateOne(
        { _id: own._id },
        { $set: { 'settings.completion': ownCompletion(given, above.completion) } },
      );
      await services.audit.append({
        ...by,
        action: 'authority.settings-changed',
        subject: `authority:${authorityId}`,
        reason: '考试与评价设置',
      });
      return completionSettings(authorityId);
    },
  };
}
