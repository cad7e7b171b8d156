import type { attendance, SwipeRow } from '@common/contract/attendance';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { normaliseName } from '@common/rules/personName';
import type { FullActivity } from '../activities/service';
import type { SwipeFilter } from '../check-ins/swipes';
import type { Services } from '../services';
import { peopleOf } from './people';
import { presentSwipe } from './presenter';

type Query = Omit<ParsedInputOf<typeof attendance.listSwipes>, 'activityId'>;

/** 考勤明细. */
export interface Listing {
  /** A page, the latest first; `persons` of all that is found. */
  listSwipes(
    full: FullActivity,
    query: Query,
  ): Promise<{ items: SwipeRow[]; total: number; persons: number }>;
}

export function createListing(services: Services): Listing {
  /** Those of the activity whose name has these characters. */
  async function named(activityId: string, q: string): Promise<string[]> {
    const people = await services.learners.briefs(await services.checkIns.attendeesOf(activityId));
    const wanted = normaliseName(q).toLowerCase();
    return [...people].flatMap(([id, { name }]) => (name.toLowerCase().includes(wanted) ? [id] : []));
  }

  return {
    async listSwipes(full, { q, learnerId, page, pageSize, ...narrowed }) {
      const activityId = String(full.activity._id);
      const names = q ? await named(activityId, q) : null;
      const filter: SwipeFilter = {
        ...narrowed,
        ...(names && { learnerIds: names }),
        ...(learnerId && { learnerIds: (names ?? [learnerId]).filter((id) => id === learnerId) }),
      };
      const { rows, ...counts } = await services.checkIns.swipes(activityId, filter, { page, pageSize });
      const personOf = await peopleOf(
        services,
        rows.map((row) => String(row.learnerId)),
      );
      return { items: rows.map((row) => presentSwipe(full, row, personOf(row.learnerId))), ...counts };
    },
  };
}
