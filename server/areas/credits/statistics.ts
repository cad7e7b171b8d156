import type { CreditClass, ProjectLevel, StatisticGroup } from '@common/terms';
import { type QueryFilter, Types } from 'mongoose';
import type { Platform } from '../../platform';
import { inPieces } from '../../platform/inPieces';
import type { Services } from '../services';
import { type CreditEntryDoc, creditEntryModel } from './model';

/** Whose credits, and which of them. */
export interface CreditScope {
  /** Of the people that were of this unit when they got them. */
  unitId?: string;
  /** Of the people of a region, GB/T 2260 without trailing zeros; all where it is empty. */
  regionCode?: string;
  year?: number;
  creditClass?: CreditClass;
  level?: ProjectLevel;
}

/** Sums of grants and their revocations. Hundredths and minutes. */
export interface CreditSum {
  persons: number;
  entries: number;
  credits: number;
  minutes: number;
}
/** `key` as the ledger has it: an id, a name, a code, a year; empty where it has none. */
export type CreditGroup = CreditSum & { key: string };

/** The ledger added up. Revoked credits are in no sum: their counter entries take them out. */
export interface CreditStatistics {
  /** By unit, department, discipline, class or year: what has most credits first. Read from the store as it is asked for. */
  creditGroups(scope: CreditScope, by: StatisticGroup): AsyncIterable<CreditGroup>;
  /** Hundredths that are not reviewed yet, by key. */
  pendingCredits(scope: CreditScope, by: StatisticGroup): Promise<Map<string, number>>;
  creditTotal(scope: CreditScope): Promise<CreditSum>;
  /** Years with credits, newest first. */
  creditYears(scope: CreditScope): Promise<number[]>;
  countGrants(scope: CreditScope): Promise<number>;
  /** All grants, `size` at a time, county by county and year by year. */
  grantsInPieces(scope: CreditScope, size: number): AsyncIterable<CreditEntryDoc[]>;
}

const FIELDS: Record<StatisticGroup, string> = {
  unit: '$unitId',
  department: '$department',
  discipline: '$disciplineCode',
  creditClass: '$creditClass',
  year: '$year',
};
/** A grant counts one, its revocation takes it away. */
export const COUNTED = { $cond: [{ $eq: ['$kind', 'grant'] }, 1, -1] };

export function createCreditStatistics({ mongo }: Platform, services: Services): CreditStatistics {
  const CreditEntry = creditEntryModel(mongo);
  const keyOf = (value: unknown) => (value === null || value === undefined ? '' : String(value));

  /** A county is asked for exactly, as the index likes it; a region above it as a range, in which all its counties lie. */
  const within = (regionCode: string): QueryFilter<CreditEntryDoc> => ({
    regionCode: regionCode.length === 6 ? regionCode : { $gte: regionCode, $lt: `${regionCode}:` },
  });
  const filterOf = ({ unitId, regionCode, ...exact }: CreditScope): QueryFilter<CreditEntryDoc> => ({
    ...(unitId && { unitId: new Types.ObjectId(unitId) }),
    ...(regionCode && within(regionCode)),
    ...Object.fromEntries(Object.entries(exact).filter(([, value]) => value !== undefined)),
  });

  /** Each person once a group, with what he has there. */
  const perPerson = (scope: CreditScope, key: unknown) => [
    { $match: filterOf(scope) },
    {
      $group: {
        _id: { key, learnerId: '$learnerId' },
        entries: { $sum: COUNTED },
        credits: { $sum: '$credits' },
        minutes: { $sum: '$minutes' },
      },
    },
  ];
  const ADDED_UP = {
    persons: { $sum: { $cond: [{ $gt: ['$entries', 0] }, 1, 0] } },
    entries: { $sum: '$entries' },
    credits: { $sum: '$credits' },
    minutes: { $sum: '$minutes' },
  };

  return {
    async *creditGroups(scope, by) {
      const rows = CreditEntry.aggregate<CreditSum & { _id: unknown }>([
        ...perPerson(scope, FIELDS[by]),
        { $group: { _id: '$_id.key', ...ADDED_UP } },
        { $match: { entries: { $gt: 0 } } },
        { $sort: { credits: -1, _id: 1 } },
      ]).cursor({ batchSize: 500 });
      for await (const { _id, ...sum } of rows) {
        yield { key: keyOf(_id), ...sum };
      }
    },
    async pendingCredits(scope, by) {
      const creditingId = {
        $in: (await services.crediting.unreviewedIds()).map((id) => new Types.ObjectId(id)),
      };
      const rows = await CreditEntry.aggregate<{ _id: unknown; credits: number }>([
        { $match: { ...filterOf(scope), creditingId } },
        { $group: { _id: FIELDS[by], credits: { $sum: '$credits' } } },
      ]);
      return new Map(rows.map(({ _id, credits }) => [keyOf(_id), credits]));
    },
    async creditTotal(scope) {
      const [total] = await CreditEntry.aggregate<CreditSum & { _id: null }>([
        ...perPerson(scope, null),
        { $group: { _id: null, ...ADDED_UP } },
      ]);
      const { persons = 0, entries = 0, credits = 0, minutes = 0 } = total ?? {};
      return { persons, entries, credits, minutes };
    },
    async creditYears(scope) {
      const rows = await CreditEntry.aggregate<{ _id: number }>([
        { $match: filterOf(scope) },
        { $group: { _id: '$year', entries: { $sum: COUNTED } } },
        { $match: { entries: { $gt: 0 } } },
      ]);
      return rows.map(({ _id }) => _id).sort((a, b) => b - a);
    },
    countGrants: async (scope) => CreditEntry.countDocuments({ ...filterOf(scope), kind: 'grant' }),
    async *grantsInPieces(scope, size) {
      const rows = CreditEntry.find({ ...filterOf(scope), kind: 'grant' })
        .sort(scope.unitId ? { unitId: 1, year: 1 } : { regionCode: 1, year: 1 })
        .lean()
        .cursor({ batchSize: size });
      yield* inPieces<CreditEntryDoc>(rows, size);
    },
  };
}
