import type { CreditSummary } from '@common/contract/credits';
import { creditTotals } from '@common/rules/credits';
import { yearOf } from '@common/rules/shanghaiTime';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type CreditEntryDoc, creditEntryModel } from './model';

/** Where an entry came from and how far it got, for the learner's list of activities. */
export interface CreditRowSource {
  activityId: string;
  reviewed: boolean;
  waitingFor: string | null;
}

export interface CreditsService {
  /** The learner's credits of a year, pending ones included. */
  summary(learnerId: string, year?: number): Promise<CreditSummary>;
  sourcesOf(learnerId: string): Promise<CreditRowSource[]>;
  /** Which of these learners have an activity's credit. */
  creditedOf(activityId: string): Promise<Set<string>>;
  /** Writes entries; all or none within the given transaction. */
  write(entries: CreditEntryDoc[], session: ClientSession): Promise<void>;
  learnersOf(creditingId: string): Promise<string[]>;
}

export function createCreditsService({ mongo, clock }: Platform, services: Services): CreditsService {
  const CreditEntry = creditEntryModel(mongo);

  async function withSources(entries: CreditEntryDoc[]) {
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
      const unit = learner && (await services.regionsUnits.unit(String(learner.unitId)));
      if (!learner || !unit) {
        throw appError('NOT_FOUND');
      }
      const thisYear = yearOf(clock.now());
      const year = given ?? thisYear;
      const ofLearner = { learnerId: learner._id };
      const [entries, years, settings] = await Promise.all([
        CreditEntry.find({ ...ofLearner, year })
          .sort({ activityDate: -1, _id: -1 })
          .lean(),
        CreditEntry.distinct('year', ofLearner),
        services.regionsUnits.settings(unit.regionCode),
      ]);
      const rows = await withSources(entries);
      return {
        year,
        years: [...new Set([thisYear, ...(years as number[])])].sort((a, b) => b - a),
        required: settings.annualCredits,
        totals: creditTotals(rows.map(({ entry, review }) => ({ ...entry, reviewed: review.reviewed }))),
        items: rows.map(({ entry, full, review }) => ({
          id: String(entry._id),
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
        })),
      };
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
