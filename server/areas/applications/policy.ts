/** Who sees an application. For everybody else it does not exist: NOT_FOUND, never FORBIDDEN. */
import { type QueryFilter, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import type { ApplicationDoc } from './model';

/** A unit or authority with the code of its county or region. */
export type Viewer = Pick<Actor, 'kind' | 'id'> & { regionCode: string };
export type ReviewTab = 'waiting' | 'toPublish' | 'published' | 'decided' | 'all';
type Filter = QueryFilter<ApplicationDoc>;

/** Its own unit; and once it is handed in, the authorities over the unit. A draft is nobody else's business. */
export const sees = (viewer: Viewer): Filter =>
  viewer.kind === 'unit' ? { unitId: idOf(viewer) } : { regions: viewer.regionCode };

/** What a reviewer can name in a decision: also what was taken back since he saw it. */
export const mayDecide = (viewer: Viewer): Filter =>
  viewer.kind === 'unit'
    ? sees(viewer)
    : { $or: [{ regions: viewer.regionCode }, { 'steps.ownerId': idOf(viewer) }] };

/** The tabs of 项目审核. */
export function inTab(viewer: Viewer, tab: ReviewTab): Filter {
  const me = idOf(viewer);
  const isUnit = viewer.kind === 'unit';
  switch (tab) {
    case 'waiting':
      return { waitingFor: me };
    case 'toPublish':
      return { ...(isUnit ? sees(viewer) : { publisherId: me }), state: 'approved' };
    case 'published':
      return { ...sees(viewer), state: 'published' };
    case 'decided':
      return { ...sees(viewer), decidedBy: me, waitingFor: { $ne: me } };
    case 'all':
      return isUnit ? { ...sees(viewer), state: { $ne: 'draft' } } : sees(viewer);
  }
}

/** Whether the applicant may read what the experts wrote: once it is decided. */
export const showsOpinions = ({ kind }: Viewer, { state }: Pick<ApplicationDoc, 'state'>): boolean =>
  kind === 'authority' || (state !== 'draft' && state !== 'waiting');

const idOf = ({ id }: Viewer) => new Types.ObjectId(id);
