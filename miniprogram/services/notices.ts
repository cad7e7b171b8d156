import type { NoticeRow } from '@common/contract/notices';
import type { NoticeKind } from '@common/terms';
import { api } from './session';

/** As a reader sees it in a list; `isRead` only where it is known who reads. */
export type ReadableNotice = NoticeRow & { isRead?: boolean };

/** The whole country, for who has not said where he is. */
export const EVERYWHERE = '00';

interface NoticeQuery {
  kind: NoticeKind;
  words?: string;
  page?: number;
  pageSize?: number;
}

/**
 * Published 通知 or 常见问题: a learner's of his region and those above; anybody else's of the region that he chose.
 * @param regionCode Not asked of a learner: null.
 */
export function findNotices(
  query: NoticeQuery,
  regionCode: string | null,
): Promise<{ items: ReadableNotice[]; total: number; unread?: number }> {
  return regionCode === null
    ? api.notices.myNotices(query)
    : api.notices.publicNotices({ ...query, regionCode });
}
