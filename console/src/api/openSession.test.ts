import { createHash } from 'node:crypto';
import { type Answer, fakeServer, refusal, type Sent } from '../../testing/fakeServer';
import { unitMe } from '../../testing/rows';
import { createBrowserClient } from './endpoints';
import { openSession } from './openSession';

const ASKED = refusal(400, 'CAPTCHA_REQUIRED', '请先完成安全验证');
const OPENED: Answer = { body: { token: 't', expiresAt: '', me: unitMe } };
const QUESTION = {
  algorithm: 'SHA-256',
  challenge: createHash('sha256').update('s42').digest('hex'),
  salt: 's',
  signature: 'signed',
  maxNumber: 100,
};
const GIVEN = { name: '976811', password: 'right' };

/** A server that wants 安全验证; `judge` answers a sign-in that brings an answer to it. */
function strict(judge: (payload: unknown) => Answer) {
  const sent = fakeServer(({ path, body }: Sent) => {
    if (path === '/api/captcha') {
      return { body: QUESTION };
    }
    const { captcha } = body as { captcha?: string };
    return captcha ? judge(JSON.parse(atob(captcha))) : ASKED;
  });
  return () => sent.map(({ path }) => path.slice('/api/'.length));
}

test('without a question there is one request', async () => {
  const sent = fakeServer(() => OPENED);
  await openSession(createBrowserClient(), GIVEN);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toEqual(GIVEN);
});

test('a question is answered and the sign-in repeated; meanwhile the page is told', async () => {
  const payloads: unknown[] = [];
  const paths = strict((payload) => {
    payloads.push(payload);
    return OPENED;
  });
  const told: boolean[] = [];
  const { token } = await openSession(createBrowserClient(), GIVEN, (is) => told.push(is));
  expect(token).toBe('t');
  const { maxNumber: _, ...signed } = QUESTION;
  expect(payloads).toEqual([{ ...signed, number: 42 }]);
  expect(paths()).toEqual(['sessions/password', 'captcha', 'sessions/password']);
  expect(told).toEqual([true, false]);
});

test('a wrong password stays one, and asks nothing more', async () => {
  const paths = strict(() => refusal(401, 'WRONG_CREDENTIALS', '账号或密码不正确'));
  await expect(openSession(createBrowserClient(), GIVEN)).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
  expect(paths()).toHaveLength(3);
});

test('a server that is never content is not asked for ever', async () => {
  const paths = strict(() => ASKED);
  await expect(openSession(createBrowserClient(), GIVEN)).rejects.toMatchObject({ code: 'CAPTCHA_REQUIRED' });
  expect(paths().filter((path) => path === 'captcha')).toHaveLength(3);
});
