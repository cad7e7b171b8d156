import { ApiError } from '@common/contract/errors';
import { checkIdNo, normaliseIdNo } from '@common/rules/idNo';
import { isPersonnelNo } from '@common/rules/personnelNo';
import { isPhone, normalisePhone } from '@common/rules/phone';
import { ungrouped } from '@common/rules/plainText';
import { dayOf } from '@common/rules/shanghaiTime';
import { useState } from 'react';
import { type NewPassword, useNewPassword } from '@/components/new-password/newPassword';
import { useCountdown } from '@/hooks/useCountdown';
import { withCaptcha } from '@/services/captcha';
import { tell } from '@/services/feedback';
import { replaceWith } from '@/services/navigate';
import { api } from '@/services/session';

/** The two ways of manual 003 §三 and 004; the third is `kj` in the official account. */
export const WAYS = { idNo: '姓名＋身份证号', personnelNo: '医通卡号' } as const;
export type Way = keyof typeof WAYS;

const EMPTY = { name: '', idNo: '', phone: '', personnelNo: '', last4: '', smsCode: '' };
export type RecoveryField = keyof typeof EMPTY;

export interface Recovery {
  way: Way;
  form: typeof EMPTY;
  errors: Partial<Record<RecoveryField, string>>;
  /** A code has been asked for: the second half of the page opens. */
  isAsked: boolean;
  isSolving: boolean;
  seconds: number;
  password: NewPassword;
  setWay(way: Way): void;
  change(part: Partial<typeof EMPTY>): void;
  ask(): Promise<void>;
  recover(): Promise<void>;
}

/** What is missing of who it is, by field. Says nothing of whether such a person exists. */
function faultsOf(way: Way, form: typeof EMPTY): Recovery['errors'] {
  if (way === 'personnelNo') {
    return {
      ...(!isPersonnelNo(ungrouped(form.personnelNo)) && { personnelNo: '请核对10位医通卡号' }),
      ...(!/^\d{3}[\dXx]$/.test(ungrouped(form.last4)) && { last4: '请输入证件号码的后4位' }),
    };
  }
  const idNo = checkIdNo(form.idNo, dayOf(Date.now()));
  return {
    ...(!form.name.trim() && { name: '请输入姓名' }),
    ...(!idNo.ok && { idNo: idNo.message }),
    ...(!isPhone(form.phone) && { phone: '请输入11位手机号' }),
  };
}

/** 忘记密码: the same answer whether or not the person is known; a code by SMS, a new password, then signing in. */
export function useRecovery(): Recovery {
  const [way, setWay] = useState<Way>('idNo');
  const [form, setForm] = useState(EMPTY);
  const [errors, setErrors] = useState<Recovery['errors']>({});
  const [asked, setAsked] = useState<{ recoveryId: string; until: number }>();
  const [isSolving, setSolving] = useState(false);
  const seconds = useCountdown(asked?.until);
  const password = useNewPassword([form.name, form.idNo, form.phone, form.personnelNo]);

  const whoIs = () =>
    way === 'idNo'
      ? {
          by: 'idNo' as const,
          name: form.name.trim(),
          idNo: normaliseIdNo(form.idNo),
          phone: normalisePhone(form.phone),
        }
      : {
          by: 'personnelNo' as const,
          personnelNo: ungrouped(form.personnelNo),
          last4: ungrouped(form.last4).toUpperCase(),
        };

  return {
    way,
    form,
    errors,
    isAsked: asked !== undefined,
    isSolving,
    seconds,
    password,
    setWay: (next) => {
      setWay(next);
      setErrors({});
      setAsked(undefined);
    },
    change: (part) => {
      setForm((now) => ({ ...now, ...part }));
      setErrors((now) => ({
        ...now,
        ...Object.fromEntries(Object.keys(part).map((key) => [key, undefined])),
      }));
      if (part.smsCode === undefined) {
        setAsked(undefined);
      }
    },
    ask: async () => {
      const faults = faultsOf(way, form);
      setErrors(faults);
      if (Object.keys(faults).length > 0) {
        return;
      }
      const { recoveryId, retryAfter } = await withCaptcha(
        (captcha) => api.accounts.sendRecoveryCode({ ...whoIs(), ...(captcha ? { captcha } : {}) }),
        setSolving,
      );
      setAsked({ recoveryId, until: Date.now() + retryAfter * 1000 });
    },
    recover: async () => {
      const next = password.accept();
      const smsCode = form.smsCode.trim();
      setErrors(smsCode ? {} : { smsCode: '请输入短信中的6位数字' });
      if (!asked || !next || !smsCode) {
        return;
      }
      try {
        await api.accounts.recoverPassword({ recoveryId: asked.recoveryId, smsCode, next });
      } catch (error) {
        if (error instanceof ApiError && error.code === 'RECOVERY_INVALID') {
          setErrors({ smsCode: error.message });
          return;
        }
        if (error instanceof ApiError && error.code === 'WEAK_PASSWORD') {
          password.refuse(error.message);
          return;
        }
        throw error;
      }
      tell('新密码已设置，请登录');
      await replaceWith('signIn');
    },
  };
}
