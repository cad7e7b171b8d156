/** Everything that reached a person, newest last: the chat with the official account and the phone's text messages. */
export type InboxKind = 'sent' | 'reply' | 'note' | 'trouble' | 'text' | 'template' | 'subscribe' | 'sms';

export interface InboxItem {
  /** Grows by one a message over all inboxes. */
  number: number;
  kind: InboxKind;
  /** ISO 8601. */
  at: string;
  text: string;
  /** The official account's key; absent for what belongs to none (SMS, the mini-program's). */
  account?: string;
  /** Template and subscribe messages: the template's id, its fields, and where a tap leads. */
  template?: { id: string; data: Record<string, string>; url?: string; page?: string };
}

export interface Inboxes {
  /** `owner` is a persona's id, or a phone that no persona has. */
  add(owner: string, item: Omit<InboxItem, 'number' | 'at'>): void;
  of(owner: string, after?: number): InboxItem[];
  /** Text messages to phones that no persona has (administrators'), with the phone, oldest first. */
  toStrangers(after?: number): (InboxItem & { phone: string })[];
}

const MOST = 500;
/** A persona's id is shorter. */
const PHONE_LENGTH = 11;

/** In memory: the simulator forgets on restart. */
export function createInboxes(now: () => number): Inboxes {
  const inboxes = new Map<string, InboxItem[]>();
  let number = 0;
  return {
    add(owner, item) {
      number += 1;
      const items = inboxes.get(owner) ?? [];
      items.push({ number, at: new Date(now()).toISOString(), ...item });
      inboxes.set(owner, items.slice(-MOST));
    },
    of: (owner, after = 0) => (inboxes.get(owner) ?? []).filter((item) => item.number > after),
    toStrangers: (after = 0) =>
      [...inboxes]
        .filter(([owner]) => owner.length === PHONE_LENGTH)
        .flatMap(([phone, items]) => items.map((item) => ({ ...item, phone })))
        .filter((item) => item.number > after)
        .sort((a, b) => a.number - b.number),
  };
}
