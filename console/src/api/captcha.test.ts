/** @jest-environment node */
import { createHash } from 'node:crypto';
import { type Captcha, solveCaptcha } from './captcha';

const questionOf = (number: number, maxNumber = 2000): Captcha => ({
  algorithm: 'SHA-256',
  challenge: createHash('sha256').update(`salt${number}`).digest('hex'),
  salt: 'salt',
  signature: 'signed',
  maxNumber,
});
const read = (payload: string | null) =>
  payload && JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));

test.each([0, 1, 199, 200, 1234, 2000])(
  'finds %i and hands it back with what the server signed',
  async (number) => {
    const question = questionOf(number);
    const { maxNumber: _, ...signed } = question;
    expect(read(await solveCaptcha(question))).toEqual({ ...signed, number });
  },
);

test('gives up on a question without an answer', async () => {
  expect(await solveCaptcha(questionOf(501, 500))).toBeNull();
});

test('lets the page live while it works', async () => {
  let lived = 0;
  const timer = setInterval(() => lived++, 1);
  await solveCaptcha(questionOf(150_000, 150_000));
  clearInterval(timer);
  expect(lived).toBeGreaterThan(0);
});
