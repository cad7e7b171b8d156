import { Agent, request } from 'node:http';

export interface Answer {
  /** 0 where no answer came. */
  status: number;
  body: Record<string, unknown>;
}
export type Post = (url: string, body: object, token?: string) => Promise<Answer>;
/** Posts a text as it stands; answers the text that came back. */
export type Send = (
  url: string,
  type: string,
  text: string,
  token?: string,
) => Promise<{ status: number; text: string }>;

const NO_ANSWER = { status: 0, text: '' };

/** Posts over kept connections, `width` at most. A connection that breaks is an answer of status 0 and never an exception. */
export function poster(width: number): { post: Post; send: Send; stop(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const send: Send = (url, type, text, token) =>
    new Promise((resolve) => {
      const headers = {
        'content-type': type,
        'content-length': Buffer.byteLength(text),
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const sent = request(url, { method: 'POST', agent, headers, timeout: 30_000 }, (answer) => {
        let read = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          read += chunk;
        });
        answer.on('error', () => resolve(NO_ANSWER));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: read }));
      });
      sent.on('error', () => resolve(NO_ANSWER));
      sent.on('timeout', () => sent.destroy());
      sent.end(text);
    });
  const post: Post = async (url, body, token) => {
    const { status, text } = await send(url, 'application/json', JSON.stringify(body), token);
    return { status, body: parsed(text) };
  };
  return { post, send, stop: () => agent.destroy() };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
