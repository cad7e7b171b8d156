import { createHash } from 'node:crypto';
import { isPhone, normalisePhone } from '@common/rules/phone';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { SmsPurpose } from '../accounts/smsCodes';
import type { Services } from '../services';

/** What proves a phone: the code of WeChat's one-tap number, or the number with the code that was sent to it. */
export interface PhoneProof {
  phoneCode?: string;
  phone?: string;
  smsCode?: string;
}

const KEPT_SECONDS = 600;

/** Finds out whose phone it is, for a registration and for a new number. */
export function createPhones({ redis, cipher, wechat, log }: Platform, services: Services) {
  /** WeChat gives a number once for a code: kept a while, so that a form refused for another field can be sent again. */
  async function phoneByCode(bearer: string, code: string): Promise<string> {
    const bound = `phoneCode:${bearer}:${createHash('sha256').update(code).digest('base64url')}`;
    const kept = await redis.get(bound);
    if (kept) {
      return cipher.open(bound, kept);
    }
    let phone: string;
    try {
      phone = normalisePhone(await wechat.phoneNumber(code));
    } catch (err) {
      log.warn({ err }, 'phone number');
      throw appError('PHONE_CODE_INVALID', { field: 'phoneCode' });
    }
    await redis.set(bound, cipher.seal(bound, phone), 'EX', KEPT_SECONDS);
    return phone;
  }

  return {
    /**
     * The proven number.
     * @param bearer Who gives the proof: WeChat's code serves nobody else.
     * @throws AppError PHONE_CODE_INVALID, SMS_CODE_INVALID, INVALID_INPUT.
     */
    async proven(bearer: string, proof: PhoneProof, purpose: SmsPurpose): Promise<string> {
      if (proof.phoneCode) {
        return phoneByCode(bearer, proof.phoneCode);
      }
      const phone = normalisePhone(proof.phone ?? '');
      if (!isPhone(phone)) {
        throw appError('INVALID_INPUT', { message: '手机号格式不正确，请输入11位手机号', field: 'phone' });
      }
      await services.accounts.smsCodes.check(phone, proof.smsCode ?? '', purpose);
      return phone;
    },
  };
}
