import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from './clock';
import type { Config } from './config';

const ALGORITHM = 'aes-256-gcm';

/** Seals personal data for the store and makes the keyed hashes by which it is found again (DESIGN "Personal data"). */
export interface Cipher {
  /**
   * AES-256-GCM as `kid.iv.text.tag` (base64url). `bound` names the place it belongs to (field and owner), so that a sealed
   * value copied to another person's record does not open.
   */
  seal(bound: string, text: string): string;
  /** @throws Error where the value was altered, moved or sealed by an unknown key. */
  open(bound: string, sealed: string): string;
  /** HMAC-SHA-256 of a normalised value, for equality look-up; `kind` keeps equal values of two fields apart. */
  hash(kind: string, text: string): string;
}

/** Builds the cipher; the first of `DATA_KEYS` seals, all of them open. */
export function createCipher(config: Pick<Config, 'DATA_KEYS' | 'INDEX_KEY'>, random: Random): Cipher {
  const [current] = config.DATA_KEYS;
  if (!current) {
    throw new Error('DATA_KEYS is empty');
  }
  const keys = new Map(config.DATA_KEYS.map(({ kid, key }) => [kid, key]));
  return {
    seal(bound, text) {
      const iv = random.bytes(12);
      const cipher = createCipheriv(ALGORITHM, current.key, iv).setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [current.kid, ...[iv, body, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open(bound, sealed) {
      const [kid = '', iv = '', body = '', tag = ''] = sealed.split('.');
      const key = keys.get(kid);
      if (!key) {
        throw new Error(`no key ${kid} to open a sealed value`);
      }
      const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
        .setAAD(Buffer.from(bound))
        .setAuthTag(Buffer.from(tag, 'base64url'));
      return decipher.update(Buffer.from(body, 'base64url'), undefined, 'utf8') + decipher.final('utf8');
    },
    hash: (kind, text) =>
      createHmac('sha256', config.INDEX_KEY).update(`${kind}\0${text}`).digest('base64url'),
  };
}

/** Whether two secrets are equal, in a time that does not tell where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHmac('sha256', 'compare').update(a).digest();
  const right = createHmac('sha256', 'compare').update(b).digest();
  return timingSafeEqual(left, right);
}
