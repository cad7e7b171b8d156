import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { registerDraft } from '@/services/registerDraft';
import type { RegisterForm } from '@/services/registerForm';

/** A new registration that has been begun on this phone; looked for again each time the page is shown. */
export function useDraft(): RegisterForm | undefined {
  const [draft, setDraft] = useState(() => registerDraft.get());
  useDidShow(() => setDraft(registerDraft.get()));
  return draft;
}
