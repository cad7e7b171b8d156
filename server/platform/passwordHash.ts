import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

// OWASP's least memory for scrypt: 32 MiB a hash, three times over. A province's sign-ins at 08:00 must not need a rack of memory.
// Tests sign in thousands of times: there it costs a fraction, and the hash says so.
const IS_TEST = process.env.NODE_ENV === 'test';
const N = IS_TEST ? 2 ** 12 : 2 ** 15;
const R = 8;
const P = IS_TEST ? 1 : 3;
const LENGTH = 32;

const derive = (password: string, salt: Buffer, options: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, LENGTH, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** Hashes a password as `scrypt$N$r$p$salt$key`; the parameters travel with it, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, { N, r: R, p: P, maxmem: 128 * N * R * 2 });
  return ['scrypt', N, R, P, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether the password is the hashed one; a null hash costs the same time, so that absence does not show. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, n, r, p, salt = '', key = ''] = (hash ?? `scrypt$${N}$${R}$${P}$AAAAAAAAAAAAAAAAAAAAAA$`).split(
    '$',
  );
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, 'base64url'), {
    ...cost,
    maxmem: 128 * cost.N * cost.r * 2,
  });
  const expected = Buffer.from(key, 'base64url');
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}
