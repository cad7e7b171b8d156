import { BadXmlError } from './xml';

/** A message or event that WeChat pushed. */
export interface Message {
  /** The account's own id (`gh_…`). */
  to: string;
  /** The sender's openid. */
  from: string;
  msgType: string;
  /** `subscribe`, `CLICK`, …; empty for messages. WeChat's case. */
  event: string;
  eventKey: string;
  /** What was typed; empty for other than text. */
  content: string;
  /** The same for every delivery of one message, and for no other. */
  key: string;
}

/** @throws BadXmlError where a field that every push has is missing or malformed. */
export function readMessage(fields: ReadonlyMap<string, string>): Message {
  const field = (name: string) => fields.get(name)?.trim() ?? '';
  const [from, to, createTime, msgId] = ['FromUserName', 'ToUserName', 'CreateTime', 'MsgId'].map(field);
  const isComplete = isAccount(from) && isAccount(to) && /^\d{1,12}$/.test(createTime ?? '');
  if (!isComplete || !from || !to || field('MsgType') === '' || !/^\d{0,20}$/.test(msgId ?? '')) {
    throw new BadXmlError();
  }
  const [event, eventKey] = [field('Event'), field('EventKey')];
  return {
    to,
    from,
    msgType: field('MsgType'),
    event,
    eventKey,
    content: fields.get('Content') ?? '',
    key: msgId || [from, createTime, event, eventKey].join('\n'),
  };
}

const isAccount = (text: string | undefined) => /^[\w-]{1,64}$/.test(text ?? '');
