import type { WalkInAnswers } from '@common/rules/walkInForm';
import { EMPTY_FORM, type RegisterForm } from './registerForm';
import { storage } from './storage';

const KEY = 'registerDraft';
/** An ID number is not left lying on a phone for longer. */
const LIFE_MS = 24 * 3_600_000;

interface Draft {
  form: RegisterForm;
  /** The learner who corrects; empty for a new registration. */
  who: string;
  savedAt: number;
}

/**
 * The registration as far as it has been typed: a closed app, a call or an empty battery costs nothing. `who` is the learner's
 * id where a registered one corrects, else empty: nobody meets what another one typed.
 */
export const registerDraft = {
  keep(form: RegisterForm, who = ''): void {
    // Codes are good for minutes.
    storage.set(KEY, { form: { ...form, smsCode: '', phoneCode: '' }, who, savedAt: Date.now() });
  },
  get(who = ''): RegisterForm | undefined {
    const draft = storage.get<Draft>(KEY);
    if (!draft || draft.savedAt + LIFE_MS < Date.now()) {
      storage.remove(KEY);
      return undefined;
    }
    return draft.who === who ? { ...EMPTY_FORM, ...draft.form } : undefined;
  },
  /** Begins a registration with what somebody wrote into the 现场登记表; what he has typed here stays. */
  fill(written: WalkInAnswers): void {
    const form = this.get() ?? EMPTY_FORM;
    const { details } = form;
    this.keep({
      ...form,
      name: form.name || written.name,
      idNo: form.idNo || written.idNo,
      phone: form.phone || written.phone,
      title: form.title || written.title || '',
      department: form.department || written.department,
      details: { ...details, position: details.position || written.post },
    });
  },
  drop(): void {
    storage.remove(KEY);
  },
};
