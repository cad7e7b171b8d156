import fc from 'fast-check';
import { createCipher, sameSecret } from './cipher';
import { systemRandom } from './clock';

const keyOf = (kid: string, fill: number) => ({ kid, key: Buffer.alloc(32, fill) });
const INDEX_KEY = Buffer.alloc(32, 9);
const cipherOf = (...DATA_KEYS: ReturnType<typeof keyOf>[]) =>
  createCipher({ DATA_KEYS, INDEX_KEY }, systemRandom);
const [OLD, NEW] = [keyOf('old', 1), keyOf('new', 2)];
const cipher = cipherOf(OLD);
const anyText = fc.string({ unit: 'binary' });

test('what was sealed opens again where it belongs, whatever the text', () => {
  fc.assert(
    fc.property(anyText, anyText, (bound, text) => {
      expect(cipher.open(bound, cipher.seal(bound, text))).toBe(text);
    }),
  );
});

test('the sealed value is the format of the store, differs each time and shows nothing', () => {
  const sealed = cipher.seal('learner.idNo:1', '411102198506151234');
  expect(sealed).toMatch(/^old(\.[\w-]+){3}$/);
  expect(sealed).not.toContain('411102');
  expect(cipher.seal('learner.idNo:1', '411102198506151234')).not.toBe(sealed);
});

test('it does not open in any other place', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (bound, other, text) => {
      fc.pre(Buffer.compare(Buffer.from(bound), Buffer.from(other)) !== 0);
      expect(() => cipher.open(other, cipher.seal(bound, text))).toThrow();
    }),
  );
});

test('one changed bit of iv, text or tag is noticed', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 0, max: 7 }), (text, place, bit) => {
      const [kid = '', ...parts] = cipher.seal('here', text).split('.');
      const bytes = parts.map((part) => Buffer.from(part, 'base64url'));
      const part = bytes[place % 3];
      const at = place % (part?.length ?? 1);
      part?.writeUInt8(part.readUInt8(at) ^ (1 << bit), at);
      const altered = [kid, ...bytes.map((each) => each.toString('base64url'))].join('.');
      expect(() => cipher.open('here', altered)).toThrow();
    }),
  );
});

test.each(['', 'plain text', 'old', 'old..', 'old.AAAA.AAAA.AAAA'])('%j does not open', (sealed) => {
  expect(() => cipher.open('here', sealed)).toThrow();
});

test('a tag cut short is refused', () => {
  const parts = cipher.seal('here', 'text').split('.');
  const tag = Buffer.from(parts[3] ?? '', 'base64url').subarray(0, 4);
  const cut = [...parts.slice(0, 3), tag.toString('base64url')].join('.');
  expect(() => cipher.open('here', cut)).toThrow();
});

test('rotation: the new key seals, both open; without the old one its values are refused by its name', () => {
  const before = cipherOf(OLD).seal('here', '旧');
  const rotated = cipherOf(NEW, OLD);
  expect(rotated.open('here', before)).toBe('旧');
  expect(rotated.seal('here', '新')).toMatch(/^new\./);
  expect(() => cipherOf(NEW).open('here', before)).toThrow('no key old');
  // The key's name is no secret, the key is: another key of that name opens nothing.
  expect(() => cipherOf(keyOf('old', 3)).open('here', before)).toThrow();
});

test('no key at all is refused at once', () => {
  expect(() => cipherOf()).toThrow('DATA_KEYS');
});

test('a hash is the same for the same value of one field only, and needs the key', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cipher.hash('idNo', text)).toBe(cipherOf(NEW).hash('idNo', text));
      expect(cipher.hash('idNo', text)).not.toBe(cipher.hash('phone', text));
    }),
  );
  const other = createCipher({ DATA_KEYS: [OLD], INDEX_KEY: Buffer.alloc(32, 8) }, systemRandom);
  expect(other.hash('idNo', '1')).not.toBe(cipher.hash('idNo', '1'));
  expect(cipher.hash('a', 'b')).not.toBe(cipher.hash('ab', ''));
});

test('secrets are compared whole', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(sameSecret(a, a)).toBe(true);
      expect(sameSecret(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
    }),
  );
});
