/** What WeChat pushes to a busy account: encrypted and signed, made before the clock runs. */
import { randomBytes } from 'node:crypto';
import { createMessageCrypto } from '../server/areas/official-account/messageCrypto';
import { signatureOf } from '../server/areas/official-account/signature';
import { cdata } from '../server/areas/official-account/xml';

/** The account of the benchmark, as the server's environment has it. */
export const ACCOUNT = {
  WECHAT_OFFICIAL_APPID: 'wxbench00000000001',
  WECHAT_OFFICIAL_SECRET: 'bench-secret',
  WECHAT_OFFICIAL_TOKEN: 'benchToken',
  WECHAT_OFFICIAL_AES_KEY: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
};
const TOKEN = ACCOUNT.WECHAT_OFFICIAL_TOKEN;
const crypto = createMessageCrypto({
  aesKey: ACCOUNT.WECHAT_OFFICIAL_AES_KEY,
  appId: ACCOUNT.WECHAT_OFFICIAL_APPID,
});

/** A push: its query and its body. */
export interface Push {
  query: string;
  body: string;
}

export const openidOf = (n: number) => `oBench${String(n).padStart(6, '0')}`;

let lastMsgId = 0;

/** What a person typed, in the clear. */
export function messageXml(openid: string, content: string): string {
  lastMsgId += 1;
  return [
    '<xml><ToUserName><![CDATA[gh_bench]]></ToUserName>',
    `<FromUserName>${cdata(openid)}</FromUserName>`,
    `<CreateTime>${Math.floor(Date.now() / 1000)}</CreateTime><MsgType><![CDATA[text]]></MsgType>`,
    `<Content>${cdata(content)}</Content><MsgId>2456125535${String(lastMsgId).padStart(10, '0')}</MsgId></xml>`,
  ].join('');
}

/** The same as safe mode sends it. */
export function sealed(xml: string): Push {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const nonce = String(lastMsgId);
  const encrypted = crypto.encrypt(xml, randomBytes(16));
  const query = new URLSearchParams({
    signature: signatureOf(TOKEN, timestamp, nonce),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: signatureOf(TOKEN, timestamp, nonce, encrypted),
  });
  const body = `<xml><ToUserName><![CDATA[gh_bench]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return { query: String(query), body };
}

/** The words of a reply; null for one that cannot be read, and for `success`. */
export function readReply(body: string): string | null {
  const encrypted = /<Encrypt><!\[CDATA\[(.+?)\]\]>/.exec(body)?.[1];
  try {
    return /<Content><!\[CDATA\[([\s\S]*)\]\]><\/Content>/.exec(crypto.decrypt(encrypted ?? ''))?.[1] ?? null;
  } catch {
    return null;
  }
}
