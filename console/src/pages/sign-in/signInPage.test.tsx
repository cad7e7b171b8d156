import { createHash } from 'node:crypto';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { fakeServer, refusal } from '../../../testing/fakeServer';
import { draw } from '../../../testing/render';
import { unitMe } from '../../../testing/rows';
import { session } from '../../api/session';
import SignInPage from './signInPage';

function open(at = '/sign-in') {
  draw(
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="*" element={<p>管理端</p>} />
    </Routes>,
    at,
  );
}
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const button = () => screen.getByRole('button', { name: '登录' });
function send(name: string, password: string) {
  fireEvent.change(field('账号'), { target: { value: name } });
  fireEvent.change(field('密码'), { target: { value: password } });
  fireEvent.click(button());
}
const LET_IN = { body: { token: 't', expiresAt: '', me: unitMe } };
afterEach(async () => {
  fakeServer(() => ({ body: { ok: true } }));
  await session.signOut();
});

test('says what was wrong, keeps the account and asks for the password again', async () => {
  fakeServer(() => refusal(401, 'WRONG_CREDENTIALS', '账号或密码不正确'));
  open();
  send(' 976811 ', 'nope');
  expect((await screen.findByRole('alert')).textContent).toBe('账号或密码不正确');
  expect(field('账号').value).toBe(' 976811 ');
  await waitFor(() => expect(field('密码').value).toBe(''));
});

test('keeps the password when it was not at fault', async () => {
  fakeServer(() => {
    throw new TypeError('Failed to fetch');
  });
  open();
  send('976811', 'right');
  expect((await screen.findByRole('alert')).textContent).toContain('网络');
  expect(field('密码').value).toBe('right');
});

test('nothing is sent while a field is empty', async () => {
  const sent = fakeServer(() => LET_IN);
  open();
  send('   ', '');
  expect(await screen.findByText('请输入账号')).toBeTruthy();
  expect(await screen.findByText('请输入密码')).toBeTruthy();
  expect(sent).toEqual([]);
});

test.each([
  ['/sign-in', '/'],
  ['/sign-in?from=%2Flearners%3Fstate%3Dapproved', '/learners?state=approved'],
  ['/sign-in?from=%2F%2Fevil.example', '/'],
  ['/sign-in?from=%2F%5Cevil.example', '/'],
  ['/sign-in?from=https%3A%2F%2Fevil.example', '/'],
  ['/sign-in?from=%2Fsign-in', '/'],
])('%s leads to %s', async (at, to) => {
  const sent = fakeServer(() => LET_IN);
  open(at);
  send(' 976811 ', 'right');
  expect(await screen.findByText('管理端')).toBeTruthy();
  expect(screen.getByTestId('address').textContent).toBe(to);
  expect(sent[0]?.body).toEqual({ name: '976811', password: 'right' });
});

test('a locked account says how long, counts it down, and then lets one try again', async () => {
  const locked = refusal(423, 'ACCOUNT_LOCKED', '密码错误次数过多，账号已临时锁定，请稍后再试');
  fakeServer(() => ({ ...locked, body: { ...(locked.body as object), retryAfter: 65 } }));
  open();
  jest.useFakeTimers();
  try {
    send('976811', 'nope');
    await act(async () => jest.advanceTimersByTimeAsync(0));
    expect(screen.getByRole('alert').textContent).toContain('账号已临时锁定，1分05秒后可以再试');
    await act(async () => jest.advanceTimersByTimeAsync(5000));
    expect(screen.getByRole('alert').textContent).toContain('1分00秒后可以再试');
    await act(async () => jest.advanceTimersByTimeAsync(61_000));
    expect(screen.getByRole('alert').textContent).toContain('锁定时间已到');
  } finally {
    jest.useRealTimers();
  }
});

test('安全验证 is done by itself, and said meanwhile', async () => {
  let answer: () => void = () => undefined;
  const challenge = createHash('sha256').update('s7').digest('hex');
  fakeServer(({ path, body }) => {
    if (path === '/api/captcha') {
      const question = { algorithm: 'SHA-256', challenge, salt: 's', signature: 'x', maxNumber: 9 };
      return new Promise((resolve) => {
        answer = () => resolve({ body: question });
      });
    }
    return (body as { captcha?: string }).captcha
      ? LET_IN
      : refusal(400, 'CAPTCHA_REQUIRED', '请先完成安全验证');
  });
  open();
  send('976811', 'right');
  expect(await screen.findByText('正在进行安全验证…')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  answer();
  expect(await screen.findByText('管理端')).toBeTruthy();
});
