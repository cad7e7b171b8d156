import { client } from '../../../api/session';

const PAGE_SIZE = 200;

/** Everyone who is effective and not yet credited, over all pages: what 全选有效 chooses, to be unchecked one by one after. */
export async function allGrantable(activityId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let page = 1; ; page++) {
    const answer = await client.crediting.attendance({
      activityId,
      only: 'effective',
      page,
      pageSize: PAGE_SIZE,
    });
    ids.push(...answer.items.filter((row) => row.effective && !row.credited).map((row) => row.learnerId));
    if (answer.items.length === 0 || page * PAGE_SIZE >= answer.total) {
      return ids;
    }
  }
}
