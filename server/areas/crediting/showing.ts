import type { CreditingRow, crediting } from '@common/contract/crediting';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { dayOf } from '@common/rules/shanghaiTime';
import { isValidObjectId, type QueryFilter, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { literally, pageOf } from '../../platform/mongo';
import type { Services } from '../services';
import { type CreditingDoc, creditingModel } from './model';
import { maySee, type Viewer } from './policy';
import { presentRow } from './presenter';
import { type BatchDoc, type CreditingBrief, type States, UNDER_REVIEW, WITHOUT_PEOPLE } from './states';

type Query = ParsedInputOf<typeof crediting.listCreditings>;

/** Batches as somebody sees them. */
export interface Showing {
  /** @throws AppError FORBIDDEN for an authority that is gone. */
  viewerOf(actor: Actor): Promise<Viewer>;
  /** One that the viewer may see. @throws AppError NOT_FOUND. */
  find(viewer: Viewer, creditingId: string): Promise<BatchDoc>;
  /** One that the caller may see. @throws AppError NOT_FOUND. */
  visible(creditingId: string, actor: Actor): Promise<CreditingBrief>;
  row(batch: BatchDoc, viewer: Viewer): Promise<CreditingRow>;
  list(viewer: Viewer, query: Query): Promise<OutputOf<typeof crediting.listCreditings>>;
}

/** What is worked off, by its day; the rest by when it was granted. */
const BY_DUE_DAY: readonly Query['state'][] = ['mine', 'late', 'waiting'];

export function createShowing(
  { mongo, clock }: Platform,
  services: Services,
  statesOf: States['statesOf'],
): Showing {
  const Crediting = creditingModel(mongo);

  async function viewerOf({ kind, id }: Actor): Promise<Viewer> {
    const authority = kind === 'authority' ? await services.regionsUnits.authority(id) : null;
    if (kind === 'authority' && !authority) {
      throw appError('FORBIDDEN');
    }
    return { kind, id, authority };
  }

  async function find(viewer: Viewer, creditingId: string): Promise<BatchDoc> {
    const batch = isValidObjectId(creditingId)
      ? await Crediting.findById(creditingId).select(WITHOUT_PEOPLE).lean()
      : null;
    if (!batch || !maySee(viewer, batch)) {
      throw appError('NOT_FOUND');
    }
    return batch;
  }

  async function rows(batches: BatchDoc[], viewer: Viewer): Promise<CreditingRow[]> {
    const [activities, reviews] = await Promise.all([
      services.activities.many(batches.map(({ activityId }) => String(activityId))),
      statesOf(batches),
    ]);
    const today = dayOf(clock.now());
    return batches.flatMap((batch) => {
      const full = activities.get(String(batch.activityId));
      const review = reviews.get(String(batch._id));
      return full ? presentRow(batch, { full, viewer, review, today }) : [];
    });
  }

  return {
    viewerOf,
    find,
    visible: async (creditingId, actor) => find(await viewerOf(actor), creditingId),
    async row(batch, viewer) {
      const [row] = await rows([batch], viewer);
      if (!row) {
        throw appError('NOT_FOUND');
      }
      return row;
    },
    async list(viewer, { state, kind, activityId, q = '', page, pageSize }) {
      const scope: QueryFilter<CreditingDoc> = viewer.authority
        ? { regions: viewer.authority.regionCode }
        : { unitId: new Types.ObjectId(viewer.id) };
      const mine = { waitingFor: new Types.ObjectId(viewer.id) };
      const late = { ...scope, ...UNDER_REVIEW, reviewDueOn: { $ne: null, $lt: dayOf(clock.now()) } };
      const inState = (): QueryFilter<CreditingDoc> => {
        if (state === 'mine') {
          return mine;
        }
        if (state === 'waiting') {
          // Those from which everybody was revoked wait for nobody.
          return { ...scope, ...UNDER_REVIEW };
        }
        return state === 'late' ? late : { ...scope, ...(state !== 'all' && { state }) };
      };
      const filter: QueryFilter<CreditingDoc> = {
        ...inState(),
        ...(kind && { kind }),
        ...(activityId && { activityId: new Types.ObjectId(activityId) }),
        ...(q && { searched: literally(q) }),
      };
      const order: Record<string, 1 | -1> = BY_DUE_DAY.includes(state)
        ? { reviewDueOn: 1, _id: 1 }
        : { grantedAt: -1, _id: -1 };
      const [found, mineCount, lateCount] = await Promise.all([
        pageOf(Crediting, filter, order, { page, pageSize }, WITHOUT_PEOPLE),
        Crediting.countDocuments(mine),
        Crediting.countDocuments(late),
      ]);
      return {
        items: await rows(found.rows, viewer),
        total: found.total,
        ...{ page, pageSize, mine: mineCount, late: lateCount },
      };
    },
  };
}
