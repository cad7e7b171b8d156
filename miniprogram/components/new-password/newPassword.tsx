import { checkPassword } from '@common/rules/passwords';
import { useState } from 'react';
import { TextField } from '@/components/field/textField';

export interface NewPassword {
  /** Bad or not repeated alike: then the reason is shown, and null comes back. */
  accept(): string | null;
  /** What the server found wrong with it. */
  refuse(message: string): void;
  /** For NewPasswordFields. */
  fields: {
    next: string;
    again: string;
    wrong: { next?: string; again?: string };
    rule: ReturnType<typeof checkPassword>;
    setNext(next: string): void;
    setAgain(again: string): void;
  };
}

/**
 * A new password typed twice.
 * @param names What it must not hold: account name, 医通卡号, phone…
 */
export function useNewPassword(names: readonly string[]): NewPassword {
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<{ next?: string; again?: string }>({});
  const rule = checkPassword(next, { names });
  return {
    accept: () => {
      const faults = {
        next: rule.ok ? undefined : next ? rule.message : '请输入新密码',
        again: again === next ? undefined : '两次输入的新密码不一致',
      };
      setWrong(faults);
      return faults.next || faults.again ? null : next;
    },
    refuse: (message) => setWrong({ next: message }),
    fields: {
      next,
      again,
      wrong,
      rule,
      setNext: (value) => {
        setNext(value);
        setWrong((now) => ({ ...now, next: undefined }));
      },
      setAgain: (value) => {
        setAgain(value);
        setWrong((now) => ({ ...now, again: undefined }));
      },
    },
  };
}

/** The two boxes; the rules are told as one types (common/rules/passwords.ts). */
export function NewPasswordFields({ next, again, wrong, rule, setNext, setAgain }: NewPassword['fields']) {
  return (
    <>
      <TextField
        id="field-next"
        label="新密码"
        required
        isPassword
        value={next}
        onChange={setNext}
        error={wrong.next ?? (next && !rule.ok ? rule.message : undefined)}
        hint={next ? '这个密码可以使用' : '10至64个字符，同时包含字母和数字'}
        maxLength={64}
      />
      <TextField
        id="field-again"
        label="再输一次新密码"
        required
        isPassword
        value={again}
        onChange={setAgain}
        error={wrong.again}
        maxLength={64}
      />
    </>
  );
}
