import { scryptSync } from 'node:crypto';
import { hashPassword, verifyPassword } from './passwordHash';

test('the right password is recognised, another one not', async () => {
  const hash = await hashPassword('Right#4831pw');
  expect(await verifyPassword('Right#4831pw', hash)).toBe(true);
  for (const wrong of ['Right#4831pW', 'Right#4831p', 'Right#4831pw ', '']) {
    expect(await verifyPassword(wrong, hash)).toBe(false);
  }
});

test('the hash names its cost, holds no password and differs each time', async () => {
  const [one, two] = await Promise.all([hashPassword('Same#4831pw'), hashPassword('Same#4831pw')]);
  expect(one).toMatch(/^scrypt\$4096\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(one).not.toContain('Same');
  expect(two).not.toBe(one);
});

test('outside of tests a hash has the cost that OWASP asks for', async () => {
  const env = jest.replaceProperty(process, 'env', { ...process.env, NODE_ENV: 'production' });
  await jest.isolateModulesAsync(async () => {
    const { hashPassword: hash, verifyPassword: verify } = await import('./passwordHash');
    const hashed = await hash('Right#4831pw');
    expect(hashed).toMatch(/^scrypt\$32768\$8\$3\$/);
    expect(await verify('Right#4831pw', hashed)).toBe(true);
  });
  env.restore();
});

test('no password opens an account that has none', async () => {
  expect(await verifyPassword('', null)).toBe(false);
  expect(await verifyPassword('Right#4831pw', null)).toBe(false);
});

test('absence costs a hash too, so that time does not tell who has an account', async () => {
  const hash = await hashPassword('Right#4831pw');
  // The least of three: other work in this process only adds.
  const cost = async (stored: string | null) => {
    const costs: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const from = process.cpuUsage();
      await verifyPassword('Wrong#4831pw', stored);
      costs.push(process.cpuUsage(from).user);
    }
    return Math.min(...costs);
  };
  expect(await cost(null)).toBeGreaterThan((await cost(hash)) / 4);
});

test('full-width and composed typing is the same password (NFKC)', async () => {
  const hash = await hashPassword('Ｒｉｇｈｔ#4831é');
  expect(await verifyPassword('Right#4831e\u0301', hash)).toBe(true);
});

test('a hash of another cost is still verified', async () => {
  const cheap = 'scrypt$1024$8$1$c2FsdHNhbHRzYWx0c2FsdA$';
  const key = scryptSync('Right#4831pw', 'saltsaltsaltsalt', 32, { N: 1024, r: 8, p: 1 });
  expect(await verifyPassword('Right#4831pw', cheap + key.toString('base64url'))).toBe(true);
  expect(await verifyPassword('Wrong#4831pw', cheap + key.toString('base64url'))).toBe(false);
});
