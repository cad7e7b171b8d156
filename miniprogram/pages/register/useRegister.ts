import { ApiError } from '@common/contract/errors';
import { PRIVACY_VERSION } from '@common/privacy';
import { isSubmittable, type ProfilePage } from '@common/rules/profile';
import { dayOf } from '@common/rules/shanghaiTime';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { registerDraft } from '@/services/registerDraft';
import {
  checkForm,
  completeOf,
  FIELD_ORDER,
  type FieldName,
  type FormErrors,
  fieldOf,
  missingOf,
  pageOf,
  type RegisterForm,
  toRegistration,
  toResubmission,
} from '@/services/registerForm';
import { scrollToField } from '@/services/scrollToField';
import { api } from '@/services/session';
import { leaveRegistration } from './leaveRegistration';

export interface Register {
  form: RegisterForm;
  errors: FormErrors;
  /** False when a registered learner changes what has not been approved. */
  isNew: boolean;
  page: ProfilePage;
  complete: ProfilePage[];
  canSubmit: boolean;
  /** The starred fields that are not there yet. */
  missing: { field: FieldName; label: string }[];
  /** Opens a page; what is wrong with the one that is left will be shown when it is looked at again. */
  goTo(page: ProfilePage): void;
  /** Opens the page of a field and scrolls to it. */
  jumpTo(field: FieldName): void;
  /** Changes parts; what was wrong with `touched` is forgotten. */
  change(part: Partial<RegisterForm>, ...touched: FieldName[]): void;
  /** Checks one field as it is left. */
  check(field: FieldName): void;
  setError(field: FieldName, message: string): void;
  submit(): Promise<void>;
}

/**
 * The registration: five pages freely walked, kept as they are typed, sent as one; the server's answers lead to their page and
 * field.
 * @param start What the form begins with where there is no draft.
 * @param who The learner who corrects, empty for a new registration.
 */
export function useRegister(start: RegisterForm, who: string): Register {
  const isNew = who === '';
  const [form, setForm] = useState(() => registerDraft.get(who) ?? start);
  const [errors, setErrors] = useState<FormErrors>({});
  const [page, setPage] = useState<ProfilePage>('basics');
  // A new object for every jump, so that the same field can be jumped to twice.
  const [jump, setJump] = useState<{ field: FieldName } | null>(null);
  const today = dayOf(Date.now());

  useEffect(() => {
    if (form !== start) {
      registerDraft.keep(form, who);
    }
  }, [form, start, who]);
  useEffect(() => {
    if (jump) {
      // The page of the field is drawn first.
      scrollToField(jump.field, 140);
    }
  }, [jump]);

  const change: Register['change'] = (part, ...touched) => {
    setForm((now) => ({ ...now, ...part }));
    setErrors((now) =>
      Object.fromEntries(Object.entries(now).filter(([field]) => !touched.includes(field as FieldName))),
    );
  };
  const check = (field: FieldName) => {
    const message = checkForm(form, isNew, today)[field];
    setErrors((now) => ({ ...now, [field]: message }));
  };
  const setError = (field: FieldName, message: string) => setErrors((now) => ({ ...now, [field]: message }));
  const goTo = (next: ProfilePage) => {
    const left = Object.entries(checkForm(form, isNew, today)).filter(
      ([field]) => pageOf(field as FieldName) === page,
    );
    setErrors((now) => ({ ...now, ...Object.fromEntries(left) }));
    setPage(next);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const show = (found: FormErrors) => {
    setErrors(found);
    const first = FIELD_ORDER.find((field) => found[field]);
    if (first) {
      setPage(pageOf(first));
      setJump({ field: first });
    }
  };
  const jumpTo = (field: FieldName) => {
    goTo(pageOf(field));
    check(field);
    setJump({ field });
  };

  /** What the server refused, at its field; whatever is good only once is taken back. */
  const refuse = (error: ApiError, field: FieldName) => {
    if (field === 'phoneCode') {
      setForm((now) => ({ ...now, phoneCode: '' }));
    }
    if (error.code === 'PHOTO_INVALID') {
      setForm((now) => ({ ...now, photo: null }));
    }
    show({ [field]: error.message });
  };
  const submit = async () => {
    const found = checkForm(form, isNew, today);
    if (Object.keys(found).length > 0) {
      show(found);
      return;
    }
    try {
      const learner = await (isNew
        ? api.learners.register(toRegistration(form))
        : api.learners.resubmit(toResubmission(form)));
      await leaveRegistration(learner);
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      if (error.code === 'PRIVACY_CHANGED') {
        setForm((now) => ({ ...now, agreed: '' }));
      }
      const field = fieldOf(error);
      if (!field) {
        throw error;
      }
      refuse(error, field);
    }
  };

  const complete = completeOf(form, isNew, today);
  return {
    form,
    errors,
    isNew,
    page,
    complete,
    canSubmit: isSubmittable(complete) && (!isNew || form.agreed === PRIVACY_VERSION),
    missing: missingOf(form, isNew, today),
    goTo,
    jumpTo,
    change,
    check,
    setError,
    submit,
  };
}
