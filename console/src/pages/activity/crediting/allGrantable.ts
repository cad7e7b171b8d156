import { client } from '../../../api/session';

const PAGE_SIZE = 200;

/** What 全选有效 chooses, and how many it leaves to be looked into. */
export interface Grantable {
  ids: string[];
  doubted: number;
}

/**
 * Everyone who is effective and not yet credited, over all pages, to be unchecked one by one after. Who is in doubt is not
 * chosen: that is decided for each of them.
 */
export async function allGrantable(activityId: string): Promise<Grantable> {
  const found: Grantable = { ids: [], doubted: 0 };
  for (let page = 1; ; page++) {
    const answer = await client.crediting.attendance({
      activityId,
      only: 'effective',
      page,
      pageSize: PAGE_SIZE,
    });
    for (const row of answer.items.filter(({ effective, credited }) => effective && !credited)) {
      if (row.doubts.length > 0) {
        found.doubted += 1;
      } else {
        found.ids.push(row.learnerId);
      }
    }
    if (answer.items.length === 0 || page * PAGE_SIZE >= answer.total) {
      return found;
    }
  }
}
