import type { Transport, WireAnswer, WireRequest } from '@common/contract/client';
import { receiveDownload } from './download';
import { sendUpload, Upload } from './upload';

const TIMEOUT_MS = 20_000;
/** A file is made first; once it comes, however slowly, it is waited for. */
const DOWNLOAD_SILENCE_MS = 120_000;

export interface TransportOptions {
  /** The session's token, where there is one. */
  token?: () => string | null;
  /** Sees every answer before its caller does; the token is the one that was sent. */
  onAnswer?: (answer: WireAnswer, token: string | null) => void;
}

/**
 * A `Transport` over fetch, for uploads over XMLHttpRequest; an upload's file is an `Upload`. Rejects when no answer came
 * within 20 s (an upload 5 min; of a download nothing for 2 min); a body that is not JSON arrives as null.
 */
export function createFetchTransport({ token, onAnswer }: TransportOptions): Transport {
  return async (request) => {
    const sent = token?.() ?? null;
    const headers = { Accept: 'application/json', ...(sent && { Authorization: `Bearer ${sent}` }) };
    const answer =
      request.file instanceof Upload
        ? await answerOfUpload(request, request.file, headers)
        : await answerOfFetch(request, headers);
    onAnswer?.(answer, sent);
    return answer;
  };
}

async function answerOfUpload(
  { method, path, body = {} }: WireRequest,
  upload: Upload,
  headers: Record<string, string>,
): Promise<WireAnswer> {
  const { status, text } = await sendUpload({ method, path, headers, fields: body, upload });
  return { status, body: parseJson(text) };
}

async function answerOfFetch(
  { method, path, body, isDownload }: WireRequest,
  headers: Record<string, string>,
): Promise<WireAnswer> {
  let aborter = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => aborter.abort(), isDownload ? DOWNLOAD_SILENCE_MS : TIMEOUT_MS);
  };
  try {
    const ask = async (more: Record<string, string> = {}) => {
      aborter = new AbortController();
      wait();
      return fetch(path, {
        method,
        cache: 'no-store',
        signal: aborter.signal,
        headers: { ...headers, ...(body && { 'Content-Type': 'application/json' }), ...more },
        body: body && JSON.stringify(body),
      });
    };
    const response = await ask();
    const { status } = response;
    return isDownload && status >= 200 && status < 300
      ? { status, body: await receiveDownload(response, ask, wait) }
      : { status, body: parseJson(await response.text()) };
  } finally {
    clearTimeout(timer);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
