/**
 * Items by a key, groups and items in the order in which they came; `kept` says what of an item is kept. Linear: groups grow in
 * place.
 */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]>;
export function groupBy<T, K, V>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
  kept: (item: T) => V,
): Map<K, V[]>;
export function groupBy<T, K>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
  kept: (item: T) => unknown = (item) => item,
): Map<K, unknown[]> {
  const groups = new Map<K, unknown[]>();
  for (const item of Array.from(items)) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(kept(item));
    } else {
      groups.set(key, [kept(item)]);
    }
  }
  return groups;
}
