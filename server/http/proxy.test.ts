/** Behind a balancer: whoever writes addresses of his own into `X-Forwarded-For` does not become many callers by it. */
import { startTestServer, type TestServer } from '../testing/harness';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ TRUST_PROXY: '1' });
});
afterAll(async () => server.stop());

test('the address that the balancer added counts, and no other', async () => {
  let people = 0;
  /** A sign-in by a name that nobody has; how many addresses have failed then. */
  const failedFrom = async (forwarded: string) => {
    people += 1;
    const answer = await fetch(`${server.url}/api/sessions/password`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
      body: JSON.stringify({ name: `nobody${people}`, password: 'Wrong#4831pw' }),
    });
    expect(answer.status).toBe(401);
    return (await server.platform.redis.keys('window:signIn:*')).length;
  };
  await server.reset();
  expect(await failedFrom('203.0.113.9')).toBe(1);
  expect(await failedFrom('198.51.100.1, 203.0.113.9')).toBe(1);
  expect(await failedFrom('198.51.100.2, 192.0.2.7,203.0.113.9')).toBe(1);
  expect(await failedFrom('203.0.113.10')).toBe(2);
});
