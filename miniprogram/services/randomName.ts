const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LENGTH = 24;

/**
 * A name that no other phone has: 24 characters, 144 bits where the phone has a good source. WeChat's JavaScript has none that
 * answers at once, so there it is Math.random: enough to tell phones and scans apart, and no secret depends on it.
 */
export function randomName(): string {
  const bytes = new Uint8Array(LENGTH);
  if (typeof crypto !== 'undefined' && crypto.getRandomValues) {
    crypto.getRandomValues(bytes);
  } else {
    bytes.forEach((_, n) => {
      bytes[n] = Math.floor(Math.random() * 256);
    });
  }
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
