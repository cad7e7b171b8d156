import type { CheckInRules } from '@common/contract/checkInRules';
import type { CompletionRules } from '@common/contract/completionRules';
import type { CreditRules } from '@common/contract/creditRules';
import { checkInRulesFault } from '@common/rules/checkInRules';
import { ownRules } from '@common/rules/ownRules';
import type { UpdateQuery } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { By } from './authorities';
import { type AuthorityDoc, authorityModel } from './model';

/** The rules of one kind in force in an authority's region, and as those above it have them. */
export interface RulesInForce<R> {
  rules: R;
  above: R;
}

export interface RulesSettings<R> {
  /** @throws AppError NOT_FOUND. */
  get(authorityId: string): Promise<RulesInForce<R>>;
  /**
   * Keeps what differs from the rules above, so that the rest goes on following them.
   * @throws AppError NOT_FOUND; INVALID_INPUT at a rule that cannot hold.
   */
  set(authorityId: string, given: R, by: By): Promise<RulesInForce<R>>;
}

/** What an authority sets for its region, kind by kind. */
export interface RulesSettingsService {
  rules: {
    /** How check-ins are taken. A code on show keeps its period until it turns. */
    checkIn: RulesSettings<CheckInRules>;
    /** What a credit needs beside the attendance. */
    completion: RulesSettings<CompletionRules>;
    /** How credits are granted and reviewed. */
    credit: RulesSettings<CreditRules>;
  };
}

interface Kinds {
  checkIn: CheckInRules;
  completion: CompletionRules;
  credit: CreditRules;
}

export function createRulesSettings({ mongo }: Platform, services: Services): RulesSettingsService {
  const Authority = authorityModel(mongo);

  /** @param label As the audit log calls them. */
  function settings<K extends keyof Kinds>(
    kind: K,
    label: string,
    updateOf: (own: Partial<Kinds[K]>) => UpdateQuery<AuthorityDoc>,
    check: (given: Kinds[K]) => void = () => undefined,
  ): RulesSettings<Kinds[K]> {
    async function get(authorityId: string): Promise<RulesInForce<Kinds[K]>> {
      const { inForce, above } = await services.regionsUnits.settingsOf(authorityId);
      return { rules: inForce[kind], above: above[kind] };
    }
    return {
      get,
      async set(authorityId, given, by) {
        check(given);
        const { own, above } = await services.regionsUnits.settingsOf(authorityId);
        await Authority.updateOne({ _id: own._id }, updateOf(ownRules<Kinds[K]>(given, above[kind])));
        await services.audit.append({
          ...by,
          action: 'authority.settings-changed',
          subject: `authority:${authorityId}`,
          reason: label,
        });
        return get(authorityId);
      },
    };
  }

  function checkCheckInRules(given: CheckInRules): void {
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
  }

  return {
    rules: {
      checkIn: settings(
        'checkIn',
        '考勤设置',
        // The period of the QR stands by itself: it was there before the other rules.
        ({ qrPeriodSeconds, ...checkIn }) =>
          qrPeriodSeconds === undefined
            ? { $set: { 'settings.checkIn': checkIn }, $unset: { 'settings.qrPeriodSeconds': 1 } }
            : { $set: { 'settings.checkIn': checkIn, 'settings.qrPeriodSeconds': qrPeriodSeconds } },
        checkCheckInRules,
      ),
      completion: settings('completion', '考试与评价设置', (own) => ({
        $set: { 'settings.completion': own },
      })),
      credit: settings('credit', '授分设置', (own) => ({ $set: { 'settings.credit': own } })),
    },
  };
}
