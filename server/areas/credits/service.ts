import type { CreditRow, CreditSummary } from '@common/contract/credits';
import { creditTotals } from '@common/rules/credits';
import { yearOf } from '@common/rules/shanghaiTime';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { ReviewState } from '../crediting/service';
import type { Services } from '../services';
import { type CreditEntryDoc, creditEntryModel } from './model';

/** Where an entry came from and how far it got, for the learner's list of activities. */
export interface CreditRowSource {
  activityId: string;
  reviewed: boolean;
  waitingFor: string | null;
}

/** An entry with what it was earned by and how far its batch is. */
interface SourcedEntry {
  entry: CreditEntryDoc;
  full: FullActivity;
  review: ReviewState;
}

export interface CreditsService {
  /** The learner's credits of a year, pending ones included. */
  summary(learnerId: string, year?: number): Promise<CreditSummary>;
  /** The learner's credits of all years, the latest activity first. */
  allOf(learnerId: string): Promise<CreditRow[]>;
  sourcesOf(learnerId: string): Promise<CreditRowSource[]>;
  /** Which of these learners have an activity's credit. */
  creditedOf(activityId: string): Promise<Set<string>>;
  /** Writes entries; all or none within the given transaction. */
  write(entries: CreditEntryDoc[], session: ClientSession): Promise<void>;
  learnersOf(creditingId: string): Promise<string[]>;
}

export function createCreditsService({ mongo, clock }: Platform, services: Services): CreditsService {
  const CreditEntry = creditEntryModel(mongo);

  async function withSources(entries: CreditEntryDoc[]): Promise<SourcedEntry[]> {
    const [activities, reviews] = await Promise.all([
      services.activities.many(entries.map(({ sourceId }) => String(sourceId))),
      services.crediting.states(entries.map(({ creditingId }) => String(creditingId))),
    ]);
    return entries.flatMap((entry) => {
      const full = activities.get(String(entry.sourceId));
      const review = reviews.get(String(entry.creditingId));
      return full && review ? [{ entry, full, review }] : [];
    });
  }

  return {
    async summary(learnerId, given) {
      const learner = await services.learners.get(learnerId);
      if (!learner) {
        throw appError('NOT_FOUND');
      }
      // Whoever waits for his unit to be added is under the national requirement meanwhile.
      const unit = learner.unitId ? await services.regionsUnits.unit(String(learner.unitId)) : null;
      const thisYear = yearOf(clock.now());
      const year = given ?? thisYear;
      const ofLearner = { learnerId: learner._id };
      const [entries, years, settings] = await Promise.all([
        CreditEntry.find({ ...ofLearner, year })
          .sort({ activityDate: -1, _id: -1 })
          .lean(),
        CreditEntry.distinct('year', ofLearner),
        services.regionsUnits.settings(unit?.regionCode ?? ''),
      ]);
      const rows = await withSources(entries);
      return {
        year,
        years: [...new Set([thisYear, ...(years as number[])])].sort((a, b) => b - a),
        required: settings.annualCredits,
        totals: creditTotals(rows.map(({ entry, review }) => ({ ...entry, reviewed: review.reviewed }))),
        items: rows.map(presentRow),
      };
    },
    async allOf(learnerId) {
      const entries = await CreditEntry.find({ learnerId: new Types.ObjectId(learnerId) })
        .sort({ activityDate: -1, _id: -1 })
        .lean();
      return (await withSources(entries)).map(presentRow);
    },
    async sourcesOf(learnerId) {
      const rows = await withSources(
        await CreditEntry.find({ learnerId: new Types.ObjectId(learnerId) }).lean(),
      );
      return rows.map(({ entry, review }) => ({ activityId: String(entry.sourceId), ...review }));
    },
    async creditedOf(activityId) {
      const ids = await CreditEntry.distinct('learnerId', {
        sourceKind: 'activity',
        sourceId: new Types.ObjectId(activityId),
      });
      return new Set(ids.map(String));
    },
    async write(entries, session) {
      await CreditEntry.insertMany(entries, { session });
    },
    async learnersOf(creditingId) {
      const ids = await CreditEntry.distinct('learnerId', { creditingId: new Types.ObjectId(creditingId) });
      return ids.map(String);
    },
  };
}

function presentRow({ entry, full, review }: SourcedEntry): CreditRow {
  return {
    id: String(entry._id),
    activityId: String(full.activity._id),
    activityDate: entry.activityDate,
    projectNumber: full.project.number,
    activityName: full.project.name,
    unitName: full.unit.name,
    level: full.project.level,
    creditClass: entry.creditClass,
    credits: entry.credits,
    minutes: entry.minutes,
    reviewed: review.reviewed,
    waitingFor: review.waitingFor,
  };
}
