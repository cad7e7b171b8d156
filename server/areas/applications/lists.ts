import type { ApplicationRow, applications } from '@common/contract/applications';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { type QueryFilter, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { literally, type Paging, pageOf } from '../../platform/mongo';
import type { ApplicationDoc } from './model';
import { inTab } from './policy';
import type { ApplicationsWorkshop } from './workshop';

interface Page {
  items: ApplicationRow[];
  total: number;
}

export interface Lists {
  /** A unit's own, the latest changed first. */
  list(unitId: string, query: ParsedInputOf<typeof applications.listApplications>): Promise<Page>;
  /** 项目审核: what waits, the longest waiting first; what is over, the latest first. */
  reviewList(actor: Actor, query: ParsedInputOf<typeof applications.listApplicationReviews>): Promise<Page>;
  /** What waits for a unit's 科教 department or an authority. */
  countWaiting(actor: Actor): Promise<number>;
  /** What came back to a unit for change. */
  countReturned(unitId: string): Promise<number>;
}

type Filter = QueryFilter<ApplicationDoc>;

export function createLists({ Application, viewer, rows }: ApplicationsWorkshop): Lists {
  async function found(
    filter: Filter,
    sort: Record<string, 1 | -1>,
    actor: Pick<Actor, 'kind' | 'id'>,
    paging: Paging,
  ): Promise<Page> {
    const page = await pageOf(Application, filter, sort, paging);
    return { items: await rows(page.rows, actor), total: page.total };
  }

  return {
    list: async (unitId, { q, kind, state, year, ...paging }) =>
      found(
        {
          unitId: new Types.ObjectId(unitId),
          ...(kind !== 'all' && { kind }),
          ...(state !== 'all' && { state }),
          ...(year && { year }),
          ...matching(q),
        },
        { updatedAt: -1, _id: -1 },
        { kind: 'unit', id: unitId },
        paging,
      ),
    async reviewList(actor, { q, show, level, year, ...paging }) {
      const isQueue = show === 'waiting' || show === 'toPublish';
      const order = isQueue ? 1 : -1;
      return found(
        {
          ...inTab(await viewer(actor), show),
          ...(level && { level }),
          ...(year && { year }),
          ...matching(q),
        },
        { submittedAt: order, _id: order },
        actor,
        paging,
      );
    },
    countWaiting: async (actor) => Application.countDocuments(inTab(await viewer(actor), 'waiting')),
    countReturned: async (unitId) =>
      Application.countDocuments({ unitId: new Types.ObjectId(unitId), state: 'returned' }),
  };
}

/** Characters of the name or the leader. */
const matching = (q: string): Filter =>
  q ? { $or: [{ 'form.basics.name': literally(q) }, { 'form.leader.name': literally(q) }] } : {};
