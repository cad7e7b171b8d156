import fc from 'fast-check';
import {
  formatShortCode,
  isCameraScene,
  isToken,
  isTokenGood,
  NOT_CAMERA_SCENES,
  normaliseShortCode,
  parseQrText,
  QR_TEXT_MAX_BYTES,
  qrText,
  slotOf,
  slotStart,
  slotWindow,
  toShortCode,
  toToken,
  validUntil,
} from './qr';

const times = fc.integer({ min: 1_500_000_000_000, max: 3_000_000_000_000 });
const periods = fc.constantFrom(1000, 5000, 7000, 60_000, 3_600_000, 86_400_000);
const at = (iso: string) => Date.parse(iso);
const TOKEN = 'AbCdEfGh01234-_x';

describe('slots', () => {
  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(times, periods, (now, period) => {
        const slot = slotOf(now, period);
        expect(slotStart(slot, period) <= now && now < slotStart(slot + 1, period)).toBe(true);
        expect(slotStart(slot + 1, period) - slotStart(slot, period)).toBe(period);
      }),
    );
  });

  it('with a daily code are days in China', () => {
    expect(slotStart(slotOf(at('2026-11-21T07:30:00+08:00'), 86_400_000), 86_400_000)).toBe(
      at('2026-11-21T00:00:00+08:00'),
    );
  });
});

describe('a token', () => {
  it('is good in its slot and the next, and never for less than ten seconds', () => {
    const slot = slotOf(at('2026-11-21T08:00:00Z'), 5000);
    const start = slotStart(slot, 5000);
    expect(isTokenGood(slot, 5000, start - 1)).toBe(false);
    expect(isTokenGood(slot, 5000, start)).toBe(true);
    expect(isTokenGood(slot, 5000, start + 9_999)).toBe(true);
    expect(isTokenGood(slot, 5000, start + 10_000)).toBe(false);
    expect(validUntil(slot, 5000)).toBe(start + 10_000);
    const short = slotOf(start, 1000);
    expect(validUntil(short, 1000)).toBe(slotStart(short, 1000) + 10_000);
    const day = slotOf(start, 86_400_000);
    expect(validUntil(day, 86_400_000)).toBe(slotStart(day, 86_400_000) + 2 * 86_400_000);
  });

  it('of now and of the slot before is always good', () => {
    fc.assert(
      fc.property(times, periods, (now, period) => {
        const slot = slotOf(now, period);
        expect(isTokenGood(slot, period, now)).toBe(true);
        expect(isTokenGood(slot - 1, period, now)).toBe(true);
        expect(isTokenGood(slot + 1, period, now)).toBe(false);
        expect(isTokenGood(slot - 11, period, now)).toBe(false);
      }),
    );
  });

  it('is base64url', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        const token = toToken(bytes);
        expect(token).toBe(Buffer.from(bytes).toString('base64url'));
        expect(isToken(token)).toBe(true);
      }),
    );
  });

  it.each([11, 13, 0])('is not made of %d bytes', (length) => {
    expect(() => toToken(new Uint8Array(length))).toThrow(RangeError);
  });

  it.each(['', 'short', `${TOKEN}x`, 'AbCdEfGh01234+/x', `${TOKEN}\n`])('is not %j', (text) => {
    expect(isToken(text)).toBe(false);
  });
});

describe('the text of the QR', () => {
  const url = 'https://hunan.wsglw.net';

  it('fits a version 4-M symbol with a host of 35 characters', () => {
    expect(qrText(`https://${'h'.repeat(35)}/`, TOKEN)).toHaveLength(QR_TEXT_MAX_BYTES);
    expect(qrText(url, TOKEN)).toBe(`https://hunan.wsglw.net/q/${TOKEN}`);
  });

  it.each([
    `https://hunan.wsglw.net/q/${TOKEN}`,
    `  https://hunan.wsglw.net/q/${TOKEN}\n`,
    `https://hunan.wsglw.net/q/${TOKEN}/`,
    `https://hunan.wsglw.net/q/${TOKEN}?from=singlemessage`,
    `https://hunan.wsglw.net/q/${TOKEN}/?a=1#b`,
    `HTTPS://Hunan.wsglw.net/q/${TOKEN}`,
  ])('is read from %j', (text) => {
    expect(parseQrText(text)).toBe(TOKEN);
    expect(parseQrText(text, url)).toBe(TOKEN);
    expect(parseQrText(text, `${url}/`)).toBe(TOKEN);
  });

  it('may be of any host only where none is given', () => {
    expect(parseQrText(`http://localhost:3000/q/${TOKEN}`)).toBe(TOKEN);
    for (const text of [
      `http://hunan.wsglw.net/q/${TOKEN}`,
      `https://hunan.wsglw.net.evil.cn/q/${TOKEN}`,
      `https://hunan.wsglw.net@evil.cn/q/${TOKEN}`,
      `https://hunan.wsglw.net:8443/q/${TOKEN}`,
    ]) {
      expect(parseQrText(text, url)).toBeNull();
    }
  });

  it.each([
    '',
    TOKEN,
    `https://hunan.wsglw.net/Q/${TOKEN}`,
    `https://hunan.wsglw.net/q/${TOKEN}x`,
    `https://hunan.wsglw.net/q/${TOKEN}/x`,
    `https://hunan.wsglw.net/x/q/${TOKEN}`,
    `https://user@hunan.wsglw.net/q/${TOKEN}`,
    `https:///q/${TOKEN}`,
    `javascript:alert(1)//q/${TOKEN}`,
    `ftp://hunan.wsglw.net/q/${TOKEN}`,
    'http://cme.jsma.net.cn/web/stureg/?pid=122',
  ])('is not %j', (text) => {
    expect(parseQrText(text)).toBeNull();
    expect(parseQrText(text, url)).toBeNull();
  });

  it('comes back from any text that was made', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        const token = toToken(bytes);
        expect(parseQrText(qrText(url, token), url)).toBe(token);
      }),
    );
  });
});

