/** Token refused: 40001 not the latest, 40014 not a token, 42001 expired. */
export const STALE_TOKEN = new Set([40001, 40014, 42001]);
/** -1 busy, 45011 too many calls in a minute; a stale token is being replaced. */
const RETRYABLE = new Set([-1, 45011, ...STALE_TOKEN]);
/** 40029 invalid, 40163 used before, 41008 missing. */
const BAD_CODE = new Set([40029, 40163, 41008]);

/**
 * A call to WeChat that failed. `errcode` is WeChat's own; null when there was no usable answer (time-out, HTTP error, not
 * JSON, or the account is not configured). The message names the path only: never an address, a token or a secret.
 */
export class WechatError extends Error {
  readonly errcode: number | null;
  readonly retryable: boolean;

  constructor(
    message: string,
    errcode: number | null,
    retryable = errcode === null || RETRYABLE.has(errcode),
  ) {
    super(message);
    this.name = 'WechatError';
    this.errcode = errcode;
    this.retryable = retryable;
  }
}

/** True when WeChat refused the sign-in or phone code itself, so that the user has to ask for a new one. */
export function isBadCode(error: unknown): boolean {
  return error instanceof WechatError && error.errcode !== null && BAD_CODE.has(error.errcode);
}

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
