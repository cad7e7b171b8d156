import { BadXmlError } from './xml';

/** What a push means to us. */
export type Meaning =
  /** Typed, spoken and recognised, or behind a tap on the menu: the grammar reads it. */
  | { kind: 'typed'; text: string }
  /** A picture, a voice that was not recognised, a place, …: `msgType` says which. */
  | { kind: 'notText' }
  /** `scene` of the QR by which he came. */
  | { kind: 'followed'; scene: string | null }
  | { kind: 'unfollowed' }
  /** A QR of ours, by somebody who follows already. */
  | { kind: 'scanned'; scene: string }
  /** By the menu's scanner that waits for our answer. */
  | { kind: 'scannedCode'; result: string }
  /** What became of a template message. */
  | { kind: 'delivered'; messageId: string; status: string }
  /** Nothing is done or said. */
  | { kind: 'silent' };

/** A message or event that WeChat pushed. */
export interface Message {
  /** The account's own id (`gh_…`). */
  to: string;
  /** The sender's openid. */
  from: string;
  msgType: string;
  /** `subscribe`, `CLICK`, …; empty for messages. WeChat's case. */
  event: string;
  /** What was typed, spoken, tapped or scanned; empty for the rest. */
  content: string;
  meaning: Meaning;
  /** The same for every delivery of one message, and for no other. */
  key: string;
}

type Field = (name: string) => string;
const SILENT: Meaning = { kind: 'silent' };
const QR_SCENE = /^qrscene_(.+)$/s;

/** Messages by MsgType; one that is not here is `notText`. */
const MESSAGES: Readonly<Record<string, (field: Field, text: string) => Meaning>> = {
  text: (_, text) => ({ kind: 'typed', text }),
  // With 语音识别 switched on WeChat sends the words along; empty where it heard none.
  voice: (field) =>
    field('Recognition') ? { kind: 'typed', text: field('Recognition') } : { kind: 'notText' },
};

/**
 * Events by Event, whose case differs from one to the other; VIEW, LOCATION, view_miniprogram, scancode_push (WeChat opens what
 * was scanned), subscribe_msg_* and all that are not here are silent.
 */
const EVENTS: Readonly<Record<string, (field: Field) => Meaning>> = {
  subscribe: (field) => ({ kind: 'followed', scene: QR_SCENE.exec(field('EventKey'))?.[1] ?? null }),
  unsubscribe: () => ({ kind: 'unfollowed' }),
  SCAN: (field) => (field('EventKey') ? { kind: 'scanned', scene: field('EventKey') } : SILENT),
  CLICK: (field) => ({ kind: 'typed', text: field('EventKey') }),
  scancode_waitmsg: (field) => ({ kind: 'scannedCode', result: field('ScanCodeInfo/ScanResult') }),
  TEMPLATESENDJOBFINISH: (field) =>
    field('MsgID') ? { kind: 'delivered', messageId: field('MsgID'), status: field('Status') } : SILENT,
};

/** @throws BadXmlError where a field that every push has is missing or malformed. */
export function readMessage(fields: ReadonlyMap<string, string>): Message {
  const field: Field = (name) => fields.get(name)?.trim() ?? '';
  const [from, to, createTime] = [field('FromUserName'), field('ToUserName'), field('CreateTime')];
  const [msgType, event, msgId] = [field('MsgType'), field('Event'), field('MsgId')];
  const isComplete = isAccount(from) && isAccount(to) && /^\d{1,12}$/.test(createTime);
  if (!isComplete || !isWord(msgType) || (event && !isWord(event)) || !/^\d{0,20}$/.test(msgId)) {
    throw new BadXmlError();
  }
  const meaning =
    msgType === 'event'
      ? (own(EVENTS, event)?.(field) ?? SILENT)
      : (own(MESSAGES, msgType)?.(field, fields.get('Content') ?? '') ?? { kind: 'notText' });
  return {
    to,
    from,
    msgType,
    event,
    content: contentOf(meaning, field),
    meaning,
    // Events have no MsgId; those of template messages have the MsgID of what was sent.
    key: msgId || [from, createTime, event, field('EventKey'), field('MsgID')].join('\n'),
  };
}

const isAccount = (text: string) => /^[\w-]{1,64}$/.test(text);
const isWord = (text: string) => /^\w{1,64}$/.test(text);
const own = <T>(table: Readonly<Record<string, T>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function contentOf(meaning: Meaning, field: Field): string {
  if (meaning.kind === 'typed') {
    return meaning.text;
  }
  return meaning.kind === 'scannedCode' ? meaning.result : field('EventKey');
}
