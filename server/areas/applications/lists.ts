import type { ApplicationRow, applications } from '@common/contract/applications';
import type { ParsedInputOf } from '@common/contract/endpoint';
import { type QueryFilter, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { literally } from '../../platform/mongo';
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
}

type Filter = QueryFilter<ApplicationDoc>;

export function createLists({ Application, viewer, rows }: ApplicationsWorkshop): Lists {
  async function pageOf(
    filter: Filter,
    sort: Record<string, 1 | -1>,
    actor: Pick<Actor, 'kind' | 'id'>,
    { page, pageSize }: { page: number; pageSize: number },
  ): Promise<Page> {
    const [found, total] = await Promise.all([
      Application.find(filter)
        .sort(sort)
        .skip((page - 1) * pageSize)
        .limit(pageSize)
        .lean(),
      Application.countDocuments(filter),
    ]);
    return { items: await rows(found, actor), total };
  }

  return {
    list: async (unitId, { q, kind, state, year, ...paging }) =>
      pageOf(
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
      return pageOf(
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
  };
}

/** Characters of the name or the leader. */
const matching = (q: string): Filter =>
  q ? { $or: [{ 'form.basics.name': literally(q) }, { 'form.leader.name': literally(q) }] } : {};
