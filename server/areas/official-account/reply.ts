import { truncateUtf8 } from '@common/rules/utf8';
import type { Message } from './message';
import type { MessageCrypto } from './messageCrypto';
import { signatureOf } from './signature';
import { cdata } from './xml';

/** WeChat's answer for "received, nothing to say". */
export const SUCCESS = 'success';
/** The longest text of a passive reply. */
export const MAX_REPLY_BYTES = 2048;

/** A text reply to the sender of `message`. `now` in ms; WeChat wants seconds. */
export function textReply(message: Pick<Message, 'from' | 'to'>, text: string, now: number): string {
  return [
    '<xml>',
    `<ToUserName>${cdata(message.from)}</ToUserName>`,
    `<FromUserName>${cdata(message.to)}</FromUserName>`,
    `<CreateTime>${Math.floor(now / 1000)}</CreateTime>`,
    '<MsgType><![CDATA[text]]></MsgType>',
    `<Content>${cdata(truncateUtf8(text, MAX_REPLY_BYTES))}</Content>`,
    '</xml>',
  ].join('');
}

/** A reply as safe mode wants it; `success` may stay as it is. The nonce is the request's. */
export function encryptReply(
  reply: string,
  safe: { crypto: MessageCrypto; token: string; nonce: string; now: number; random16: Buffer },
): string {
  if (reply === SUCCESS) {
    return reply;
  }
  const encrypted = safe.crypto.encrypt(reply, safe.random16);
  const timestamp = String(Math.floor(safe.now / 1000));
  return [
    '<xml>',
    `<Encrypt>${cdata(encrypted)}</Encrypt>`,
    `<MsgSignature>${cdata(signatureOf(safe.token, timestamp, safe.nonce, encrypted))}</MsgSignature>`,
    `<TimeStamp>${timestamp}</TimeStamp>`,
    `<Nonce>${cdata(safe.nonce)}</Nonce>`,
    '</xml>',
  ].join('');
}
