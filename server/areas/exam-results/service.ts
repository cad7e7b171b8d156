import type { OutputOf, ParsedInputOf } from '@common/contract/endpoint';
import type { ExamResultRow, examResults } from '@common/contract/examResults';
import { distributionOf } from '@common/rules/itemAnalysis';
import type { ServedFile } from '../../http/call';
import type { Platform } from '../../platform';
import type { FullActivity } from '../activities/service';
import { peopleAmong, peopleOf } from '../attendance/people';
import type { ScoredAttempt } from '../exams/model';
import { maskedIdNo } from '../learners/presenter';
import type { Services } from '../services';
import { analyseItems } from './items';
import { type Taken, takenOf } from './taken';
import { resultsBook } from './workbook';

type List = OutputOf<typeof examResults.listExamResults>;
type Query = Omit<ParsedInputOf<typeof examResults.listExamResults>, 'activityId'>;
export type Statistics = OutputOf<typeof examResults.examStatistics>;

export interface ExamResultsService {
  /** Who has signed in, with the best score. */
  list(full: FullActivity, query: Query): Promise<List>;
  statistics(full: FullActivity): Promise<Statistics>;
  /** All of it as Excel. */
  exported(full: FullActivity): Promise<ServedFile>;
}

/** How many rows are looked up and opened at a time. */
const CHUNK = 500;

export function createExamResultsService({ cipher }: Platform, services: Services): ExamResultsService {
  /** Everybody who signed in or has an attempt, with what he has taken. */
  async function everybody<T extends ScoredAttempt>(
    { activity }: FullActivity,
    submittedOf: (activityId: string) => Promise<T[]>,
  ) {
    const id = String(activity._id);
    const [attendees, submitted] = await Promise.all([services.checkIns.attendeesOf(id), submittedOf(id)]);
    const taken = takenOf(submitted);
    return { taken, learnerIds: [...new Set([...attendees, ...taken.keys()])].sort() };
  }

  async function rowsOf(learnerIds: string[], taken: Map<string, Taken>): Promise<ExamResultRow[]> {
    const learners = await services.learners.many(learnerIds);
    const personOf = await peopleAmong(services, learners);
    return learnerIds.map((learnerId) => {
      const learner = learners.get(learnerId);
      const own = taken.get(learnerId);
      return {
        learnerId,
        ...personOf(learnerId),
        idNoMasked: learner ? maskedIdNo(cipher, learner) : '',
        tries: own?.tries ?? 0,
        best: own?.best.score ?? null,
        isPassed: own?.isPassed ?? false,
        submittedAt: own?.best.attempt.submittedAt?.toISOString() ?? null,
      };
    });
  }

  const IS: Record<Query['only'], (own: Taken | undefined) => boolean> = {
    all: () => true,
    passed: (own) => own?.isPassed === true,
    failed: (own) => own?.isPassed === false,
    notTaken: (own) => own === undefined,
  };

  async function statistics(full: FullActivity): Promise<Statistics> {
    const activityId = String(full.activity._id);
    const { taken, learnerIds } = await everybody(full, services.exams.submittedOf);
    const all = [...taken.values()];
    const scores = all.map(({ best }) => best.score);
    const versions = [...new Set(all.map(({ first }) => first.attempt.version))];
    const papers = await Promise.all(
      versions.map(async (version) => services.papers.version(activityId, version)),
    );
    return {
      attended: learnerIds.length,
      taken: all.length,
      passed: all.filter(({ isPassed }) => isPassed).length,
      average: scores.length > 0 ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
      highest: scores.length > 0 ? Math.max(...scores) : null,
      lowest: scores.length > 0 ? Math.min(...scores) : null,
      distribution: distributionOf(scores),
      items: analyseItems(
        papers,
        all.map(({ first }) => first),
      ),
    };
  }

  return {
    statistics,
    async list(full, { only, q, page, pageSize }) {
      const { taken, learnerIds } = await everybody(full, services.exams.scoresOf);
      const ofKind = learnerIds.filter((id) => IS[only](taken.get(id)));
      const personOf = q ? await peopleOf(services, ofKind) : null;
      const found = personOf ? ofKind.filter((id) => personOf(id).name.includes(q)) : ofKind;
      // The best first; who has not taken it last, each group in an order that stays.
      const ranked = found.toSorted(
        (a, b) => (taken.get(b)?.best.score ?? -1) - (taken.get(a)?.best.score ?? -1) || (a < b ? -1 : 1),
      );
      return {
        items: await rowsOf(ranked.slice((page - 1) * pageSize, page * pageSize), taken),
        ...{ total: ranked.length, page, pageSize },
        attended: learnerIds.length,
        taken: taken.size,
        passed: [...taken.values()].filter(({ isPassed }) => isPassed).length,
      };
    },
    async exported(full) {
      const { taken, learnerIds } = await everybody(full, services.exams.scoresOf);
      const rows: ExamResultRow[] = [];
      for (let from = 0; from < learnerIds.length; from += CHUNK) {
        rows.push(...(await rowsOf(learnerIds.slice(from, from + CHUNK), taken)));
      }
      return resultsBook(full, rows, await statistics(full));
    },
  };
}
