import type { NoticeRow } from '@common/contract/notices';

/** What has no topic stands last, under this. */
const OTHER = '其他';

/** Questions by topic, in the order in which the topics first come. */
export function byTopic(rows: readonly NoticeRow[]): { topic: string; rows: NoticeRow[] }[] {
  const groups = new Map<string, NoticeRow[]>();
  for (const row of rows) {
    const topic = row.topic || OTHER;
    groups.set(topic, [...(groups.get(topic) ?? []), row]);
  }
  return [...groups]
    .map(([topic, of]) => ({ topic, rows: of }))
    .sort((a, b) => Number(a.topic === OTHER) - Number(b.topic === OTHER));
}
