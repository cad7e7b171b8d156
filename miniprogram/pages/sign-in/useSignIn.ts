import { ApiError } from '@common/contract/errors';
import { useState } from 'react';
import { useCountdown } from '@/hooks/useCountdown';
import { withCaptcha } from '@/services/captcha';
import { goOn } from '@/services/goOn';
import { session } from '@/services/session';
import { remaining } from '@/services/words';

export interface SignIn {
  name: string;
  password: string;
  /** What is wrong and what to do. */
  error: string;
  /** This name may not be tried for a while. */
  isLocked: boolean;
  /** The button's words. */
  action: string;
  setName(name: string): void;
  setPassword(password: string): void;
  /** Signs in and goes on. */
  submit(): Promise<void>;
}

/** 登录 by user name and password: the captcha after failures, the lock-out with its time, then on to where one's work is. */
export function useSignIn(): SignIn {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState('');
  const [isSolving, setSolving] = useState(false);
  const [lock, setLock] = useState<{ name: string; until: number }>();
  const seconds = useCountdown(lock?.until);
  const account = name.trim();
  const isLocked = seconds > 0 && lock?.name === account;

  const submit = async () => {
    if (isLocked) {
      return;
    }
    if (!account || !password) {
      setError(account ? '请输入密码' : '请输入用户名');
      return;
    }
    setError('');
    try {
      const signIn = (captcha?: string) => session.signInWithPassword(account, password, captcha);
      await goOn(await withCaptcha(signIn, setSolving));
    } catch (failure) {
      if (!(failure instanceof ApiError)) {
        throw failure;
      }
      if (failure.code === 'ACCOUNT_LOCKED' && failure.retryAfter) {
        setLock({ name: account, until: Date.now() + failure.retryAfter * 1000 });
      }
      setError(failure.message);
    }
  };

  return {
    name,
    password,
    error: isLocked ? `密码错误次数过多，账号已临时锁定，请 ${remaining(seconds)}后再试，或找回密码` : error,
    isLocked,
    action: isSolving ? '正在进行安全验证…' : isLocked ? `${remaining(seconds)}后可再试` : '登录',
    setName: (value) => {
      setName(value);
      setError('');
    },
    setPassword,
    submit,
  };
}
