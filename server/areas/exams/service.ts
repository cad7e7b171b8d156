import type { ExamState } from '@common/terms';
import { Types } from 'mongoose';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import type { Services } from '../services';
import { createAttempts } from './attempts';
import { type AttemptDoc, attemptModel, type ScoredAttempt } from './model';
import { createStandings, type Standings } from './standing';
import { createTaking, type Taking } from './taking';
import { createVersionOf } from './versions';

/** Where a learner stands with the exam of an activity. */
export interface ExamStanding {
  state: ExamState;
  /** What to do, or why not. */
  words: string;
  /** Of 100; null without a submitted attempt. */
  best: number | null;
  /** Null: without limit. */
  triesLeft: number | null;
  /** Milliseconds. */
  opensAt: number;
  closesAt: number;
  openAttemptId: string | null;
}

/** What the other areas ask about exams. */
export interface ExamLookups {
  /** Of those of these activities that have a published paper, or had. `attended`: the ids of those that he signed into. */
  standings(
    learnerId: string,
    fulls: FullActivity[],
    attended: ReadonlySet<string>,
  ): Promise<Map<string, ExamStanding>>;
  /** Who has passed the exam of an activity, in any version. */
  passedOf(activityId: string): Promise<Set<string>>;
  /** Who can take the exam no more: no tries left, not passed. */
  failedOf(activityId: string): Promise<Set<string>>;
  /** All submitted attempts of an activity, for the statistics; in the order of their ids. */
  submittedOf(activityId: string): Promise<AttemptDoc[]>;
  /** The same without questions and answers, which are most of it. */
  scoresOf(activityId: string): Promise<ScoredAttempt[]>;
  countOf(activityId: string): Promise<number>;
  /** All attempts of a learner, for his own export. */
  ofLearner(learnerId: string): Promise<AttemptDoc[]>;
  /** Submits what is past its time with the answers that were saved. */
  sweep(): Promise<void>;
}

export interface ExamsService extends ExamLookups, Taking, Pick<Standings, 'view'> {}

/** 在线考试: from the drawing of a paper to its score. */
export function createExamsService(platform: Platform, services: Services): ExamsService {
  const Attempt = attemptModel(platform.mongo);
  const versionOf = createVersionOf(services);
  const attempts = createAttempts(platform, versionOf);
  const standings = createStandings(platform, services, attempts);
  const at = (activityId: string) => ({ activityId: new Types.ObjectId(activityId) });
  const submitted = (activityId: string) => ({ ...at(activityId), submittedAt: { $exists: true } });

  return {
    ...createTaking(platform, services, { attempts, standings, versionOf }),
    view: standings.view,
    standings: standings.standings,
    sweep: attempts.sweep,
    async passedOf(activityId) {
      const ids = await Attempt.distinct('learnerId', { ...at(activityId), isPassed: true });
      return new Set(ids.map(String));
    },
    async failedOf(activityId) {
      const last = (await services.papers.lastOf([activityId])).get(activityId);
      const tries = last?.paper.rules.tries ?? 0;
      if (tries === 0) {
        return new Set();
      }
      const rows = await Attempt.aggregate<{ _id: Types.ObjectId; submitted: number; passed: number }>([
        { $match: submitted(activityId) },
        {
          $group: {
            _id: '$learnerId',
            submitted: { $sum: 1 },
            passed: { $sum: { $cond: ['$isPassed', 1, 0] } },
          },
        },
        { $match: { submitted: { $gte: tries }, passed: 0 } },
      ]);
      return new Set(rows.map(({ _id }) => String(_id)));
    },
    submittedOf: async (activityId) => Attempt.find(submitted(activityId)).sort({ _id: 1 }).lean(),
    scoresOf: async (activityId) =>
      Attempt.find(submitted(activityId), { drawn: 0, answers: 0, right: 0 }).sort({ _id: 1 }).lean(),
    countOf: async (activityId) => Attempt.countDocuments(at(activityId)),
    ofLearner: async (learnerId) =>
      Attempt.find({ learnerId: new Types.ObjectId(learnerId) })
        .sort({ _id: 1 })
        .lean(),
  };
}
