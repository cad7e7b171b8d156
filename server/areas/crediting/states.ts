import { type QueryFilter, Types } from 'mongoose';
import type { Actor } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type CreditingDoc, creditingModel } from './model';

/** Whether a batch is reviewed, and whom it waits for: the unit that holds it, while it is returned. */
export interface ReviewState {
  reviewed: boolean;
  isReturned: boolean;
  waitingFor: string | null;
  returnReason: string | null;
}

/** A batch without the people in it, who may be thousands. */
export type BatchDoc = Omit<CreditingDoc, 'chosen'>;
/** What leaves them out of a query. */
export const WITHOUT_PEOPLE = '-chosen';

/** A batch as other areas see it. */
export type CreditingBrief = Pick<
  CreditingDoc,
  | '_id'
  | 'activityId'
  | 'unitId'
  | 'kind'
  | 'state'
  | 'activityDate'
  | 'persons'
  | 'revokedPersons'
  | 'excepted'
  | 'reviewDueOn'
> & { analysisId?: CreditingDoc['analysisId'] };

/** What the other areas ask about batches. */
export interface States {
  /** Whether batches are reviewed, and whom they wait for. */
  states(creditingIds: string[]): Promise<Map<string, ReviewState>>;
  /** The same of batches at hand. */
  statesOf(rows: StateFields[]): Promise<Map<string, ReviewState>>;
  /** Which authority approved batches, and when; those that are not approved are absent. */
  approvalsOf(creditingIds: string[]): Promise<Map<string, { by: string; at: Date }>>;
  /** The batches of an activity, the latest first. */
  ofActivity(activityId: string): Promise<CreditingBrief[]>;
  /** Batches that wait: of an authority for itself, of a unit for its authority. */
  countWaiting(actor: Pick<Actor, 'kind' | 'id'>): Promise<number>;
  /** Batches that came back to a unit for change. */
  countReturned(unitId: string): Promise<number>;
  /** Ids of all batches that are not reviewed yet: what 未审核 adds up from. */
  unreviewedIds(): Promise<string[]>;
}

type StateFields = Pick<CreditingDoc, '_id' | 'unitId' | 'state' | 'waitingFor' | 'returnReason'>;

/** Somewhere there is always one, even where it has not been opened here. */
const SOMEBODY_ABOVE = '上级卫生行政部门';

/** Under review: those from which everybody was revoked have no day any more. */
export const UNDER_REVIEW = {
  state: 'waiting',
  reviewDueOn: { $ne: null },
} satisfies QueryFilter<CreditingDoc>;

export function createStates({ mongo }: Platform, services: Services): States {
  const Crediting = creditingModel(mongo);

  async function statesOf(rows: StateFields[]): Promise<Map<string, ReviewState>> {
    const authorityIds = rows.flatMap(({ state, waitingFor }) =>
      state === 'waiting' && waitingFor ? String(waitingFor) : [],
    );
    const unitIds = rows.flatMap(({ state, unitId }) =>
      state === 'returned' || state === 'writing' ? String(unitId) : [],
    );
    const [authorities, units] = await Promise.all([
      services.regionsUnits.authorityNames([...new Set(authorityIds)]),
      services.regionsUnits.units([...new Set(unitIds)]),
    ]);
    const waitingFor = (row: StateFields): string | null => {
      if (row.state === 'approved') {
        return null;
      }
      return row.state === 'waiting'
        ? (authorities.get(String(row.waitingFor)) ?? SOMEBODY_ABOVE)
        : (units.get(String(row.unitId))?.name ?? null);
    };
    return new Map(
      rows.map((row) => [
        String(row._id),
        {
          reviewed: row.state === 'approved',
          isReturned: row.state === 'returned',
          waitingFor: waitingFor(row),
          returnReason: (row.state === 'returned' && row.returnReason) || null,
        },
      ]),
    );
  }

  return {
    statesOf,
    states: async (creditingIds) =>
      statesOf(
        await Crediting.find({ _id: { $in: creditingIds } })
          .select('unitId state waitingFor returnReason')
          .lean(),
      ),
    async approvalsOf(creditingIds) {
      const rows = await Crediting.find({ _id: { $in: creditingIds }, state: 'approved' })
        .select('reviewedAt reviewedBy')
        .lean();
      return new Map(
        rows.flatMap(({ _id, reviewedAt, reviewedBy = '' }) =>
          reviewedAt ? [[String(_id), { by: reviewedBy, at: reviewedAt }] as const] : [],
        ),
      );
    },
    ofActivity: async (activityId) =>
      Crediting.find({ activityId: new Types.ObjectId(activityId) })
        .select(WITHOUT_PEOPLE)
        .sort({ grantedAt: -1, _id: -1 })
        .lean(),
    countWaiting: async ({ kind, id }) =>
      Crediting.countDocuments(
        kind === 'authority'
          ? { waitingFor: new Types.ObjectId(id) }
          : { unitId: new Types.ObjectId(id), ...UNDER_REVIEW },
      ),
    countReturned: async (unitId) => Crediting.countDocuments({ waitingFor: new Types.ObjectId(unitId) }),
    async unreviewedIds() {
      const rows = await Crediting.find(
        { state: { $in: ['writing', 'waiting', 'returned'] } },
        { _id: 1 },
      ).lean();
      return rows.map(({ _id }) => String(_id));
    },
  };
}
