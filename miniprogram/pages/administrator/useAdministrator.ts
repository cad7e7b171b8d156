import { ApiError } from '@common/contract/errors';
import { isPhone, normalisePhone } from '@common/rules/phone';
import { useState } from 'react';
import { useCountdown } from '@/hooks/useCountdown';
import { goOn } from '@/services/goOn';
import { api, session } from '@/services/session';

/** Somebody of the list by his id, or a new one. */
export type Who = string | 'new';
type Faults = Partial<Record<'name' | 'phone' | 'smsCode', string>>;

export interface AdministratorForm {
  who: Who | null;
  name: string;
  phone: string;
  smsCode: string;
  errors: Faults;
  /** Where the code went, masked; empty before. */
  sentTo: string;
  /** Seconds until another code may be asked for. */
  seconds: number;
  choose(who: Who): void;
  change(part: Partial<Record<keyof Faults, string>>): void;
  send(): Promise<void>;
  confirm(): Promise<void>;
}

const FIELD_OF: Record<string, keyof Faults> = {
  SMS_CODE_INVALID: 'smsCode',
  ADMINISTRATOR_EXISTS: 'phone',
};

/**
 * Which person acts for the unit or authority (manual 000 §1.3): the first sign-in adds 姓名 and 手机号, later ones choose the
 * name; each time a code by SMS confirms it.
 * @param isFirst Nobody is listed yet: there is nothing to choose from.
 */
export function useAdministrator(isFirst: boolean): AdministratorForm {
  const [chosen, setChosen] = useState<Who | null>(null);
  const [form, setForm] = useState({ name: '', phone: '', smsCode: '' });
  const [errors, setErrors] = useState<Faults>({});
  const [sent, setSent] = useState<{ to: string; until: number }>();
  const seconds = useCountdown(sent?.until);
  const who = isFirst ? 'new' : chosen;

  const input = () =>
    who === 'new'
      ? { name: form.name.trim(), phone: normalisePhone(form.phone) }
      : { administratorId: who ?? '' };

  /** Whether it can be sent; what is missing shows at its field. */
  const isComplete = (withCode: boolean): boolean => {
    const faults: Faults = {
      ...(who === 'new' && !form.name.trim() && { name: '请输入姓名' }),
      ...(who === 'new' && !isPhone(form.phone) && { phone: '请输入11位手机号' }),
      ...(withCode && !sent && { smsCode: '请先获取验证码' }),
      ...(withCode && sent && !form.smsCode.trim() && { smsCode: '请输入短信中的6位数字' }),
    };
    setErrors(faults);
    return Object.keys(faults).length === 0;
  };
  const attempt = async (action: () => Promise<void>) => {
    try {
      await action();
    } catch (error) {
      const field = error instanceof ApiError ? (FIELD_OF[error.code] ?? error.field) : undefined;
      if (!(error instanceof ApiError) || !(field === 'name' || field === 'phone' || field === 'smsCode')) {
        throw error;
      }
      setErrors({ [field]: error.message });
    }
  };

  return {
    who,
    ...form,
    errors,
    sentTo: sent?.to ?? '',
    seconds,
    choose: (next) => {
      if (next !== who) {
        // A code is good for the phone that it was sent to.
        setSent(undefined);
        setForm((now) => ({ ...now, smsCode: '' }));
        setErrors({});
      }
      setChosen(next);
    },
    change: (part) => {
      if (part.phone !== undefined) {
        setSent(undefined);
      }
      setForm((now) => ({ ...now, ...part }));
      setErrors((now) => ({
        ...now,
        ...Object.fromEntries(Object.keys(part).map((key) => [key, undefined])),
      }));
    },
    send: async () => {
      if (!isComplete(false)) {
        return;
      }
      await attempt(async () => {
        const { phoneMasked, retryAfter } = await api.administrators.sendAdministratorCode(input());
        setSent({ to: phoneMasked, until: Date.now() + retryAfter * 1000 });
      });
    },
    confirm: async () => {
      if (!isComplete(true)) {
        return;
      }
      await attempt(async () => {
        const me = await api.administrators.chooseAdministrator({ ...input(), smsCode: form.smsCode.trim() });
        session.take(me);
        await goOn(me);
      });
    },
  };
}
