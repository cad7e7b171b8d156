import type { MessageDelivery, MessageRow } from '@common/contract/messages';
import { maskName } from '@common/rules/personName';
import type { NotificationDoc } from './model';

export const presentMessage = (row: NotificationDoc): MessageRow => ({
  id: String(row._id),
  kind: row.kind,
  title: row.title,
  lines: row.lines,
  page: row.page ?? null,
  at: row.createdAt.toISOString(),
  isRead: row.readAt !== undefined,
});

/** For those who run the system: what became of it, never what it says beyond its title. */
export const presentDelivery = (
  row: NotificationDoc,
  who: { name: string; unitName: string },
  now: number,
): MessageDelivery => ({
  id: String(row._id),
  kind: row.kind,
  title: row.title,
  learnerName: maskName(who.name),
  unitName: who.unitName,
  state: row.state,
  channel: row.channel ?? null,
  tries: row.tries ?? 0,
  problem: row.problem ?? null,
  at: row.createdAt.toISOString(),
  notBefore:
    row.state === 'waiting' && row.notBefore && row.notBefore.getTime() > now
      ? row.notBefore.toISOString()
      : null,
});
