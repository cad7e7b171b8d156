import type { ManagedNotice, Notice, NoticeRow } from '@common/contract/notices';
import type { StandardTable } from '@common/contract/standards';

const ROW: NoticeRow = {
  id: '7'.repeat(24),
  kind: 'notice',
  title: '关于做好学分审核工作的通知',
  topic: '',
  summary: '请各单位按时完成授分',
  authorityName: '漯河市卫生健康委员会',
  isImportant: false,
  isPinned: false,
  hasAttachments: false,
  publishedAt: '2026-07-20T01:00:00.000Z',
};

/** A published notice as its readers list it. */
export const noticeRowOf = (some: Partial<NoticeRow> = {}): NoticeRow => ({ ...ROW, ...some });

/** The same, opened. */
export const noticeOf = (some: Partial<Notice> = {}): Notice => ({
  ...ROW,
  html: '<p>请各单位按时完成授分。</p>',
  attachments: [],
  ...some,
});

/** As its authority manages it. */
export const managedOf = (some: Partial<ManagedNotice> = {}): ManagedNotice => ({
  ...noticeOf(),
  state: 'published',
  updatedAt: '2026-07-20T01:00:00.000Z',
  reads: 1234,
  views: 56,
  push: null,
  ...some,
});

/** A year's standard with one row, not published. */
export const standardOf = (some: Partial<StandardTable> = {}): StandardTable => ({
  id: '8'.repeat(24),
  year: 2026,
  authorityName: '漯河市卫生健康委员会',
  state: 'draft',
  basis: '',
  rows: [
    {
      ...{ category: 'paper', item: '国际刊物（第一作者）', creditClass: 'classII' },
      ...{ from: 1000, to: 1000, per: '每篇', note: '' },
    },
  ],
  publishedAt: null,
  updatedAt: '2026-07-20T01:00:00.000Z',
  ...some,
});
