import type { ManagedNotice, ManagedNoticeRow, Notice, NoticeRow } from '@common/contract/notices';
import { summaryOf } from '@common/rules/htmlText';
import type { NoticeDoc } from './model';

/** As it stands in a list; the HTML need not have been read. */
export function presentRow(notice: Omit<NoticeDoc, 'html'>, authorityName: string): NoticeRow {
  return {
    id: String(notice._id),
    kind: notice.kind,
    title: notice.title,
    topic: notice.topic,
    summary: summaryOf(notice.text),
    authorityName,
    isImportant: notice.isImportant,
    isPinned: notice.isPinned,
    hasAttachments: notice.attachments.length > 0,
    publishedAt: notice.publishedAt?.toISOString() ?? null,
  };
}

export function presentNotice(notice: NoticeDoc, authorityName: string): Notice {
  return {
    ...presentRow(notice, authorityName),
    html: notice.html,
    attachments: notice.attachments.map(({ _id, name, bytes, type }) => ({
      id: String(_id),
      name,
      bytes,
      type,
    })),
  };
}

/** What only its authority sees of it. */
const managing = ({ state, updatedAt, reads, views, push }: Omit<NoticeDoc, 'html'>) => ({
  state,
  updatedAt: updatedAt.toISOString(),
  reads,
  views,
  push: push
    ? { told: push.told, total: push.total ?? null, finishedAt: push.finishedAt?.toISOString() ?? null }
    : null,
});

export const presentManagedRow = (
  notice: Omit<NoticeDoc, 'html'>,
  authorityName: string,
): ManagedNoticeRow => ({ ...presentRow(notice, authorityName), ...managing(notice) });

export const presentManaged = (notice: NoticeDoc, authorityName: string): ManagedNotice => ({
  ...presentNotice(notice, authorityName),
  ...managing(notice),
});
