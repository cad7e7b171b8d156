import type { ApiError } from '@common/contract/errors';
import { useEffect, useRef, useState } from 'react';
import { type Autosave, createAutosave, type SaveState } from './autosave';

export interface Autosaving<T> extends Pick<Autosave<T>, 'change' | 'flush' | 'rebase'> {
  state: SaveState;
  /** Why the last write failed. */
  error: ApiError | null;
}

/**
 * `createAutosave` for a page: what is not written yet is written when the page is left, and the browser asks before it is closed
 * over something unwritten.
 */
export function useAutosave<T, A extends { version: number }>(
  version: number,
  save: (value: T, version: number) => Promise<A>,
  onSaved: (answer: A) => void,
): Autosaving<T> {
  const [shown, setShown] = useState<{ state: SaveState; error: ApiError | null }>({
    state: 'saved',
    error: null,
  });
  const latest = useRef({ save, onSaved });
  latest.current = { save, onSaved };
  const [autosave] = useState(() =>
    createAutosave<T, A>({
      version,
      save: (value, from) => latest.current.save(value, from),
      onSaved: (answer) => latest.current.onSaved(answer),
      onState: (state, error) => setShown({ state, error }),
    }),
  );

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') {
        void autosave.flush();
      }
    };
    const onClose = (event: BeforeUnloadEvent) => {
      if (autosave.isDirty()) {
        void autosave.flush();
        event.preventDefault();
      }
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('beforeunload', onClose);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('beforeunload', onClose);
      void autosave.flush();
    };
  }, [autosave]);

  return { ...shown, change: autosave.change, flush: autosave.flush, rebase: autosave.rebase };
}
