import type { Transport, WireAnswer } from '@common/contract/client';

const TIMEOUT_MS = 20_000;

export interface TransportOptions {
  /** The session's token, where there is one. */
  token?: () => string | null;
  /** Sees every answer before its caller does; the token is the one that was sent. */
  onAnswer?: (answer: WireAnswer, token: string | null) => void;
}

/** A `Transport` over fetch. Rejects when no answer came within 20 s; a body that is not JSON arrives as null. */
export function createFetchTransport({ token, onAnswer }: TransportOptions): Transport {
  return async ({ method, path, body }) => {
    const sent = token?.() ?? null;
    const aborter = new AbortController();
    const timer = setTimeout(() => aborter.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(path, {
        method,
        cache: 'no-store',
        signal: aborter.signal,
        headers: {
          Accept: 'application/json',
          ...(body && { 'Content-Type': 'application/json' }),
          ...(sent && { Authorization: `Bearer ${sent}` }),
        },
        body: body && JSON.stringify(body),
      });
      const text = await response.text();
      const answer = { status: response.status, body: parseJson(text) };
      onAnswer?.(answer, sent);
      return answer;
    } finally {
      clearTimeout(timer);
    }
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
