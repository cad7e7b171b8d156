/** Delivers a person's message to our message server as WeChat does, and takes the passive reply. */
import { randomBytes } from 'node:crypto';
import { createMessageCrypto } from '../areas/official-account/messageCrypto';
import { signatureOf } from '../areas/official-account/signature';
import { cdata, parseXml } from '../areas/official-account/xml';
import { MAIN_KEY, type SimulatedAccount } from './accounts';
import { openidOf, type Persona } from './personas';
import { envelope, type Push, pushFields, shownAs } from './pushXml';
import type { World } from './world';

/** 明文, 兼容 or 安全模式. */
export type PushMode = 'plain' | 'compatible' | 'safe';

export interface PushHow {
  /** As the account is set when missing. */
  mode?: PushMode;
  /** The same message so many times at once. */
  copies?: number;
  /** So many answers get lost on the way, so that WeChat delivers again. */
  lost?: number;
}

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
const NOTES: Readonly<Record<string, string>> = {
  subscribe: '已关注公众号',
  unsubscribe: '已取消关注',
  SCAN: '扫了公众号的二维码',
};

/**
 * Sends the message in the mode, three times at most with one MsgId, and files both sides of the talk in the inbox. Of several
 * copies the first one's outcome counts; `replies` has all of them.
 */
export async function push(
  world: World,
  account: SimulatedAccount,
  persona: Persona,
  message: Push,
  { copies = 1, lost = 0, ...how }: PushHow = {},
): Promise<Delivery & { replies?: (string | null)[] }> {
  note(world, account, persona, message);
  const mode = how.mode ?? (account.aesKey ? 'safe' : 'plain');
  const fields = pushFields(account, openidOf(persona, account.app), message, world.now());
  const deliveries = await Promise.all(
    Array.from({ length: copies }, async () => deliverAll(world, account, persona, fields, mode, lost)),
  );
  const [delivery = { status: 0, reply: null, tries: 0 }] = deliveries;
  const isTrouble = delivery.status !== 200;
  const isQuiet = 'event' in message && message.event === 'TEMPLATESENDJOBFINISH';
  if (isTrouble) {
    const { status, tries } = delivery;
    world.log.warn({ status, tries }, 'the message server did not answer well');
  }
  if (!isQuiet && (isTrouble || delivery.reply !== null)) {
    world.inboxes.add(persona.id, {
      account: account.key,
      kind: isTrouble ? 'trouble' : 'reply',
      text: isTrouble ? TROUBLE : (delivery.reply ?? ''),
    });
  }
  return copies > 1 ? { ...delivery, replies: deliveries.map(({ reply }) => reply) } : delivery;
}

/** What WeChat itself knows from the message: who follows, and who may be written to. */
function note(
  { contacts, inboxes }: World,
  { key }: SimulatedAccount,
  persona: Persona,
  message: Push,
): void {
  const shown = shownAs(message);
  if (shown !== null) {
    contacts.heard(key, persona.id, 'message');
    inboxes.add(persona.id, { account: key, kind: 'sent', text: shown });
    return;
  }
  const { event } = message as { event: string };
  if (event === 'subscribe' || event === 'unsubscribe') {
    contacts.setFollowing(key, persona.id, event === 'subscribe');
  }
  if (/^(subscribe|SCAN|CLICK|scancode_.*)$/.test(event)) {
    contacts.heard(key, persona.id, 'event');
  }
  const text = NOTES[event];
  if (text) {
    inboxes.add(persona.id, { account: key, kind: 'note', text });
  }
}

async function deliverAll(
  world: World,
  account: SimulatedAccount,
  persona: Persona,
  fields: Record<string, string>,
  mode: PushMode,
  lost: number,
): Promise<Delivery> {
  let delivery: Delivery = { status: 0, reply: null, tries: 0 };
  for (let tries = 1; tries <= TRIES && delivery.status === 0; tries += 1) {
    const answer = await deliver(world, account, persona, fields, mode);
    delivery = tries <= lost ? { status: 0, reply: null, tries } : { ...answer, tries };
  }
  return delivery;
}

async function deliver(
  world: World,
  { key, token, aesKey, appId, app, id }: SimulatedAccount,
  persona: Persona,
  fields: Record<string, string>,
  mode: PushMode,
): Promise<Omit<Delivery, 'tries'>> {
  const timestamp = String(Math.floor(world.now() / 1000));
  const nonce = randomBytes(6).toString('hex');
  const query = new URLSearchParams({
    signature: signatureOf(token, timestamp, nonce),
    timestamp,
    nonce,
    openid: openidOf(persona, app),
  });
  const crypto = mode !== 'plain' && aesKey ? createMessageCrypto({ aesKey, appId }) : null;
  let body = envelope(fields);
  if (crypto) {
    const encrypted = crypto.encrypt(body, randomBytes(16));
    query.set('encrypt_type', 'aes');
    query.set('msg_signature', signatureOf(token, timestamp, nonce, encrypted));
    const inClear = mode === 'compatible' ? fields : { ToUserName: cdata(id) };
    body = envelope({ ...inClear, Encrypt: cdata(encrypted) });
  }
  const path = key === MAIN_KEY ? '/wechat/messages' : `/wechat/messages/${key}`;
  try {
    const answer = await fetch(`${world.appUrl}${path}?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body,
      signal: AbortSignal.timeout(world.answerTimeoutMs),
    });
    const text = await answer.text();
    if (answer.status !== 200 || text === '' || text === 'success') {
      return { status: answer.status, reply: null };
    }
    return { status: 200, reply: readReply(text, token, crypto) };
  } catch (error) {
    const isBadReply =
      error instanceof Error && (error.name === 'BadXmlError' || error.name === 'ReplyError');
    return { status: isBadReply ? 502 : 0, reply: null };
  }
}

/** The reply's text; WeChat shows an error in its place when anything is wrong with it. */
function readReply(
  text: string,
  token: string,
  crypto: ReturnType<typeof createMessageCrypto> | null,
): string {
  let fields = parseXml(text);
  if (crypto) {
    const [encrypted = '', given, timestamp = '', nonce = ''] = [
      'Encrypt',
      'MsgSignature',
      'TimeStamp',
      'Nonce',
    ].map((name) => fields.get(name) ?? '');
    if (given !== signatureOf(token, timestamp, nonce, encrypted)) {
      throw Object.assign(new Error('the reply is signed wrongly'), { name: 'ReplyError' });
    }
    fields = parseXml(crypto.decrypt(encrypted));
  }
  const content = fields.get('Content');
  if (fields.get('MsgType') !== 'text' || !content) {
    throw Object.assign(new Error('the reply has no text'), { name: 'ReplyError' });
  }
  return content;
}
