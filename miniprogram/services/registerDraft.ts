import { EMPTY_FORM, type RegisterForm } from './registerForm';
import { storage } from './storage';

const KEY = 'registerDraft';
/** An ID number is not left lying on a phone for longer. */
const LIFE_MS = 24 * 3_600_000;

interface Draft {
  form: RegisterForm;
  savedAt: number;
}

/** The registration as far as it has been typed: a closed app, a call or an empty battery costs nothing. */
export const registerDraft = {
  keep(form: RegisterForm): void {
    // Codes are good for minutes and consent is given each time anew.
    storage.set(KEY, { form: { ...form, smsCode: '', phoneCode: '', consent: false }, savedAt: Date.now() });
  },
  get(): RegisterForm | undefined {
    const draft = storage.get<Draft>(KEY);
    if (!draft || draft.savedAt + LIFE_MS < Date.now()) {
      storage.remove(KEY);
      return undefined;
    }
    return { ...EMPTY_FORM, ...draft.form };
  },
  drop(): void {
    storage.remove(KEY);
  },
};
