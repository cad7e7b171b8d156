import { Agent, request } from 'node:http';

export interface Answer {
  /** 0 where no answer came. */
  status: number;
  body: Record<string, unknown>;
}
export type Post = (url: string, body: object, token?: string) => Promise<Answer>;

const NO_ANSWER: Answer = { status: 0, body: {} };

/** Posts JSON over kept connections, `width` at most. A connection that breaks is an answer of status 0 and never an exception. */
export function poster(width: number): { post: Post; stop(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: width });
  const post: Post = (url, body, token) =>
    new Promise((resolve) => {
      const text = JSON.stringify(body);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
        ...(token && { authorization: `Bearer ${token}` }),
      };
      const sent = request(url, { method: 'POST', agent, headers, timeout: 30_000 }, (answer) => {
        let read = '';
        answer.on('data', (chunk: Buffer) => {
          read += chunk.toString();
        });
        answer.on('error', () => resolve(NO_ANSWER));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: parsed(read) }));
      });
      sent.on('error', () => resolve(NO_ANSWER));
      sent.on('timeout', () => sent.destroy());
      sent.end(text);
    });
  return { post, stop: () => agent.destroy() };
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}
