/** What every answer has in common: error shape, request id, headers, limits, documents, health. */
import { contract } from '@common/contract';
import { ERRORS } from '@common/contract/errors';
import { startTestServer, type TestServer } from '../testing/harness';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ CORS_ORIGINS: 'https://allowed.example' });
});
beforeEach(async () => {
  await server.reset();
});
afterAll(async () => server.stop());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('errors', () => {
  test('have code, Chinese message, field and the id of the request', async () => {
    const answer = await post('/api/sessions/password', JSON.stringify({ name: '', password: 'x' }));
    expect(answer.status).toBe(400);
    const body = await answer.json();
    expect(body).toEqual({
      code: 'INVALID_INPUT',
      message: '请输入账号',
      field: 'name',
      requestId: answer.headers.get('x-request-id'),
    });
  });

  test('take over a proxy’s request id when it is well formed, and only then', async () => {
    const taken = await fetch(`${server.url}/api/me`, { headers: { 'x-request-id': 'edge-12345678' } });
    expect(taken.headers.get('x-request-id')).toBe('edge-12345678');
    const refused = await fetch(`${server.url}/api/me`, { headers: { 'x-request-id': '<script>' } });
    expect(refused.headers.get('x-request-id')).toMatch(/^[\w-]{12}$/);
  });

  test.each([
    ['broken JSON', '{"name":', 400, 'INVALID_INPUT'],
    ['a list', '[1,2]', 400, 'INVALID_INPUT'],
    ['a field of the wrong kind', '{"name":{"$gt":""},"password":"x"}', 400, 'INVALID_INPUT'],
    ['300 KB', JSON.stringify({ name: 'x'.repeat(300_000), password: 'x' }), 413, 'BODY_TOO_LARGE'],
  ])('%s is refused', async (_what, body, status, code) => {
    const answer = await post('/api/sessions/password', body);
    expect({ status: answer.status, ...(await answer.json()) }).toMatchObject({ status, code });
  });

  test('an unknown endpoint answers in the same shape', async () => {
    const answer = await fetch(`${server.url}/api/nothing-here`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND', requestId: expect.any(String) });
  });

  test('a failure inside tells nothing of itself', async () => {
    const spy = jest
      .spyOn(server.services.regionsUnits, 'search')
      .mockRejectedValueOnce(new Error('secret detail 4711'));
    const answer = await fetch(`${server.url}/api/units?q=x`);
    spy.mockRestore();
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('INTERNAL');
    expect(text).not.toContain('4711');
    expect(server.logged()).toContain('4711');
  });

  test('every code has a Chinese message and a status of its kind', () => {
    for (const [status, message] of Object.values(ERRORS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(message).toMatch(/^[\u4e00-\u9fff]/);
    }
  });
});

describe('limits', () => {
  test('are counted by session and answered with the seconds to wait', async () => {
    const { token } = await server.wechat(1);
    const other = await server.wechat(2);
    const scan = (bearer: string) =>
      post('/api/scans', '{"code":"AAAAAAAA"}', { authorization: `Bearer ${bearer}` });
    const { points } = contract.checkIns.scan.limit;
    for (let i = 0; i < points; i += 1) {
      expect((await scan(token)).status).toBe(400);
    }
    const refused = await scan(token);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: expect.stringMatching(/后再试$/),
    });
    // The person beside him, behind the same address, is not held up.
    expect((await scan(other.token)).status).toBe(400);
  });
});

describe('headers', () => {
  test('are helmet’s, with no script but our own', async () => {
    const { headers } = await fetch(`${server.url}/api/config`);
    const [, scripts] = /script-src ([^;]+)/.exec(headers.get('content-security-policy') ?? '') ?? [];
    // Taro's own start script is allowed by its hash, where the page has been built.
    expect(scripts).toMatch(/^'self'( 'sha256-[\w+/=]+')*$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('allow other origins only where they are named', async () => {
    const from = (origin: string) => fetch(`${server.url}/api/config`, { headers: { origin } });
    expect((await from('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await from('https://allowed.example')).headers.get('access-control-allow-origin')).toBe(
      'https://allowed.example',
    );
  });
});

describe('documents', () => {
  test('OpenAPI 3.1 has every endpoint of the contract with its shapes', async () => {
    const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string; responses: object }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const names = Object.entries(contract).flatMap(([area, all]) =>
      Object.keys(all).map((name) => `${area}.${name}`),
    );
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(names.sort());
    expect(JSON.stringify(document.paths['/api/learners'])).toContain('idNo');
  });

  test('the browsable page brings its own files', async () => {
    const page = await (await fetch(`${server.url}/api/docs`)).text();
    for (const [, file] of page.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)) {
      expect((await fetch(server.url + file)).status).toBe(200);
    }
    expect((await fetch(`${server.url}/api/docs/..%2f..%2fpackage.json`)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('operation', () => {
  test('healthz, readyz and metrics', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
      ok: true,
      mongodb: true,
      redis: true,
    });
    await fetch(`${server.url}/api/config`);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toContain('jjt_request_seconds_count{endpoint="accounts.config",status="200"}');
    const proxied = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } });
    expect(proxied.status).toBe(404);
  });

  test('a request is logged by endpoint, without its content', async () => {
    await post(
      '/api/sessions/password',
      JSON.stringify({ name: '11010519491231002X', password: 'hunter2hunter2' }),
    );
    const log = server.logged();
    expect(log).toContain('"endpoint":"accounts.signInWithPassword"');
    expect(log).not.toContain('11010519491231002X');
    expect(log).not.toContain('hunter2hunter2');
  });

  test('the landing of a scanned QR leads to the check-in page with the text of the QR', async () => {
    const answer = await fetch(`${server.url}/q/AAAAAAAAAAAAAAAA`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    const [, query] = (answer.headers.get('location') ?? '').split('?q=');
    expect(decodeURIComponent(query ?? '')).toBe(`${server.platform.config.PUBLIC_URL}/q/AAAAAAAAAAAAAAAA`);
  });
});
