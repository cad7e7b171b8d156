import type { WireAnswer, WireRequest } from '@common/contract/client';
import Taro from '@tarojs/taro';
import { download, upload } from './fileTransport';

/** Longer than any answer of ours takes; the hall's network may be slow. */
const TIMEOUT_MS = 15_000;

/** Sends one request with a session's token, files by the platform's own way. Rejects only when no answer came. */
export async function send(request: WireRequest, token: string | undefined): Promise<WireAnswer> {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  const wire = { ...request, path: `${__API_BASE__}${request.path}` };
  if (request.file !== undefined) {
    return upload(wire, headers);
  }
  if (request.isDownload) {
    return download(wire, headers);
  }
  const answer = await Taro.request<unknown>({
    url: wire.path,
    method: request.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
    data: request.body,
    timeout: TIMEOUT_MS,
    header: { 'content-type': 'application/json', ...headers },
  });
  return { status: answer.statusCode, body: answer.data };
}
