import { allRows } from '../../../../api/allRows';
import { client } from '../../../../api/session';

/** Everyone with 规定学时, over all pages of 签到与撤离名单 (manual 002 §2.2). */
export async function fullHours(activityId: string): Promise<Set<string>> {
  const rows = await allRows((paging) => client.attendance.roster({ activityId, only: 'full', ...paging }));
  return new Set(rows.flatMap(({ learnerId }) => learnerId ?? []));
}
