import fc from 'fast-check';
import { checkPassword, composeOneTimePassword, isComposedShape } from './passwords';

const names = { names: ['976811', '1627120049', '13800138000', 'wangli', '王丽', 'abc'] };

describe('checkPassword', () => {
  it.each([
    'Kq7mz2Wp9x',
    'xiangya-spring-2041',
    'tree5Rain7Stone',
    'A!b@c#1$2%3^',
    'zhe4shi4wodemima',
    `${'xY7-mQ2_'.repeat(8)}`,
  ])('takes %s', (password) => {
    expect(checkPassword(password, names)).toEqual({ ok: true });
  });

  it.each([
    ['Kq7mz2Wp9', '10至64'],
    [`${'xY7-mQ2_'.repeat(8)}x`, '10至64'],
    ['', '10至64'],
    ['Kq7mz 2Wp9x', '空格'],
    ['Kq7mz2Wp9x\n', '空格'],
    ['Ｋｑ7mz2Wp9x', '空格'],
    ['我的密码是kq7mz2wp', '中文'],
    ['KqxmzpWpsx', '字母和数字'],
    ['7391845206', '字母和数字'],
    ['my976811Kq7', '不能包含'],
    ['WangLi7391845', '不能包含'],
    ['x13800138000', '不能包含'],
    ['aaaaaaaaa1', '重复或连续'],
    ['1111111111a', '重复或连续'],
    ['ababab1212', '重复或连续'],
    ['abcdef123456', '重复或连续'],
    ['a123456789', '重复或连续'],
    ['0987654321a', '重复或连续'],
    ['abcde54321!', '重复或连续'],
    ['qwertyuiop123', '重复或连续'],
    ['Admin@2026!', '太常见'],
    ['Password2026', '太常见'],
    ['P@ssw0rd2026', '太常见'],
    ['woaini5201314', '太常见'],
    ['1qaz2wsx3edc', '太常见'],
    ['a1b2c3d4e5', '太常见'],
    ['Qwerty2026!!', '太常见'],
  ])('refuses %j and says %s', (password, words) => {
    expect(checkPassword(password, names)).toEqual({ ok: false, message: expect.stringContaining(words) });
  });

  it('ignores names shorter than four characters', () => {
    expect(checkPassword('xabc7Kq9mz2', names)).toEqual({ ok: true });
  });
});

describe('composeOneTimePassword', () => {
  const bytes = fc.uint8Array({ minLength: 24, maxLength: 40 });

  it('has letters, digits and special characters (manual 003 §七), none that is taken for another', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const password = composeOneTimePassword(random);
        expect(password).toMatch(/^[A-HJ-NP-Za-hjkmnp-z2-9@#%+=?]{12}$/);
        expect(password).toMatch(/[A-Za-z]/);
        expect(password).toMatch(/[2-9]/);
        expect(password).toMatch(/[@#%+=?]/);
        expect(isComposedShape(password)).toBe(true);
      }),
    );
  });

  it('gives the same for the same bytes, and lets each byte matter', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 24, maxLength: 24 }), fc.nat(23), (random, at) => {
        const before = Uint8Array.from(random);
        const password = composeOneTimePassword(random);
        expect(random).toEqual(before);
        expect(composeOneTimePassword(random)).toBe(password);
        // The top bytes are the large number's surplus, there only to level the choices.
        const low = 12 + Math.floor(at / 2);
        const other = random.map((byte, i) => (i === low ? byte ^ 1 : byte));
        expect(composeOneTimePassword(other)).not.toBe(password);
      }),
    );
  });

  it.each([
    ['Ｋｑ７mz2Wp9x@#', true],
    ['Kq7mz2Wp9x@', false],
    ['Kq7mz2Wp9x@#2', false],
    ['Kq7mz2Wp9x@0', false],
  ])('%s has such a one’s shape: %s', (text, is) => {
    expect(isComposedShape(text)).toBe(is);
  });

  it('needs 24 bytes', () => {
    expect(() => composeOneTimePassword(new Uint8Array(23))).toThrow(RangeError);
  });

  it('spreads evenly over the places and the characters', () => {
    // A small generator with a fixed seed (Numerical Recipes), so that the test never varies.
    let state = 20261121;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    };
    const rounds = 6000;
    const seen = new Map<string, number>();
    const specialAt = Array.from({ length: 12 }, () => 0);
    for (let i = 0; i < rounds; i++) {
      const password = composeOneTimePassword(Uint8Array.from({ length: 24 }, next));
      Array.from(password).forEach((character, place) => {
        seen.set(character, (seen.get(character) ?? 0) + 1);
        specialAt[place] = (specialAt[place] ?? 0) + ('@#%+=?'.includes(character) ? 1 : 0);
      });
    }
    for (const [character, count] of seen) {
      // One of its kind's alphabet, then nine of all 61.
      const kindSize = /[A-Za-z]/.test(character) ? 47 : /\d/.test(character) ? 8 : 6;
      expect(Math.abs(count / (rounds * (1 / kindSize + 9 / 61)) - 1)).toBeLessThan(0.15);
    }
    expect(seen.size).toBe(61);
    const mean = specialAt.reduce((a, b) => a + b) / 12;
    expect(specialAt.every((count) => Math.abs(count / mean - 1) < 0.15)).toBe(true);
  });
});
