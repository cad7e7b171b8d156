import type { AttemptResult, AttemptView, GivenAnswer } from '@common/contract/exams';
import { drawPaper } from '@common/rules/examDraw';
import { deadlineOf, reviewHindrance } from '@common/rules/examStanding';
import { examHours } from '@common/rules/taskHours';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { briefly } from '../../platform/briefly';
import { isDuplicate } from '../../platform/mongo';
import { periodsOf } from '../activities/presenter';
import type { Services } from '../services';
import type { Attempts } from './attempts';
import { acceptAnswers } from './marking';
import { type AttemptDoc, attemptModel } from './model';
import { insistMayStart, insistOpen } from './policy';
import { presentAttempt, presentResult } from './presenter';
import type { FoundStanding, Standings } from './standing';
import type { VersionOf } from './versions';

/** All answers so far. */
export interface GivenAnswers {
  attemptId: string;
  revision: number;
  answers: GivenAnswer[];
}

export interface Taking {
  /** Begins an attempt, or goes on with the one that is open. @throws AppError as the contract lists. */
  start(learnerId: string, activityId: string): Promise<AttemptView>;
  /** @throws AppError NOT_FOUND, EXAM_SUBMITTED. */
  attempt(learnerId: string, attemptId: string): Promise<AttemptView>;
  /** Keeps the answers where they are newer; answers what is kept. @throws AppError as the contract lists. */
  save(learnerId: string, given: GivenAnswers): Promise<{ revision: number; serverTime: string }>;
  /** @throws AppError NOT_FOUND, NOT_DRAWN. */
  submit(learnerId: string, given: GivenAnswers): Promise<AttemptResult>;
  /** @throws AppError NOT_FOUND, EXAM_NOT_SUBMITTED. */
  result(learnerId: string, attemptId: string): Promise<AttemptResult>;
}

/** How old the names and rules behind a result may be: a hall submits in the same minute. */
const SEEN_AFTER_MS = 2_000;

export function createTaking(
  { mongo, clock, random }: Platform,
  services: Services,
  { attempts, standings, versionOf }: { attempts: Attempts; standings: Standings; versionOf: VersionOf },
): Taking {
  const Attempt = attemptModel(mongo);
  const pictureUrl: Services['papers']['pictureUrl'] = (id) => services.papers.pictureUrl(id);
  const examOf = briefly(clock, SEEN_AFTER_MS, async (activityId: string) => {
    const [full, lasts] = await Promise.all([
      services.activities.get(activityId),
      services.papers.lastOf([activityId]),
    ]);
    return { full, last: lasts.get(activityId) };
  });

  async function view(attempt: AttemptDoc): Promise<AttemptView> {
    const [version, { full }] = await Promise.all([versionOf(attempt), examOf(String(attempt.activityId))]);
    return presentAttempt(attempt, version, full, pictureUrl, clock.now());
  }

  function newAttempt(
    learnerId: string,
    { full, last, attempts: rows, standing }: FoundStanding,
  ): AttemptDoc {
    const { paper } = last;
    const now = clock.now();
    const seed = random.bytes(4).readUInt32BE();
    const drawn = drawPaper(
      paper.questions.map(({ options }) => options.length),
      paper.rules,
      seed,
    );
    return {
      _id: new Types.ObjectId(),
      activityId: full.activity._id,
      learnerId: new Types.ObjectId(learnerId),
      tryNumber: Math.max(0, ...rows.map(({ tryNumber }) => tryNumber)) + 1,
      version: paper.version,
      seed,
      drawn: drawn.flatMap(({ question, order }) => {
        const asked = paper.questions[question];
        return asked ? [{ question: asked._id, order }] : [];
      }),
      answers: [],
      revision: 0,
      startedAt: new Date(now),
      deadline: new Date(deadlineOf(paper.rules, now, standing.closesAt)),
    };
  }

  /**
   * @param used Attempts of this learner so far.
   * @param hasPassed In any of them.
   * @param isTaking One of them is open.
   */
  async function present(
    attempt: AttemptDoc,
    { used, ...facts }: { used: number; hasPassed: boolean; isTaking: boolean },
  ): Promise<AttemptResult> {
    const [version, { full, last }] = await Promise.all([
      versionOf(attempt),
      examOf(String(attempt.activityId)),
    ]);
    // As they are now: what the unit publishes later holds for all.
    const rules = last?.paper.rules ?? version.paper.rules;
    const hours = examHours(rules, periodsOf(full.activity));
    const triesLeft = rules.tries === 0 ? null : Math.max(0, rules.tries - used);
    const isEnded = hours !== null && clock.now() > hours.to;
    const reviewWords = reviewHindrance(rules.answersShown, { ...facts, triesLeft, isEnded });
    return presentResult(attempt, version, full, pictureUrl, { triesLeft, reviewWords });
  }

  async function presentStored(attempt: AttemptDoc): Promise<AttemptResult> {
    const rows = await attempts.of(String(attempt.learnerId), [String(attempt.activityId)]);
    const hasPassed = rows.some(({ isPassed }) => isPassed);
    const isTaking = rows.some(({ submittedAt }) => !submittedAt);
    return present(attempt, { used: rows.length, hasPassed, isTaking });
  }

  const accept = async (attempt: AttemptDoc, { answers, revision }: GivenAnswers) => ({
    answers: acceptAnswers(await versionOf(attempt), attempt.drawn, answers),
    revision,
  });

  async function start(learnerId: string, activityId: string): Promise<AttemptView> {
    const found = await standings.find(learnerId, activityId);
    const open = found.attempts.find(({ submittedAt }) => !submittedAt);
    if (open) {
      return view(open);
    }
    insistMayStart(found.standing, found.last.isClosed);
    const attempt = newAttempt(learnerId, found);
    try {
      await Attempt.create(attempt);
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      // His other phone, or a second tap, was first: that one is gone on with.
      return start(learnerId, activityId);
    }
    return view(attempt);
  }

  return {
    start,
    async attempt(learnerId, attemptId) {
      const attempt = await attempts.own(learnerId, attemptId);
      if (attempt.submittedAt) {
        throw appError('EXAM_SUBMITTED');
      }
      return view(attempt);
    },
    async save(learnerId, given) {
      const attempt = await attempts.own(learnerId, given.attemptId);
      insistOpen(attempt);
      const sent = await accept(attempt, given);
      // Not newer, which changes nothing, or submitted meanwhile.
      const kept = (await attempts.save(attempt, sent))
        ? { ...attempt, ...sent }
        : await attempts.own(learnerId, given.attemptId);
      insistOpen(kept);
      return { revision: kept.revision, serverTime: new Date(clock.now()).toISOString() };
    },
    async submit(learnerId, given) {
      const attempt = await attempts.own(learnerId, given.attemptId);
      if (attempt.submittedAt) {
        return presentStored(attempt);
      }
      const submitted = await attempts.submit(attempt, await accept(attempt, given));
      // It was the open one, so it is the last, and none before was passed.
      const hasPassed = submitted.isPassed ?? false;
      return present(submitted, { used: submitted.tryNumber, hasPassed, isTaking: false });
    },
    async result(learnerId, attemptId) {
      const attempt = await attempts.own(learnerId, attemptId);
      if (!attempt.submittedAt) {
        throw appError('EXAM_NOT_SUBMITTED');
      }
      return presentStored(attempt);
    },
  };
}
