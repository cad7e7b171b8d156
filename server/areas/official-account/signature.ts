/** Who sent a request to the message server: WeChat signs with the token that only it and we know. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** How old or how far ahead a request's timestamp may be. */
export const MAX_AGE_MS = 5 * 60_000;

const SIGNATURE = /^[0-9a-f]{40}$/;

/**
 * WeChat's signature: SHA-1 over the sorted parts (token, timestamp, nonce, and the ciphertext in safe mode). The plain one
 * does not cover the body.
 */
export function signatureOf(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** Compares in constant time; anything but forty hex digits is wrong. */
export function isSignature(expected: string, given: string | undefined): boolean {
  return (
    given !== undefined && SIGNATURE.test(given) && timingSafeEqual(Buffer.from(expected), Buffer.from(given))
  );
}

/** The query's fields; null when one is given twice, since the signer and the reader could take different ones. */
export function singleFields(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Map<string, string> | null {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      return null;
    }
    fields.set(name, value ?? '');
  }
  return fields;
}

/** Whether the timestamp (seconds, as text) is within five minutes of `now` (ms). */
export function isFresh(timestamp: string | undefined, now: number): boolean {
  return (
    timestamp !== undefined &&
    /^\d{1,12}$/.test(timestamp) &&
    Math.abs(now - Number(timestamp) * 1000) <= MAX_AGE_MS
  );
}
