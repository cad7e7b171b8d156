/** The XML of what a person sends or does, as WeChat pushes it. */
import { randomInt } from 'node:crypto';
import { cdata } from '../areas/official-account/xml';
import type { SimulatedAccount } from './accounts';

/** Further fields of a message or an event (`PicUrl`, `Recognition`, `Status`), by WeChat's names. */
type Fields = Record<string, string>;

/** A text, another message (image, voice, location …), or an event such as `subscribe` or a menu's `CLICK`. */
export type Push =
  | { text: string }
  | { msgType: string; fields?: Fields }
  | { event: string; eventKey: string; fields?: Fields };

/** How a message without words stands in the chat. */
const LABELS: Readonly<Record<string, string>> = {
  image: '［图片］',
  voice: '［语音］',
  video: '［视频］',
  shortvideo: '［小视频］',
  location: '［位置］',
  link: '［链接］',
};

/** What the person sees of his own; null for an event. */
export function shownAs(push: Push): string | null {
  if ('text' in push) {
    return push.text;
  }
  if ('event' in push) {
    return null;
  }
  const { Recognition, Label, Title } = push.fields ?? {};
  return `${LABELS[push.msgType] ?? '［消息］'}${Recognition ?? Label ?? Title ?? ''}`;
}

export const envelope = (fields: Readonly<Record<string, string>>) =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</xml>`;

/** One XML for all deliveries: they have one MsgId and one CreateTime. */
export function pushFields(account: SimulatedAccount, openid: string, push: Push, now: number): Fields {
  const common = {
    ToUserName: cdata(account.id),
    FromUserName: cdata(openid),
    CreateTime: String(Math.floor(now / 1000)),
  };
  if ('event' in push) {
    return {
      ...common,
      MsgType: cdata('event'),
      Event: cdata(push.event),
      ...(push.eventKey && { EventKey: cdata(push.eventKey) }),
      ...eventFields(push.event, push.fields ?? {}),
    };
  }
  const isText = 'text' in push;
  return {
    ...common,
    MsgType: cdata(isText ? 'text' : push.msgType),
    ...(isText ? { Content: cdata(push.text) } : sealed(push.fields ?? {})),
    MsgId: `2${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`,
  };
}

const sealed = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cdata(value)]));

/** What a menu's scanner read stands one level deeper. */
function eventFields(event: string, fields: Fields): Fields {
  if (!event.startsWith('scancode_')) {
    return sealed(fields);
  }
  const inner = Object.entries(sealed(fields)).map(([name, value]) => `<${name}>${value}</${name}>`);
  return { ScanCodeInfo: inner.join('') };
}
