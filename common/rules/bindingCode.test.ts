import fc from 'fast-check';
import { bindingScene, composeBindingCode, readBindingCode } from './bindingCode';

const codes = fc.uint8Array({ minLength: 8, maxLength: 12 }).map(composeBindingCode);

test('a code is eight characters that nobody takes for another', () => {
  fc.assert(fc.property(codes, (code) => expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/)));
  expect(composeBindingCode(new Uint8Array([0, 1, 31, 32, 255, 64, 7, 8]))).toBe('AB9A9AHJ');
  expect(() => composeBindingCode(new Uint8Array(7))).toThrow(RangeError);
});

test('is read however it is typed, and from a QR’s scene', () => {
  const fullWidth = (text: string) =>
    text.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
  const noise = fc.constantFrom('', ' ', '　', '-', '\u202d', '。', '“');
  const ways = [(code: string) => code, (code: string) => code.toLowerCase(), fullWidth, bindingScene];
  fc.assert(
    fc.property(codes, fc.constantFrom(...ways), noise, noise, (code, way, before, after) => {
      expect(readBindingCode(before + way(code) + after)).toBe(code);
    }),
  );
  expect(readBindingCode('abcd 2345')).toBe('ABCD2345');
});

test.each([
  '',
  'ABCD234',
  'ABCD23456',
  'ABCD2340',
  'ABCD234I',
  'cABCD2345',
  'b',
  '绑定',
  '<script>',
  '{"$gt":""}',
])('what can be none: %s', (text) => expect(readBindingCode(text)).toBeNull());

test('never throws, and reads no more than a code', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const code = readBindingCode(text);
      expect(code === null || /^[A-HJ-NP-Z2-9]{8}$/.test(code)).toBe(true);
    }),
  );
});
