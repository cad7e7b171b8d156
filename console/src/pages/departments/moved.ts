/** The list with one of it put at another place; places out of the list mean its ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from];
  if (item === undefined) {
    return [...list];
  }
  const rest = [...list.slice(0, from), ...list.slice(from + 1)];
  const at = Math.min(Math.max(to, 0), rest.length);
  return [...rest.slice(0, at), item, ...rest.slice(at)];
}
