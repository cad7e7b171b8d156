import { WechatError, wordsOf } from '../../platform/wechat';

/** What a way's failure asks for. */
export type Trouble =
  /** Nobody knows whether it arrived, or it did not for a moment: the same way again, a little later. */
  | { kind: 'again'; words: string }
  /** A limit of WeChat's: certainly not sent; another way, or this one after so many milliseconds. */
  | { kind: 'wait'; words: string; ms: number }
  /** The person's own choice, or he is gone: another way, or 消息 alone. */
  | { kind: 'person'; words: string }
  /** Something that those who run the system have to mend. */
  | { kind: 'ours'; words: string };

const MINUTE = 60_000;
const WAITS = { rateLimited: 2 * MINUTE, quota: 30 * MINUTE };

/** Reads what a way threw. What is not of WeChat or the SMS gateway passes too. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof WechatError)) {
    return { kind: 'again', words: '短信平台或服务器暂时不可用' };
  }
  const words = wordsOf(error.errcode);
  switch (error.kind) {
    case 'rateLimited':
    case 'quota':
      return { kind: 'wait', words, ms: WAITS[error.kind] };
    case 'refusedByUser':
    case 'outOfWindow':
    case 'badOpenid':
      return { kind: 'person', words };
    default:
      return { kind: error.retryable ? 'again' : 'ours', words };
  }
}
