/** Bytes of a file from `start` to `end`, the end excluded. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a `Range` header of a file with `size` bytes (RFC 9110 §14).
 * @returns Null for the whole file: no range, several, or none of bytes. `unsatisfiable` where it lies behind the end.
 */
export function byteRange(header: string, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header) ?? [];
  if (first === '' && last === '') {
    return null;
  }
  if (first === '') {
    // The last so many.
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size } : 'unsatisfiable';
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) {
    return null;
  }
  const end = last === '' ? size : Math.min(size, Number(last) + 1);
  return start < size ? { start, end } : 'unsatisfiable';
}
