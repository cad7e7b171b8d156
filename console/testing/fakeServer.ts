/** A request as the console sent it. */
export interface Sent {
  method: string;
  path: string;
  authorization: string | null;
  body: unknown;
}
/** `text` is sent as it is, `body` as JSON, `file` as a download of that name. */
export interface Answer {
  status?: number;
  body?: unknown;
  text?: string;
  file?: string;
}

/** Answers every request in place of the server. Returns what was sent, in order; a handler that throws is a cut line. */
export function fakeServer(handle: (sent: Sent) => Answer | Promise<Answer>): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = (async (path: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    const request: Sent = {
      method: String(init.method),
      path,
      authorization: headers.Authorization ?? null,
      body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
    };
    sent.push(request);
    const { status = 200, body, text, file } = await handle(request);
    return {
      status,
      headers: { get: () => file && `attachment; filename*=UTF-8''${encodeURIComponent(file)}` },
      blob: async () => new Blob([file ?? '']),
      text: async () => text ?? JSON.stringify(body),
    };
  }) as unknown as typeof fetch;
  return sent;
}

/** An error answer of the server. */
export const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message, requestId: 'r1' },
});
