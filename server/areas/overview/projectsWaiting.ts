import type { Actor } from '../../http/call';
import type { Services } from '../services';

const ONE = { q: '', page: 1, pageSize: 1 } as const;

/** What waits for somebody's review in 项目审核 and 举办申请审核, as the lists there count it; changes among the activities. */
export async function countReviews({ applications, activities }: Services, actor: Actor) {
  const [projects, held, changes] = await Promise.all([
    applications.reviewList(actor, { ...ONE, show: 'waiting' }),
    activities.listReviews(actor.id, { ...ONE, show: 'waiting' }),
    activities.listReviews(actor.id, { ...ONE, show: 'changes' }),
  ]);
  return { waitingApplications: projects.total, waitingActivities: held.total + changes.total };
}

/** What came back to a unit for change. */
export async function countReturned({ applications, activities }: Services, unitId: string) {
  const [projects, held] = await Promise.all([
    applications.list(unitId, { ...ONE, kind: 'all', state: 'returned' }),
    activities.list(unitId, { ...ONE, state: 'returned' }),
  ]);
  return { returnedApplications: projects.total, returnedActivities: held.total };
}
