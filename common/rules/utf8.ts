/** WeChat's bounds are in bytes of UTF-8; the mini-program has no TextEncoder. */

/** Bytes of a text in UTF-8; half of a surrogate pair counts as the three bytes of its replacement. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** A text within so many bytes of UTF-8: cut between characters and ended by `…` when too long. */
export function truncateUtf8(text: string, maxBytes: number): string {
  if (utf8Length(text) <= maxBytes) {
    return text;
  }
  const ending = maxBytes >= 3 ? '…' : '';
  let room = maxBytes - utf8Length(ending);
  let kept = '';
  for (const character of text) {
    room -= utf8Length(character);
    if (room < 0) {
      break;
    }
    kept += character;
  }
  return kept + ending;
}
