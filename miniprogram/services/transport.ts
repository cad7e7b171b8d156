import type { WireAnswer, WireRequest } from '@common/contract/client';
import Taro from '@tarojs/taro';

/** Longer than any answer of ours takes; the hall's network may be slow. */
const TIMEOUT_MS = 15_000;

/** Sends one request with a session's token. Rejects only when no answer came. */
export async function send(request: WireRequest, token: string | undefined): Promise<WireAnswer> {
  const answer = await Taro.request<unknown>({
    url: `${__API_BASE__}${request.path}`,
    method: request.method as 'GET' | 'POST' | 'PUT' | 'DELETE',
    data: request.body,
    timeout: TIMEOUT_MS,
    header: {
      'content-type': 'application/json',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
  return { status: answer.statusCode, body: answer.data };
}
