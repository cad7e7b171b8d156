import type { ManagedNotice } from '@common/contract/notices';

/** What of a notice is written by hand. */
export type NoticeDraft = Pick<ManagedNotice, 'title' | 'topic' | 'html' | 'isImportant' | 'isPinned'>;

export const EMPTY_DRAFT: NoticeDraft = {
  title: '',
  topic: '',
  html: '',
  isImportant: false,
  isPinned: false,
};

/** Of a stored notice what can be changed. */
export const draftOf = ({ title, topic, html, isImportant, isPinned }: ManagedNotice): NoticeDraft => ({
  ...{ title, topic, html, isImportant, isPinned },
});

/** Words or a table, and not only empty lines. */
export const hasText = (html: string): boolean => html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';

/** What has to be written before it can be published; null where nothing. */
export function whyNotPublished({ title, html }: Pick<NoticeDraft, 'title' | 'html'>): string | null {
  if (!title.trim()) {
    return '请先填写标题';
  }
  return hasText(html) ? null : '请先填写正文';
}

export const isSameDraft = (one: NoticeDraft, other: NoticeDraft): boolean =>
  (Object.keys(EMPTY_DRAFT) as (keyof NoticeDraft)[]).every((field) => one[field] === other[field]);
