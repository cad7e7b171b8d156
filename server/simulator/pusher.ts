/** Delivers a person's message to our message server as WeChat does, and takes the passive reply. */
import { randomBytes, randomInt } from 'node:crypto';
import { createMessageCrypto } from '../areas/official-account/messageCrypto';
import { signatureOf } from '../areas/official-account/signature';
import { cdata, parseXml } from '../areas/official-account/xml';
import type { Persona } from './personas';
import type { World } from './world';

/** 明文 or 安全模式. */
export type PushMode = 'plain' | 'safe';

/** A text, or an event such as `subscribe` or a menu's `CLICK`. */
export type Push = { text: string } | { event: string; eventKey: string } | { msgType: string };

export interface Delivery {
  /** Of the last try; 0 when there was no answer. */
  status: number;
  /** The text of the passive reply; null without one. */
  reply: string | null;
  /** How often it was delivered: WeChat gives up after three. */
  tries: number;
}

const TRIES = 3;
const TROUBLE = '该公众号提供的服务出现故障，请稍后再试';
const ACCOUNT_ID = 'gh_5af1c7d20b3e';

/** Sends the message in the mode, three times at most with one MsgId, and files both sides of the talk in the inbox. */
export async function push(world: World, persona: Persona, message: Push, mode: PushMode): Promise<Delivery> {
  if ('text' in message) {
    world.inboxes.add(persona.id, { kind: 'sent', text: message.text });
  }
  const xml = messageXml(persona, message, world.now());
  let delivery: Delivery = { status: 0, reply: null, tries: 0 };
  for (let tries = 1; tries <= TRIES && delivery.status === 0; tries += 1) {
    delivery = { ...(await deliver(world, persona, xml, mode)), tries };
  }
  const isTrouble = delivery.status !== 200;
  if (isTrouble) {
    world.log.warn(
      { status: delivery.status, tries: delivery.tries },
      'the message server did not answer well',
    );
  }
  if (isTrouble || delivery.reply !== null) {
    world.inboxes.add(persona.id, {
      kind: isTrouble ? 'trouble' : 'reply',
      text: isTrouble ? TROUBLE : (delivery.reply ?? ''),
    });
  }
  return delivery;
}

function messageXml(persona: Persona, message: Push, now: number): string {
  const fields: Record<string, string> = {
    ToUserName: cdata(ACCOUNT_ID),
    FromUserName: cdata(persona.openids.officialAccount),
    CreateTime: String(Math.floor(now / 1000)),
  };
  if ('event' in message) {
    fields.MsgType = cdata('event');
    fields.Event = cdata(message.event);
    fields.EventKey = cdata(message.eventKey);
  } else {
    fields.MsgType = cdata('text' in message ? 'text' : message.msgType);
    fields.MsgId = `2${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`;
    if ('text' in message) {
      fields.Content = cdata(message.text);
    }
  }
  return envelope(fields);
}

const envelope = (fields: Record<string, string>) =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</xml>`;

async function deliver(
  world: World,
  persona: Persona,
  xml: string,
  mode: PushMode,
): Promise<Omit<Delivery, 'tries'>> {
  const { token, aesKey, appId } = world.apps.officialAccount;
  const timestamp = String(Math.floor(world.now() / 1000));
  const nonce = String(randomInt(1e8, 1e9));
  const query = new URLSearchParams({
    signature: signatureOf(token, timestamp, nonce),
    timestamp,
    nonce,
    openid: persona.openids.officialAccount,
  });
  const crypto = mode === 'safe' && aesKey ? createMessageCrypto({ aesKey, appId }) : null;
  let body = xml;
  if (crypto) {
    const encrypted = crypto.encrypt(xml, randomBytes(16));
    query.set('encrypt_type', 'aes');
    query.set('msg_signature', signatureOf(token, timestamp, nonce, encrypted));
    body = envelope({ ToUserName: cdata(ACCOUNT_ID), Encrypt: cdata(encrypted) });
  }
  try {
    const answer = await fetch(`${world.appUrl}/wechat/messages?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body,
      signal: AbortSignal.timeout(world.answerTimeoutMs),
    });
    const text = await answer.text();
    if (answer.status !== 200 || text === '' || text === 'success') {
      return { status: answer.status, reply: null };
    }
    return { status: 200, reply: readReply(text, world, crypto) };
  } catch (error) {
    const isBadReply =
      error instanceof Error && (error.name === 'BadXmlError' || error.name === 'ReplyError');
    return { status: isBadReply ? 502 : 0, reply: null };
  }
}

/** The reply's text; WeChat shows an error in its place when anything is wrong with it. */
function readReply(
  text: string,
  world: World,
  crypto: ReturnType<typeof createMessageCrypto> | null,
): string {
  let fields = parseXml(text);
  if (crypto) {
    const [encrypted, given, timestamp, nonce] = ['Encrypt', 'MsgSignature', 'TimeStamp', 'Nonce'].map(
      (name) => fields.get(name) ?? '',
    );
    const expected = signatureOf(
      world.apps.officialAccount.token,
      timestamp ?? '',
      nonce ?? '',
      encrypted ?? '',
    );
    if (given !== expected) {
      throw Object.assign(new Error('the reply is signed wrongly'), { name: 'ReplyError' });
    }
    fields = parseXml(crypto.decrypt(encrypted ?? ''));
  }
  const content = fields.get('Content');
  if (fields.get('MsgType') !== 'text' || !content) {
    throw Object.assign(new Error('the reply has no text'), { name: 'ReplyError' });
  }
  return content;
}
