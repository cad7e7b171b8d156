import { useCallback, useEffect, useState } from 'react';

/**
 * Loads what a form begins with, once: unlike `useLoad` not again when the page is shown again, which choosing a photo does.
 * @param load Called at first and by `reload`.
 */
export function useOnce<T>(load: () => Promise<T>): {
  data: T | undefined;
  error: unknown;
  reload(): Promise<void>;
} {
  const [state, setState] = useState<{ data?: T; error?: unknown }>({});
  // What is loaded does not change while the form is open.
  const [first] = useState(() => load);
  const reload = useCallback(async () => {
    try {
      setState({ data: await first() });
    } catch (error) {
      setState({ error });
    }
  }, [first]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { data: state.data, error: state.error, reload };
}
