import type { CreditableRow, crediting } from '@common/contract/crediting';
import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import { daysUntil, grantDueOn, isGrantLate, isGrantOpen } from '@common/rules/creditingDue';
import { isoSpanOf } from '@common/rules/periods';
import { dayOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { AnalysisBrief } from '../analyses/reading';
import type { Services } from '../services';
import { creditingModel } from './model';

type Query = ParsedInputOf<typeof crediting.listCreditable>;

/** 项目参加者授分. */
export interface Creditable {
  /** A unit's activities that have begun; those in which something is left to grant first, by their day. */
  listCreditable(unitId: string, query: Query): Promise<OutputOf<typeof crediting.listCreditable>>;
}

/** What a unit's batches of an activity add up to. */
interface Sum {
  batches: number;
  persons: number;
  excepted: string[];
  /** By which analyses they were granted; by hand none. */
  analyses: string[];
}
const NOTHING: Sum = { batches: 0, persons: 0, excepted: [], analyses: [] };

export function createCreditable({ mongo, clock }: Platform, services: Services): Creditable {
  const Crediting = creditingModel(mongo);

  /** Participants with the credit, and who was unchecked with a reason, by activity. */
  async function sumsOf(unitId: string): Promise<Map<string, Sum>> {
    const sums = await Crediting.aggregate<{
      _id: Types.ObjectId;
      batches: number;
      persons: number;
      excepted: Types.ObjectId[][];
      analyses: (Types.ObjectId | null)[];
    }>([
      { $match: { unitId: new Types.ObjectId(unitId), kind: { $ne: 'lecturers' } } },
      {
        $group: {
          _id: '$activityId',
          batches: { $sum: 1 },
          persons: { $sum: { $subtract: ['$persons', '$revokedPersons'] } },
          excepted: { $push: '$excepted.learnerId' },
          analyses: { $addToSet: { $ifNull: ['$analysisId', null] } },
        },
      },
    ]);
    return new Map(
      sums.map(({ _id, excepted, analyses, ...counts }) => [
        String(_id),
        { ...counts, excepted: [...new Set(excepted.flat().map(String))], analyses: analyses.map(String) },
      ]),
    );
  }

  /** Effective by an analysis, without the credit. */
  async function uncreditedBy(activityId: string, analysis: AnalysisBrief): Promise<string[]> {
    const [effective, credited] = await Promise.all([
      services.analyses.effectiveOf(String(analysis._id)),
      services.credits.creditedOf(activityId),
    ]);
    return [...effective.keys()].filter((id) => !credited.has(id));
  }

  /** How many are left to be granted to by the last analysis, without those unchecked. */
  async function leftOf(activityId: string, analysis: AnalysisBrief | undefined, sum: Sum): Promise<number> {
    if (!analysis) {
      return 0;
    }
    // Whom one batch left out another may have credited.
    const areApart = sum.excepted.length === 0 || sum.batches === 1;
    if (areApart && sum.analyses.every((id) => id === String(analysis._id))) {
      return Math.max(0, analysis.counts.effective - sum.persons - sum.excepted.length);
    }
    // Whom another analysis credited may be left out by this one: the numbers alone would hide somebody.
    const excepted = new Set(sum.excepted);
    return (await uncreditedBy(activityId, analysis)).filter((id) => !excepted.has(id)).length;
  }

  return {
    async listCreditable(unitId, { show, q, page, pageSize }) {
      const now = clock.now();
      const today = dayOf(now);
      const begun = await services.activities.begunOf(unitId, now, q);
      const ids = begun.map(({ activity }) => String(activity._id));
      const [attended, latest, counts, sums, unit] = await Promise.all([
        services.checkIns.attendedCounts(ids),
        services.analyses.latestOf(ids),
        services.analyses.countsOf(ids),
        sumsOf(unitId),
        services.regionsUnits.unit(unitId),
      ]);
      const { credit } = await services.regionsUnits.settings(unit?.regionCode ?? '');
      const all = await Promise.all(
        begun.map(async (full) => {
          const id = String(full.activity._id);
          const sum = sums.get(id) ?? NOTHING;
          return {
            ...{ id, full, credited: sum.persons },
            attended: attended.get(id) ?? 0,
            left: await leftOf(id, latest.get(id), sum),
            dueOn: grantDueOn(periodsOf(full.activity), credit.grantDays, now),
          };
        }),
      );
      const late = all.filter((one) => isGrantLate(one, today));
      const open = all.filter((one) => isGrantOpen(one, today)).sort(soonestFirst);
      const rest = all.filter((one) => !isGrantOpen(one, today)).sort(latestFirst);
      const found = { open, late: late.sort(soonestFirst), all: [...open, ...rest] }[show];
      const items = await Promise.all(
        found
          .slice((page - 1) * pageSize, page * pageSize)
          .map(async ({ id, full, dueOn, attended: came, credited }): Promise<CreditableRow> => {
            const analysis = latest.get(id);
            return {
              ...presentActivity(full),
              attended: came,
              analyses: counts.get(id) ?? 0,
              credited,
              grantable: analysis ? (await uncreditedBy(id, analysis)).length : 0,
              dueOn,
              daysLeft: dueOn && credited === 0 ? daysUntil(today, dueOn) : null,
            };
          }),
      );
      return { items, total: found.length, page, pageSize, late: late.length };
    },
  };
}

function presentActivity({ activity, project }: FullActivity) {
  const periods = periodsOf(activity);
  return {
    activityId: String(activity._id),
    projectNumber: project.number,
    term: activity.term,
    name: project.name,
    ...isoSpanOf(periods),
    creditClass: project.creditClass,
    credits: project.credits,
  };
}

interface Ordered {
  id: string;
  dueOn: string | null;
}
/** What is still going on comes last: its days have not begun. */
const NEVER = '9999-12-31';
const dayAndId = ({ dueOn, id }: Ordered) => `${dueOn ?? NEVER} ${id}`;
const soonestFirst = (a: Ordered, b: Ordered) => (dayAndId(a) < dayAndId(b) ? -1 : 1);
const latestFirst = (a: Ordered, b: Ordered) => soonestFirst(b, a);
