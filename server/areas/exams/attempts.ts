import { isTimeOver, SUBMISSION_GRACE_MS } from '@common/rules/examStanding';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isCollision, tryAgain } from '../../platform/mongo';
import { mark } from './marking';
import { type AttemptDoc, attemptModel } from './model';
import type { VersionOf } from './versions';

/** Answers as a phone sent them, accepted; `revision` says how new they are. */
export interface Sent {
  answers: AttemptDoc['answers'];
  revision: number;
}

export interface Attempts {
  /** One's own; past its time it is submitted now. @throws AppError NOT_FOUND, also for another learner's. */
  own(learnerId: string, attemptId: string): Promise<AttemptDoc>;
  /** Those of a learner at some activities, in their order; what was past its time is submitted now. */
  of(learnerId: string, activityIds: readonly string[]): Promise<AttemptDoc[]>;
  /**
   * Submits, exactly once: of two at once one counts, and both answer what is stored. After its time only what was saved counts.
   */
  submit(attempt: AttemptDoc, sent?: Sent): Promise<AttemptDoc>;
  /** Keeps answers; false where those that are kept are as new, or it was submitted meanwhile. */
  save(attempt: AttemptDoc, sent: Sent): Promise<boolean>;
  sweep(): Promise<void>;
}

/** So many are submitted by one sweep; who looks at his own does not wait for it. */
const SWEPT_AT_ONCE = 500;
/** Of a write that meets another one of the same attempt. */
const TRIES = 5;
const OPEN = { submittedAt: { $exists: false } };

export function createAttempts({ mongo, clock, log }: Platform, versionOf: VersionOf): Attempts {
  const Attempt = attemptModel(mongo);

  const isOverdue = ({ submittedAt, deadline }: AttemptDoc) =>
    !submittedAt && isTimeOver(deadline?.getTime() ?? null, clock.now());

  // By the driver itself: all of it was made here, and casting it again costs four times the parsing of request and answer.
  async function write(
    { _id }: AttemptDoc,
    filter: { revision: number | { $lt: number } },
    $set: Partial<AttemptDoc>,
  ): Promise<boolean> {
    const update = async () => Attempt.collection.updateOne({ _id, ...OPEN, ...filter }, { $set });
    const { matchedCount } = await tryAgain(update, isCollision, TRIES);
    return matchedCount === 1;
  }

  async function submit(attempt: AttemptDoc, sent?: Sent): Promise<AttemptDoc> {
    if (attempt.submittedAt) {
      return attempt;
    }
    const isTimedOut = isOverdue(attempt);
    const isNewer = sent && !isTimedOut && sent.revision > attempt.revision;
    const { answers, revision } = isNewer ? sent : attempt;
    const outcome = {
      answers,
      revision,
      ...mark(await versionOf(attempt), attempt.drawn, answers),
      isTimedOut,
      // However late somebody looks at it, it was over at its deadline.
      submittedAt: isTimedOut && attempt.deadline ? attempt.deadline : new Date(clock.now()),
    };
    if (await write(attempt, { revision: attempt.revision }, outcome)) {
      return { ...attempt, ...outcome };
    }
    // Submitted meanwhile, or answers were saved that must count.
    return submit(await find({ _id: attempt._id }), sent);
  }

  async function find(filter: { _id: Types.ObjectId; learnerId?: Types.ObjectId }): Promise<AttemptDoc> {
    const attempt = await Attempt.findOne(filter).lean();
    if (!attempt) {
      throw appError('NOT_FOUND');
    }
    return attempt;
  }

  const settled = async (attempt: AttemptDoc) => (isOverdue(attempt) ? submit(attempt) : attempt);

  return {
    submit,
    save: async (attempt, { answers, revision }) =>
      write(attempt, { revision: { $lt: revision } }, { answers, revision }),
    own: async (learnerId, attemptId) =>
      settled(await find({ _id: new Types.ObjectId(attemptId), learnerId: new Types.ObjectId(learnerId) })),
    async of(learnerId, activityIds) {
      const rows = await Attempt.find({
        learnerId: new Types.ObjectId(learnerId),
        activityId: { $in: activityIds.map((id) => new Types.ObjectId(id)) },
      })
        .sort({ tryNumber: 1 })
        .lean();
      return Promise.all(rows.map(settled));
    },
    async sweep() {
      const before = new Date(clock.now() - SUBMISSION_GRACE_MS);
      const overdue = await Attempt.find({ ...OPEN, deadline: { $lt: before } })
        .sort({ deadline: 1 })
        .limit(SWEPT_AT_ONCE)
        .lean();
      for (const attempt of overdue) {
        // One that cannot be marked must not keep the others from it.
        await submit(attempt).catch((err) =>
          log.error({ err, attempt: String(attempt._id) }, 'attempt not submitted'),
        );
      }
    },
  };
}
