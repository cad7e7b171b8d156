import { ApiError } from '@common/contract/errors';
import type { LearnerSelf } from '@common/contract/learners';
import { dayOf } from '@common/rules/shanghaiTime';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { tell } from '@/services/feedback';
import { keptClaim } from '@/services/keptClaim';
import { back, replaceWith, restartAt } from '@/services/navigate';
import { registerDraft } from '@/services/registerDraft';
import {
  checkForm,
  EMPTY_FORM,
  FIELD_ORDER,
  type FieldName,
  type FormErrors,
  fieldOf,
  formOf,
  type RegisterForm,
  toCorrection,
  toRegistration,
} from '@/services/registerForm';
import { api, session } from '@/services/session';

export interface Register {
  form: RegisterForm;
  errors: FormErrors;
  /** False when a registered learner corrects what was rejected. */
  isNew: boolean;
  /** Changes fields; what was wrong with `touched` is forgotten. */
  change(part: Partial<RegisterForm>, ...touched: FieldName[]): void;
  /** Checks one field as it is left. */
  check(field: FieldName): void;
  setErrors(errors: FormErrors): void;
  submit(): Promise<void>;
}

const today = () => dayOf(Date.now());

function scrollToFirst(errors: FormErrors): void {
  const first = FIELD_ORDER.find((field) => errors[field]);
  if (first) {
    void Taro.pageScrollTo({ selector: `#field-${first}`, offsetTop: -80, duration: 200 });
  }
}

/** The registration form: kept as it is typed, checked, sent; the server's answers land on their fields. */
export function useRegister(learner: LearnerSelf | null): Register {
  const isNew = learner === null;
  const [form, setForm] = useState(() => (learner ? formOf(learner) : (registerDraft.get() ?? EMPTY_FORM)));
  const [errors, setErrors] = useState<FormErrors>({});

  useEffect(() => {
    if (isNew && form !== EMPTY_FORM) {
      registerDraft.keep(form);
    }
  }, [form, isNew]);

  const change = (part: Partial<RegisterForm>, ...touched: FieldName[]) => {
    setForm((now) => ({ ...now, ...part }));
    setErrors((now) =>
      Object.fromEntries(Object.entries(now).filter(([field]) => !touched.includes(field as FieldName))),
    );
  };
  const check = (field: FieldName) => {
    const message = checkForm(form, isNew, today())[field];
    setErrors((now) => ({ ...now, [field]: message }));
  };
  const show = (found: FormErrors) => {
    setErrors(found);
    scrollToFirst(found);
  };

  const submit = async () => {
    const found = checkForm(form, isNew, today());
    if (Object.keys(found).length > 0) {
      show(found);
      return;
    }
    try {
      await (isNew ? api.learners.register(toRegistration(form)) : api.learners.resubmit(toCorrection(form)));
    } catch (error) {
      const field = error instanceof ApiError ? fieldOf(error) : undefined;
      if (!field) {
        throw error;
      }
      if (field === 'phoneCode') {
        // A code is good once.
        setForm((now) => ({ ...now, phoneCode: '' }));
      }
      show({ [field]: (error as ApiError).message });
      return;
    }
    await leave();
  };

  const leave = async () => {
    registerDraft.drop();
    await session.refresh();
    tell('已提交，等待单位审核');
    if (!keptClaim.get()) {
      await restartAt('home');
      return;
    }
    // The scan that waited is finished by its own page.
    const [before] = Taro.getCurrentPages().slice(-2, -1);
    await (before?.route?.includes('check-in') ? back() : replaceWith('checkIn', { resume: '1' }));
  };

  return { form, errors, isNew, change, check, setErrors: show, submit };
}
