import type { ExamView } from '@common/contract/exams';
import { examStanding } from '@common/rules/examStanding';
import { examHours } from '@common/rules/taskHours';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { PaperVersionDoc } from '../papers/model';
import type { Services } from '../services';
import type { Attempts } from './attempts';
import type { AttemptDoc } from './model';
import { presentExam } from './presenter';
import type { ExamLookups, ExamStanding } from './service';

/** A paper that was published, and whether it was closed since. */
interface LastPaper {
  paper: PaperVersionDoc;
  isClosed: boolean;
}

/** Where a learner stands with one exam, with what that was found from. */
export interface FoundStanding {
  full: FullActivity;
  last: LastPaper;
  attempts: AttemptDoc[];
  standing: ExamStanding;
}

export interface Standings extends Pick<ExamLookups, 'standings'> {
  /** @throws AppError NOT_FOUND, EXAM_NONE. */
  find(learnerId: string, activityId: string): Promise<FoundStanding>;
  /** 参加考试 of an activity. @throws AppError NOT_FOUND, EXAM_NONE. */
  view(learnerId: string, activityId: string): Promise<ExamView>;
}

export function createStandings({ clock }: Platform, services: Services, attempts: Attempts): Standings {
  /** Null for an activity without holding periods: it has no hours. */
  function standingOf(
    { activity }: FullActivity,
    { paper, isClosed }: LastPaper,
    rows: readonly AttemptDoc[],
    isAttended: boolean,
  ): ExamStanding | null {
    const hours = examHours(paper.rules, periodsOf(activity));
    if (!hours) {
      return null;
    }
    const open = rows.find(({ submittedAt }) => !submittedAt);
    const standing = examStanding({
      now: clock.now(),
      hours,
      isClosed,
      isAttended,
      rules: paper.rules,
      attempts: rows.map(({ submittedAt, deadline, score = 0, isPassed = false }) =>
        submittedAt
          ? { isOpen: false, score, isPassed }
          : { isOpen: true, deadline: deadline?.getTime() ?? null },
      ),
    });
    return {
      ...standing,
      opensAt: hours.from,
      closesAt: hours.to,
      openAttemptId: open ? String(open._id) : null,
    };
  }

  async function find(learnerId: string, activityId: string): Promise<FoundStanding> {
    const [full, lasts, rows, checkIns] = await Promise.all([
      services.activities.get(activityId),
      services.papers.lastOf([activityId]),
      attempts.of(learnerId, [activityId]),
      services.checkIns.ofLearner(learnerId, activityId),
    ]);
    const last = lasts.get(activityId);
    const standing = last && standingOf(full, last, rows, checkIns.length > 0);
    if (!last || !standing) {
      throw appError('EXAM_NONE');
    }
    return { full, last, attempts: rows, standing };
  }

  return {
    find,
    async view(learnerId, activityId) {
      const { full, last, attempts: rows, standing } = await find(learnerId, activityId);
      const { completion } = await services.regionsUnits.settings(full.unit.regionCode);
      return presentExam(full, last.paper, standing, rows, completion.isExamRequired);
    },
    async standings(learnerId, fulls, attended) {
      const ids = fulls.map(({ activity }) => String(activity._id));
      const lasts = await services.papers.lastOf(ids);
      const rows = lasts.size > 0 ? await attempts.of(learnerId, [...lasts.keys()]) : [];
      return new Map(
        fulls.flatMap((full) => {
          const { _id } = full.activity;
          const last = lasts.get(String(_id));
          const own = rows.filter(({ activityId }) => activityId.equals(_id));
          const standing = last && standingOf(full, last, own, attended.has(String(_id)));
          return standing ? [[String(_id), standing] as const] : [];
        }),
      );
    },
  };
}
