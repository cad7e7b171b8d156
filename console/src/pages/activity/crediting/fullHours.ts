import { client } from '../../../api/session';

const PAGE_SIZE = 200;

/** Everyone with 规定学时, over all pages of 签到与撤离名单 (manual 002 §2.2). */
export async function fullHours(activityId: string): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let page = 1; ; page++) {
    const answer = await client.attendance.roster({ activityId, only: 'full', page, pageSize: PAGE_SIZE });
    for (const { learnerId } of answer.items) {
      if (learnerId !== null) {
        ids.add(learnerId);
      }
    }
    if (answer.items.length === 0 || page * PAGE_SIZE >= answer.total) {
      return ids;
    }
  }
}
