import { createHash } from 'node:crypto';
import { ApiError } from '@common/contract/errors';
import { fakeServer, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { resetTaro } from '@/testing/taro';
import { base64, utf8 } from './bytes';
import { solveCaptcha, withCaptcha } from './captcha';
import { session } from './session';

const salt = 'a9f3c1?expires=1763712000';
/** A question as the server asks it. */
function captchaOf(number: number, maxNumber = 20_000) {
  const challenge = createHash('sha256').update(`${salt}${number}`).digest('hex');
  return { algorithm: 'SHA-256' as const, challenge, salt, signature: 'signed', maxNumber };
}
const read = (answer: string) => JSON.parse(Buffer.from(answer, 'base64').toString('utf8'));

test('bytes and base64 are those of Node', () => {
  for (const text of ['', 'a', 'ab', 'abc', '继教通 + 学分?=100%', 'line\nbreak😀']) {
    expect(Buffer.from(utf8(text)).toString('hex')).toBe(Buffer.from(text, 'utf8').toString('hex'));
    expect(base64(utf8(text))).toBe(Buffer.from(text, 'utf8').toString('base64'));
  }
});

test.each([0, 63, 64, 12_345, 20_000])('finds the number %i', async (number) => {
  const captcha = captchaOf(number);
  expect(read(await solveCaptcha(captcha))).toEqual({
    algorithm: 'SHA-256',
    challenge: captcha.challenge,
    salt,
    signature: 'signed',
    number,
  });
});

test('lets the page have its turn while it works', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  await solveCaptcha(captchaOf(20_000));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});

test('a question without an answer ends in words, not in an endless loop', async () => {
  await expect(solveCaptcha({ ...captchaOf(1), challenge: '0'.repeat(64), maxNumber: 200 })).rejects.toThrow(
    '安全验证没有完成，请重试',
  );
});

describe('a call that is asked for one', () => {
  beforeEach(async () => {
    resetTaro();
    fakeServer({
      accounts: {
        signInWithWechat: () => sessionOf(meWith(null)),
        me: () => meWith(null),
        captcha: () => captchaOf(7),
      },
    });
    await session.start();
  });
  const asked = () => new ApiError({ code: 'CAPTCHA_REQUIRED', message: '请先完成安全验证' });

  test('is repeated with the answer, and the page knows meanwhile', async () => {
    const onSolving = jest.fn();
    const call = jest.fn(async (captcha?: string) => {
      if (!captcha) {
        throw asked();
      }
      return read(captcha).number;
    });
    expect(await withCaptcha(call, onSolving)).toBe(7);
    expect(call).toHaveBeenCalledTimes(2);
    expect(onSolving.mock.calls).toEqual([[true], [false]]);
  });

  test('gives up after two answers', async () => {
    const call = jest.fn(async () => {
      throw asked();
    });
    await expect(withCaptcha(call, () => undefined)).rejects.toMatchObject({ code: 'CAPTCHA_REQUIRED' });
    expect(call).toHaveBeenCalledTimes(3);
  });

  test('passes any other refusal on without solving', async () => {
    const onSolving = jest.fn();
    const call = () => Promise.reject(new Refusal('WRONG_CREDENTIALS'));
    await expect(withCaptcha(call, onSolving)).rejects.toThrow('账号或密码不正确');
    expect(onSolving).not.toHaveBeenCalled();
  });
});
