import type { CheckInRules } from '@common/contract/checkInRules';
import { checkInRulesFault, ownRules } from '@common/rules/checkInRules';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { By } from './authorities';
import { authorityModel } from './model';

/** How check-ins are taken in an authority's region, and as those above it have it. */
export interface CheckInSettings {
  rules: CheckInRules;
  above: CheckInRules;
}

export interface CheckInSettingsService {
  /** @throws AppError NOT_FOUND. */
  checkInSettings(authorityId: string): Promise<CheckInSettings>;
  /**
   * Keeps what differs from the rules above, so that the rest goes on following them. A code on show keeps its period until it
   * turns. @throws AppError INVALID_INPUT at the rule that would leave learners no way to check in.
   */
  setCheckInRules(authorityId: string, given: CheckInRules, by: By): Promise<CheckInSettings>;
}

export function createCheckInSettings({ mongo }: Platform, services: Services): CheckInSettingsService {
  const Authority = authorityModel(mongo);

  async function checkInSettings(authorityId: string): Promise<CheckInSettings> {
    const { inForce, above } = await services.regionsUnits.settingsOf(authorityId);
    return { rules: inForce.checkIn, above: above.checkIn };
  }

  return {
    checkInSettings,
    async setCheckInRules(authorityId, given, by) {
      const fault = checkInRulesFault(given);
      if (fault) {
        throw appError('INVALID_INPUT', { message: fault.message, field: fault.field });
      }
      if (given.isFaceRequired && !services.faceChecks.isOffered()) {
        throw appError('INVALID_INPUT', {
          message: '系统还没有接入微信小程序，不能要求人脸核身',
          field: 'isFaceRequired',
        });
      }
      const { own, above } = await services.regionsUnits.settingsOf(authorityId);
      // The period of the QR stands by itself: it was there before the other rules.
      const { qrPeriodSeconds, ...checkIn } = ownRules(given, above.checkIn);
      await Authority.updateOne(
        { _id: own._id },
        qrPeriodSeconds === undefined
          ? { $set: { 'settings.checkIn': checkIn }, $unset: { 'settings.qrPeriodSeconds': 1 } }
          : { $set: { 'settings.checkIn': checkIn, 'settings.qrPeriodSeconds': qrPeriodSeconds } },
      );
      await services.audit.append({
        ...by,
        action: 'authority.settings-changed',
        subject: `authority:${authorityId}`,
        reason: '考勤设置',
      });
      return checkInSettings(authorityId);
    },
  };
}
