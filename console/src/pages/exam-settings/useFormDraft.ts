import type { FormQuestion, FormSetting } from '@common/contract/forms';
import type { FormKind } from '@common/terms';
import { App } from 'antd';
import { useState } from 'react';
import { client } from '../../api/session';
import { type Action, useAction } from '../../hooks/useAction';
import { draftFaults, faultWords } from './draft';

export interface FormDraft {
  /** As it is stored. */
  kept: FormSetting;
  questions: FormQuestion[];
  isChanged: boolean;
  /** It was saved elsewhere meanwhile. */
  isMoved: boolean;
  /** By field, from the first try to save on. */
  faults: Record<string, string>;
  change: (questions: FormQuestion[]) => void;
  drop: () => void;
  save: Action<[]>;
  /** Takes what is stored now, and gives up the changes. */
  takeStored: () => Promise<void>;
  /** Saves the changes over what is stored now. */
  overwrite: () => Promise<void>;
  followAbove: () => Promise<void>;
}

/** A form while it is written: nothing is stored before 保存设置. */
export function useFormDraft(kind: FormKind, stored: FormSetting): FormDraft {
  const { message } = App.useApp();
  const [kept, setKept] = useState(stored);
  const [questions, setQuestions] = useState(stored.questions);
  const [isMoved, setIsMoved] = useState(false);
  const [hasTried, setHasTried] = useState(false);
  const [refused, setRefused] = useState<Record<string, string>>({});
  const isChanged = JSON.stringify(questions) !== JSON.stringify(kept.questions);

  const take = (form: FormSetting) => {
    setKept(form);
    setQuestions(form.questions);
    setIsMoved(false);
    setHasTried(false);
    setRefused({});
  };
  const store = async (version: number) => {
    take(await client.forms.setForm({ kind, version, questions }));
    message.success('已保存，还没有人填写的活动从现在起使用');
  };
  const save = useAction(
    async () => {
      setHasTried(true);
      const [fault] = Object.entries(draftFaults(questions));
      if (fault) {
        message.error(faultWords(...fault));
        return;
      }
      await store(kept.version);
    },
    ({ code, field, message: words }) => {
      if (code === 'REVIEW_MOVED') {
        setIsMoved(true);
        return true;
      }
      if (field?.startsWith('questions')) {
        setRefused({ [field]: words });
      }
      return false;
    },
  );
  return {
    ...{ kept, questions, isChanged, isMoved, save },
    faults: hasTried ? { ...refused, ...draftFaults(questions) } : {},
    change: (next) => {
      setQuestions(next);
      // What the server said was about the form as it was.
      setRefused({});
    },
    drop: () => take(kept),
    takeStored: async () => take(await client.forms.getForm({ kind })),
    overwrite: async () => store((await client.forms.getForm({ kind })).version),
    followAbove: async () => {
      take(await client.forms.followAbove({ kind }));
      message.success('已恢复');
    },
  };
}
