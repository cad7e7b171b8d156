import fc from 'fast-check';
import {
  CODE_BYTES,
  formatVerificationCode,
  parseVerificationCode,
  verificationCodeOf,
} from './verificationCode';

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
const codes = bytes.map(verificationCodeOf);

test('the first 65 bits, five a character', () => {
  expect(verificationCodeOf(new Uint8Array(9))).toBe('0000000000000');
  expect(verificationCodeOf(new Uint8Array(9).fill(255))).toBe('ZZZZZZZZZZZZZ');
  // 00001 00010 00011 …: what another reading of the bits would not give.
  expect(verificationCodeOf([0x08, 0x86, 0x42, 0x98, 0xe8, 0x48, 0x00, 0x00, 0x80])).toBe('1234567890001');
  expect(() => verificationCodeOf(new Uint8Array(8))).toThrow(RangeError);
});

test('every bit counts: no two of 65 bits have the same code', () => {
  const asBits = (given: Uint8Array) =>
    Array.from(given, (byte) => byte.toString(2).padStart(8, '0'))
      .join('')
      .slice(0, 65);
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(verificationCodeOf(a) === verificationCodeOf(b)).toBe(asBits(a) === asBits(b));
    }),
  );
  const one = new Uint8Array(9);
  const seen = new Set(
    Array.from({ length: 65 }, (_, bit) => {
      const given = one.slice();
      given[bit >> 3] = 128 >> (bit & 7);
      return verificationCodeOf(given);
    }),
  );
  expect(seen.size).toBe(65);
});

test('is read back however it is written', () => {
  const written = fc.constantFrom<(code: string) => string>(
    formatVerificationCode,
    (code) => code.toLowerCase(),
    (code) => ` ${formatVerificationCode(code).replace(/-/g, ' ')} `,
    (code) => formatVerificationCode(code).replace(/-/g, '—'),
    (code) => code.replace(/0/g, 'o').replace(/1/g, 'l'),
    (code) => code.replace(/0/g, 'O').replace(/1/g, 'I'),
    (code) => Array.from(code, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
    (code) => `https://jijiao.example.cn/verify/${code}`,
  );
  fc.assert(
    fc.property(codes, written, (code, write) => {
      expect(formatVerificationCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[^-]{4}-[^-]{5}$/);
      expect(parseVerificationCode(write(code))).toBe(code);
    }),
  );
});

test.each(['', '1234', '0123-4567-89AB', '0123-4567-89ABCD', '0123-4567-89ABU', '零123-4567-89ABC', '/'])(
  '%p is none',
  (text) => {
    expect(parseVerificationCode(text)).toBeNull();
  },
);
