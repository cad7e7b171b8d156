import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

type Values = Record<string, string | number>;

/**
 * A list's filters, kept in the address so that a reload, the back button and a link sent to a colleague show the same list.
 * @param defaults What is meant when the address does not say; equal values are left out of the address.
 */
export function useAddress<T extends Values>(defaults: T): [T, (change: Partial<T>) => void] {
  const [search, setSearch] = useSearchParams();
  const key = search.toString();

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the content of `search`; the defaults never change.
  const values = useMemo(() => {
    const read = Object.entries(defaults).map(([name, fallback]) => {
      const text = search.get(name);
      if (text === null) {
        return [name, fallback];
      }
      if (typeof fallback !== 'number') {
        return [name, text];
      }
      return [name, /^[1-9]\d{0,4}$/.test(text) ? Number(text) : fallback];
    });
    return Object.fromEntries(read) as T;
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the defaults never change.
  const change = useCallback(
    (some: Partial<T>) => {
      setSearch((before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(some)) {
          if (value === undefined || value === '' || value === defaults[name]) {
            next.delete(name);
          } else {
            next.set(name, String(value));
          }
        }
        return next;
      });
    },
    [setSearch],
  );
  return [values, change];
}

/** A value of the address as an id; none where it is not one, for the API would refuse it. */
export const idOf = (value: string): string | undefined => (/^[0-9a-f]{24}$/.test(value) ? value : undefined);

/** A value of the address as one of a code list, else the first of the list. */
export function oneOf<T extends string>(codes: readonly [T, ...T[]], value: string): T {
  return codes.find((code) => code === value) ?? codes[0];
}
