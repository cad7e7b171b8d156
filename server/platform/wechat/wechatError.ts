import { ERRCODES, type WechatErrorKind } from './errcodes';

/** What may be tried again later. A daily quota is full until tomorrow: whoever tries again waits as long. */
const RETRYABLE = new Set<WechatErrorKind>(['busy', 'staleToken', 'rateLimited', 'quota', 'noAnswer']);

/**
 * A call to WeChat that failed. `errcode` is WeChat's own; null when there was no usable answer (time-out, HTTP error, not
 * JSON, or the account is not configured). The message names the path only: never an address, a token or a secret.
 */
export class WechatError extends Error {
  readonly errcode: number | null;
  readonly kind: WechatErrorKind;
  readonly retryable: boolean;

  constructor(message: string, errcode: number | null, kind: WechatErrorKind = kindOf(errcode)) {
    super(message);
    this.name = 'WechatError';
    this.errcode = errcode;
    this.kind = kind;
    this.retryable = RETRYABLE.has(kind);
  }
}

/** What an errcode means to us; null is no usable answer. */
export const kindOf = (errcode: number | null): WechatErrorKind =>
  errcode === null ? 'noAnswer' : (ERRCODES.get(errcode)?.kind ?? 'other');

/** What an errcode means, for those who run the system: 模板未通过或不存在. */
export const wordsOf = (errcode: number | null): string =>
  errcode === null
    ? '微信没有正常应答（超时、网络或服务故障）'
    : (ERRCODES.get(errcode)?.words ?? `微信返回错误 ${errcode}`);

/** True when WeChat refused the sign-in or phone code itself, so that the user has to ask for a new one. */
export const isBadCode = (error: unknown): boolean =>
  error instanceof WechatError && error.kind === 'badCode';

/** What co-wechat-api or the network threw, as a `WechatError`. Its text may hold the address with the token: it is dropped. */
export function toWechatError(path: string, thrown: unknown, secrets: readonly string[]): WechatError {
  if (thrown instanceof WechatError) {
    return thrown;
  }
  const error: Error & { code?: unknown } = thrown instanceof Error ? thrown : new Error();
  if (typeof error.code === 'number') {
    const words = secrets.reduce(
      (text, secret) => text.replaceAll(secret, '***'),
      error.message.slice(0, 300),
    );
    return new WechatError(`微信接口 ${path} 返回 ${error.code}：${words}`, error.code);
  }
  const status = /status code: (\d+)/.exec(error.message)?.[1];
  if (status) {
    return new WechatError(`微信接口 ${path} 返回 HTTP ${status}`, null);
  }
  const isTimeout = error.name.includes('Timeout');
  const reason = isTimeout ? '超时' : typeof error.code === 'string' ? error.code : '返回的内容无法识别';
  return new WechatError(`微信接口 ${path} 没有正常应答（${reason}）`, null);
}
