import type { CreditRole, CreditState } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { inPieces } from '../../platform/inPieces';
import type { Paging } from '../../platform/mongo';
import type { Services } from '../services';
import type { CreditStanding } from './ledger';
import { type CreditEntryDoc, creditEntryModel } from './model';
import { COUNTED } from './statistics';

/** Which of an activity's credits. */
export interface GrantFilter {
  role?: CreditRole;
  state?: CreditState;
  /** Only of these; of nobody where it is empty. */
  learnerIds?: string[];
}

/** Who has the credits of activities. */
export interface ActivityGrants {
  /** Persons with the credit, and with it reviewed, by activity; activities without any are absent. */
  creditedCounts(activityIds: string[]): Promise<Map<string, { credited: number; reviewed: number }>>;
  /** A page, the latest day first, with how many there are and what they add up to without the revoked ones (hundredths). */
  activityGrants(
    activityId: string,
    filter: GrantFilter,
    paging: Paging,
  ): Promise<{ rows: CreditStanding[]; total: number; credits: number }>;
  /** Everybody who was ever granted it. */
  grantedLearners(activityId: string): Promise<string[]>;
  /** All of them, `size` at a time. */
  activityGrantsInPieces(
    activityId: string,
    filter: GrantFilter,
    size: number,
  ): AsyncIterable<CreditStanding[]>;
}

const oid = (id: string) => new Types.ObjectId(id);
const ofActivities = (ids: string[]) => ({
  sourceKind: 'activity' as const,
  sourceId: ids.length === 1 ? oid(String(ids[0])) : { $in: ids.map(oid) },
});

export function createActivityGrants({ mongo }: Platform, services: Services): ActivityGrants {
  const CreditEntry = creditEntryModel(mongo);

  /** The batches of these activities, each by how far it is. */
  async function batchesOf(activityIds: string[]) {
    const found = await CreditEntry.aggregate<{ _id: Types.ObjectId }>([
      { $match: ofActivities(activityIds) },
      { $group: { _id: '$creditingId' } },
    ]);
    const states = await services.crediting.states(found.map(({ _id }) => String(_id)));
    const those = (isWanted: (state: { reviewed: boolean; isReturned: boolean }) => boolean) =>
      found.flatMap(({ _id }) => {
        const state = states.get(String(_id));
        return state && isWanted(state) ? [_id] : [];
      });
    return {
      reviewed: those(({ reviewed }) => reviewed),
      returned: those(({ reviewed, isReturned }) => !reviewed && isReturned),
    };
  }

  /** One line a grant, with its state as `CreditStanding` has it. */
  async function withStates(activityId: string, { role, state, learnerIds }: GrantFilter) {
    const { reviewed, returned } = await batchesOf([activityId]);
    return [
      {
        $match: {
          ...ofActivities([activityId]),
          ...(role && { role }),
          ...(learnerIds && { learnerId: { $in: learnerIds.map(oid) } }),
        },
      },
      {
        $group: {
          _id: { learnerId: '$learnerId', role: '$role', round: '$round' },
          grantId: { $max: { $cond: [{ $eq: ['$kind', 'grant'] }, '$_id', null] } },
          creditingId: { $max: '$creditingId' },
          activityDate: { $max: '$activityDate' },
          entries: { $sum: COUNTED },
          credits: { $sum: '$credits' },
        },
      },
      {
        $project: {
          grantId: 1,
          activityDate: 1,
          credits: 1,
          state: {
            $cond: [
              { $lte: ['$entries', 0] },
              'revoked',
              {
                $cond: [
                  { $in: ['$creditingId', reviewed] },
                  'reviewed',
                  { $cond: [{ $in: ['$creditingId', returned] }, 'returned', 'pending'] },
                ],
              },
            ],
          },
        },
      },
      ...(state ? [{ $match: { state } }] : []),
    ];
  }

  return {
    async creditedCounts(activityIds) {
      const { reviewed } = await batchesOf(activityIds);
      const isReviewed = { $in: ['$creditingId', reviewed] };
      const rows = await CreditEntry.aggregate<{ _id: Types.ObjectId; credited: number; reviewed: number }>([
        { $match: ofActivities(activityIds) },
        {
          $group: {
            _id: { sourceId: '$sourceId', learnerId: '$learnerId' },
            credited: { $sum: COUNTED },
            reviewed: { $sum: { $cond: [isReviewed, COUNTED, 0] } },
          },
        },
        {
          $group: {
            _id: '$_id.sourceId',
            credited: { $sum: { $cond: [{ $gt: ['$credited', 0] }, 1, 0] } },
            reviewed: { $sum: { $cond: [{ $gt: ['$reviewed', 0] }, 1, 0] } },
          },
        },
      ]);
      return new Map(rows.map(({ _id, ...counts }) => [String(_id), counts]));
    },
    async activityGrants(activityId, filter, { page, pageSize }) {
      const found = await withStates(activityId, filter);
      const [shown, [sum]] = await Promise.all([
        CreditEntry.aggregate<{ grantId: Types.ObjectId }>([
          ...found,
          { $sort: { activityDate: -1, grantId: -1 } },
          { $skip: (page - 1) * pageSize },
          { $limit: pageSize },
        ]),
        CreditEntry.aggregate<{ total: number; credits: number }>([
          ...found,
          { $group: { _id: null, total: { $sum: 1 }, credits: { $sum: '$credits' } } },
        ]),
      ]);
      const ids = shown.map(({ grantId }) => String(grantId));
      const standings = await services.credits.standings({ ids });
      const byId = new Map(standings.map((standing) => [String(standing.entry._id), standing]));
      return {
        rows: ids.flatMap((id) => byId.get(id) ?? []),
        total: sum?.total ?? 0,
        credits: sum?.credits ?? 0,
      };
    },
    grantedLearners: async (activityId) =>
      (await CreditEntry.distinct('learnerId', ofActivities([activityId]))).map(String),
    async *activityGrantsInPieces(activityId, { role, state, learnerIds }, size) {
      const rows = CreditEntry.find({
        ...ofActivities([activityId]),
        kind: 'grant',
        ...(role && { role }),
        ...(learnerIds && { learnerId: { $in: learnerIds.map(oid) } }),
      })
        .sort({ learnerId: 1, role: 1, round: 1 })
        .lean()
        .cursor({ batchSize: size });
      for await (const piece of inPieces<CreditEntryDoc>(rows, size)) {
        const standings = await services.credits.standingsOf(piece);
        yield standings.filter((standing) => !state || standing.state === state);
      }
    },
  };
}
