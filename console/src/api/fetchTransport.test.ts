import { fakeServer } from '../../testing/fakeServer';
import { createFetchTransport } from './fetchTransport';

test('sends the method, the body as JSON and the session', async () => {
  const sent = fakeServer(() => ({ status: 201, body: { id: 1 } }));
  const send = createFetchTransport({ token: () => 'secret' });
  const answer = await send({ method: 'POST', path: '/api/things', body: { name: '甲' } });
  expect(answer).toEqual({ status: 201, body: { id: 1 } });
  expect(sent).toEqual([
    { method: 'POST', path: '/api/things', authorization: 'Bearer secret', body: { name: '甲' } },
  ]);
});

test('sends neither a session nor a body where there is none', async () => {
  const sent = fakeServer(() => ({ body: {} }));
  await createFetchTransport({ token: () => null })({ method: 'GET', path: '/api/things' });
  expect(sent[0]).toMatchObject({ authorization: null, body: undefined });
});

test.each(['', '<html>502 Bad Gateway</html>', '{"half":'])(
  'a body that is not JSON (%j) arrives as null',
  async (text) => {
    fakeServer(() => ({ status: 502, text }));
    expect(await createFetchTransport({})({ method: 'GET', path: '/' })).toEqual({ status: 502, body: null });
  },
);

test('shows every answer with the session that it was sent with, not the one of now', async () => {
  const seen: unknown[] = [];
  let token = 'first';
  fakeServer(() => {
    token = 'second';
    return { status: 401, body: { code: 'NOT_SIGNED_IN' } };
  });
  const send = createFetchTransport({
    token: () => token,
    onAnswer: (answer, sent) => seen.push([answer.status, sent]),
  });
  await send({ method: 'GET', path: '/' });
  expect(seen).toEqual([[401, 'first']]);
});

test('a cut line rejects, and no answer is reported', async () => {
  const onAnswer = jest.fn();
  fakeServer(() => {
    throw new TypeError('Failed to fetch');
  });
  await expect(createFetchTransport({ onAnswer })({ method: 'GET', path: '/' })).rejects.toThrow(
    'Failed to fetch',
  );
  expect(onAnswer).not.toHaveBeenCalled();
});

test('a download that takes long goes on as long as something comes', async () => {
  jest.useFakeTimers();
  try {
    let signal: AbortSignal | null | undefined;
    let parts = 0;
    const read = async () => {
      parts += 1;
      jest.advanceTimersByTime(100_000);
      return parts > 5 ? { done: true } : { done: false, value: new Uint8Array([parts]) };
    };
    globalThis.fetch = (async (_: string, init: RequestInit) => {
      signal = init.signal;
      return { status: 200, headers: new Headers(), body: { getReader: () => ({ read }) } };
    }) as unknown as typeof fetch;
    await createFetchTransport({})({ method: 'GET', path: '/', isDownload: true });
    expect(parts).toBe(6);
    expect(signal?.aborted).toBe(false);
  } finally {
    jest.useRealTimers();
  }
});

test('gives up on a server that never answers', async () => {
  jest.useFakeTimers();
  try {
    let signal: AbortSignal | null | undefined;
    globalThis.fetch = ((_: string, init: RequestInit) => {
      signal = init.signal;
      return new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    }) as typeof fetch;
    const answer = createFetchTransport({})({ method: 'GET', path: '/' });
    const outcome = expect(answer).rejects.toThrow('aborted');
    expect(signal?.aborted).toBe(false);
    jest.runAllTimers();
    await outcome;
  } finally {
    jest.useRealTimers();
  }
});
