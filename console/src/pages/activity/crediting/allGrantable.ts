import { allRows } from '../../../api/allRows';
import { client } from '../../../api/session';

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
  const rows = await allRows((paging) =>
    client.crediting.attendance({ activityId, only: 'effective', ...paging }),
  );
  const grantable = rows.filter(({ effective, credited }) => effective && !credited);
  const ids = grantable.filter(({ doubts }) => doubts.length === 0).map(({ learnerId }) => learnerId);
  return { ids, doubted: grantable.length - ids.length };
}