describe('the short code', () => {
  it('is Crockford base32', () => {
    expect(toShortCode(Uint8Array.of(0, 0, 0, 0, 0))).toBe('00000000');
    expect(toShortCode(Uint8Array.of(255, 255, 255, 255, 255))).toBe('ZZZZZZZZ');
    expect(toShortCode(Uint8Array.of(0x08, 0x86, 0x42, 0x98, 0xe8))).toBe('12345678');
    expect(() => toShortCode(new Uint8Array(4))).toThrow(RangeError);
  });

  it('is told apart for different bytes and comes back however it is typed', () => {
    const five = fc.uint8Array({ minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(five, five, (a, b) => {
        const code = toShortCode(a);
        expect(code === toShortCode(b)).toBe(a.join() === b.join());
        expect(normaliseShortCode(code)).toBe(code);
        expect(normaliseShortCode(formatShortCode(code).toLowerCase())).toBe(code);
        expect(normaliseShortCode(code.replace(/0/g, 'o').replace(/1/g, 'l'))).toBe(code);
      }),
    );
  });

  it.each([
    ['abcd 1234', 'ABCD1234'],
    ['ＡＢＣＤ－１２３４', 'ABCD1234'],
    ['OoIiLl00', '00111100'],
  ])('%j -> %s', (typed, code) => {
    expect(normaliseShortCode(typed)).toBe(code);
  });

  it.each(['', 'ABCD123', 'ABCD12345', 'UBCD1234', 'ABCD123!', '签到码', 'ABCD.1234'])(
    'refuses %j',
    (typed) => {
      expect(normaliseShortCode(typed)).toBeNull();
    },
  );

  it('is shown in two halves', () => {
    expect(formatShortCode('ABCD1234')).toBe('ABCD 1234');
  });
});

describe('the window of one check-in', () => {
  it('is a minute for a quick code', () => {
    const start = at('2026-11-21T08:00:00+08:00');
    expect(slotWindow(start + 59_999, 5000)).toBe(slotWindow(start, 5000));
    expect(slotWindow(start + 60_000, 5000)).toBe(slotWindow(start, 5000) + 1);
  });

  it('is a day in China for a daily code: an early second morning is not the first again', () => {
    const window = (iso: string) => slotWindow(at(iso), 86_400_000);
    const first = window('2026-11-21T08:30:00+08:00');
    expect(window('2026-11-22T07:45:00+08:00')).toBe(first + 1);
    expect(window('2026-11-21T07:45:00+08:00')).toBe(first);
    expect(window('2026-11-21T23:59:59+08:00')).toBe(first);
  });
});

describe('launch scenes', () => {
  it('of long-press and album are no camera', () => {
    expect(NOT_CAMERA_SCENES).toEqual([1012, 1013, 1031, 1032, 1048, 1049]);
    expect(NOT_CAMERA_SCENES.some((scene) => isCameraScene(scene))).toBe(false);
  });

  it.each([1011, 1047, 1001, undefined])('%p may be one', (scene) => {
    expect(isCameraScene(scene)).toBe(true);
  });
});

test('of a million forged texts none is taken for a token unless it has a token’s shape', () => {
  const shape = /^[A-Za-z0-9_-]{16}$/;
  const pieces = ['A', '0', '_', '-', 'é', '=', '+', '/', ' ', '%', '.', '\n', '#', '?', '签', 'z'];
  // Every number is another text: its hexadecimal digits choose the pieces, and its size how many there are.
  let taken = 0;
  for (let n = 0; n < 1_000_000; n += 1) {
    const digits = (n * 2_654_435_761).toString(16);
    let token = '';
    for (let i = 0; i < 12 + (n % 8); i += 1) {
      token += pieces[Number.parseInt(digits.charAt(i % digits.length), 16) % (n % 3 === 0 ? 4 : 16)];
    }
    const parsed = parseQrText(`https://jjt.example/q/${token}`, 'https://jjt.example');
    if (parsed !== null) {
      taken += 1;
      if (!shape.test(parsed) || !token.startsWith(parsed)) {
        throw new Error(`${token} was taken for ${parsed}`);
      }
    }
  }
  // Those of the right shape are left to the store, which knows the ones that were shown.
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(200_000);
});
