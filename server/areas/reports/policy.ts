import type { ReviewMove } from '@common/terms';
import type { Actor } from '../../http/call';
import type { AuthorityDoc } from '../regions-units/model';
import type { ReportDoc } from './model';

/** Who asks: a unit, or an authority with its region. */
export type Viewer = Pick<Actor, 'kind' | 'id'> & { authority: AuthorityDoc | null };

export const isOwn = ({ kind, id }: Pick<Viewer, 'kind' | 'id'>, { unitId }: Pick<ReportDoc, 'unitId'>) =>
  kind === 'unit' && String(unitId) === id;

/** A unit its own; an authority those of its region, and what came to it while the unit still lay there. */
export const maySee = (viewer: Viewer, report: Pick<ReportDoc, 'unitId' | 'regions' | 'steps'>): boolean =>
  isOwn(viewer, report) ||
  (viewer.authority !== null &&
    (report.regions.includes(viewer.authority.regionCode) ||
      report.steps.some(({ ownerId }) => viewer.authority?._id.equals(ownerId))));

/** What is still being written is the unit's own business; that it is late is not. */
export const mayRead = (viewer: Viewer, report: Pick<ReportDoc, 'unitId' | 'state'>): boolean =>
  isOwn(viewer, report) || report.state !== 'draft';

/** The moves that a report knows: each activity has exactly one, which is neither removed nor refused for good. */
export const REPORT_MOVES: readonly ReviewMove[] = ['submit', 'withdraw', 'pass', 'return'];
