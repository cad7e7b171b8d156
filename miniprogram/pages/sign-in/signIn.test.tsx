import { createHash } from 'node:crypto';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, waitFor } from '@testing-library/react';
import { session } from '@/services/session';
import { administratorMe, namelessMe } from '@/testing/administrators';
import { fakeServer, LEARNER, meWith, Refusal, sessionOf } from '@/testing/fakeServer';
import { resetTaro } from '@/testing/taro';
import SignInPage from './index';

const captcha = {
  algorithm: 'SHA-256' as const,
  challenge: createHash('sha256').update('salt42').digest('hex'),
  salt: 'salt',
  signature: 's',
  maxNumber: 100,
};
type SignIn = (input: { name: string; captcha?: string }) => ReturnType<typeof sessionOf>;
function serve(signInWithPassword: SignIn) {
  return fakeServer({
    accounts: {
      signInWithWechat: () => sessionOf(meWith(null)),
      me: () => meWith(null),
      captcha: () => captcha,
      signInWithPassword,
    },
  });
}
const box = (name: string) => document.querySelector(`#field-${name} input`) as HTMLInputElement;
const button = () => document.querySelector('#sign-in-submit') as HTMLButtonElement;
const error = () => document.querySelector('#sign-in-error')?.textContent ?? '';
async function enter(name: string, password: string) {
  fireEvent.change(box('account'), { target: { value: name } });
  fireEvent.change(box('password'), { target: { value: password } });
  await act(async () => void fireEvent.click(button()));
}

beforeEach(async () => {
  resetTaro();
  serve(() => sessionOf(meWith(LEARNER)));
  await session.start();
});
afterEach(() => {
  jest.useRealTimers();
});

test('after failures the captcha is solved by itself and the sign-in repeated', async () => {
  const sent = serve(({ captcha: solved }) => {
    if (!solved) {
      throw new Refusal('CAPTCHA_REQUIRED');
    }
    return sessionOf(meWith(LEARNER), 't2');
  });
  render(<SignInPage />);
  await enter('1000000016', 'Secret-2026-pass');
  await waitFor(() => expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' }));
  const solved = sent.filter(({ name }) => name === 'accounts.signInWithPassword').at(-1)?.input.captcha;
  expect(JSON.parse(Buffer.from(String(solved), 'base64').toString())).toMatchObject({
    number: 42,
    signature: 's',
  });
});

test('a locked account counts down and can be tried again afterwards; another account can at once', async () => {
  serve(() => {
    throw new Refusal('ACCOUNT_LOCKED', undefined, 65);
  });
  render(<SignInPage />);
  jest.useFakeTimers();
  await enter('431022', 'wrong');
  expect(error()).toContain('请 1 分 05 秒后再试');
  expect(button().disabled).toBe(true);
  fireEvent.change(box('account'), { target: { value: '431023' } });
  expect(button().disabled).toBe(false);
  fireEvent.change(box('account'), { target: { value: '431022' } });
  act(() => void jest.advanceTimersByTime(60_000));
  expect(button().textContent).toBe('5 秒后可再试');
  act(() => void jest.advanceTimersByTime(6_000));
  expect(button().disabled).toBe(false);
});

test.each([
  ['who it is comes first', { ...namelessMe(), mustChangePassword: true }, '/pages/administrator/index'],
  ['then a password of his own', { ...administratorMe(), mustChangePassword: true }, '/pages/password/index'],
  ['then the administration', administratorMe(), '/admin/home/index'],
])('a unit goes on: %s', async (_, me, url) => {
  serve(() => sessionOf(me, 't2'));
  render(<SignInPage />);
  await enter('431022', 'Secret-2026-pass');
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url }));
});
