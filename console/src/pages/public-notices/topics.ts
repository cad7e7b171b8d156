import type { NoticeRow } from '@common/contract/notices';
import { groupBy } from '@common/groupBy';

/** What has no topic stands last, under this. */
const OTHER = '其他';

/** Questions by topic, in the order in which the topics first come. */
export function byTopic(rows: readonly NoticeRow[]): { topic: string; rows: NoticeRow[] }[] {
  return [...groupBy(rows, ({ topic }) => topic || OTHER)]
    .map(([topic, of]) => ({ topic, rows: of }))
    .sort((a, b) => Number(a.topic === OTHER) - Number(b.topic === OTHER));
}
