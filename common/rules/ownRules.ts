/**
 * What an authority sets itself: the rules that are not as the one above has them, so that the others go on following it. Values are
 * numbers, words, flags, or small tables of them.
 */
export function ownRules<R extends object>(rules: R, above: R): Partial<R> {
  const names = Object.keys(above) as (keyof R)[];
  return Object.fromEntries(
    names.flatMap((name) => (isSame(rules[name], above[name]) ? [] : [[name, rules[name]]])),
  ) as Partial<R>;
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  const [own, other] = [a, b] as Record<string, unknown>[];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Array.from(names).every((name) => isSame(own?.[name], other?.[name]));
}
