import type { Watching } from '@common/contract/onlineClasses';
import {
  beginClass,
  type OnlineClassEvent,
  type OnlineClassRefusal,
  promptPoints,
  stepClass,
} from '@common/rules/onlineClass';
import type { Direction } from '@common/terms';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { Platform } from '../../platform';
import { isDuplicate, tryAgain } from '../../platform/mongo';
import type { Services } from '../services';
import type { Entering, OpenClass } from './entering';
import { type OnlineClassDoc, type OnlineWatchingDoc, onlineWatchingModel } from './model';
import { presentWatching } from './presenter';

/** A learner and the course that he follows. */
export interface Study {
  learnerId: string;
  activityId: string;
  courseId: string;
}

export interface Studying {
  /**
   * Begins or goes on, on the phone of this key; the first time within a holding period is a 签到.
   * @throws AppError CLASS_ELSEWHERE, LEARNER_NOT_APPROVED, ENROLMENT_REQUIRED and those of `Entering.open`.
   */
  open(study: Study, key: string): Promise<Watching>;
  /**
   * With the last one it is a 撤离, once, and the learner is told.
   * @throws AppError CLASS_ELSEWHERE, NOT_FOUND for one who has not begun, and those of `Entering`.
   */
  beat(study: Study, key: string, isPlaying: boolean): Promise<Watching>;
  /** The last answer may finish it as well. @throws AppError PROMPT_OVER, NOT_FOUND and those of `Entering`. */
  answer(study: Study, promptKey: string): Promise<Watching>;
}

const ATTEMPTS = 5;
const FINENESS = 1_000_000;
const MINUTE_MS = 60_000;
const REFUSALS = { elsewhere: 'CLASS_ELSEWHERE', promptOver: 'PROMPT_OVER' } as const;

/** Somebody else wrote this state first. */
class Overtaken extends Error {}

/** Watching, beat by beat: what each is worth is `common/rules/onlineClass`. */
export function createStudying(platform: Platform, services: Services, entering: Entering): Studying {
  const { mongo, clock, random } = platform;
  const Row = onlineWatchingModel(mongo);

  const ofStudy = ({ learnerId, courseId }: Study) => ({
    courseId: new Types.ObjectId(courseId),
    learnerId: new Types.ObjectId(learnerId),
  });

  /** The row of one who begins; a second tap, or another phone, finds the one that is there. */
  async function begin(study: Study, key: string, { requiredSeconds, prompts }: OnlineClassDoc) {
    const his = ofStudy(study);
    const draws = Array.from({ length: prompts }, () => random.int(FINENESS) / FINENESS);
    const now = clock.now();
    const row = {
      activityId: new Types.ObjectId(study.activityId),
      state: beginClass(now, key, promptPoints(requiredSeconds * 1000, draws)),
      version: 0,
      signedInFor: 0,
      begunAt: new Date(now),
    };
    await Row.updateOne(his, { $setOnInsert: row }, { upsert: true }).catch((error: unknown) => {
      if (!isDuplicate(error)) {
        throw error;
      }
    });
  }

  /** Once for its key, however often it is asked for. */
  async function checkIn(
    { full, doc }: OpenClass,
    row: OnlineWatchingDoc,
    direction: Direction,
    once: string,
  ) {
    await services.checkIns.record({
      activityId: full.activity._id,
      courseId: doc.courseId,
      learnerId: row.learnerId,
      direction,
      at: new Date(clock.now()),
      periodMs: MINUTE_MS,
      method: 'online',
      claim: `online:${doc.courseId}:${row.learnerId}:${once}`,
    });
  }

  async function leave(open: OpenClass, row: OnlineWatchingDoc, courseName: string) {
    await checkIn(open, row, 'out', 'out');
    await services.notifications.tell(String(row.learnerId), {
      key: `online-done-${row.courseId}-${row.learnerId}`,
      kind: 'checkIn',
      title: '线上课程已学完',
      lines: [courseName, `${open.full.project.name}，签到和撤离已记录`],
      page: 'pages/credits/index',
    });
  }

  async function once(study: Study, event: OnlineClassEvent): Promise<Watching> {
    const open = await entering.open(study.activityId, study.courseId);
    const row = await Row.findOne(ofStudy(study)).lean();
    if (!row) {
      throw appError('NOT_FOUND', { message: '请先打开课程再学习' });
    }
    const { state, refusal } = stepClass(row.state, event, open.doc.requiredSeconds * 1000);
    const isSignedIn = row.signedInFor === open.period.from || refusal !== null;
    const isNewlyDone = state.isDone && !row.state.isDone;
    const shown = presentWatching(open.full, open.doc, { state }, clock.now());
    // The records come first: who stops between them and the state makes them again, and they are there once.
    if (!isSignedIn) {
      await checkIn(open, row, 'in', `in:${open.period.from}`);
    }
    if (isNewlyDone) {
      // He may have given his place away since he began.
      await entering.insistAdmitted(study.learnerId, study.activityId);
      await leave(open, row, shown.courseName);
    }
    const { modifiedCount } = await Row.updateOne(
      { _id: row._id, version: row.version },
      {
        $set: {
          state,
          version: row.version + 1,
          ...(!isSignedIn && { signedInFor: open.period.from }),
          ...(isNewlyDone && { doneAt: new Date(clock.now()) }),
        },
      },
    );
    if (modifiedCount === 0) {
      throw new Overtaken();
    }
    return insistTaken(shown, refusal);
  }

  const take = async (study: Study, eventNow: () => OnlineClassEvent) => {
    try {
      return await tryAgain(
        async () => once(study, eventNow()),
        (error) => error instanceof Overtaken,
        ATTEMPTS,
      );
    } catch (error) {
      throw error instanceof Overtaken ? appError('STORE_UNAVAILABLE') : error;
    }
  };

  return {
    async open(study, key) {
      const { doc } = await entering.open(study.activityId, study.courseId);
      await entering.insistAdmitted(study.learnerId, study.activityId);
      await begin(study, key, doc);
      return take(study, () => ({ type: 'open', at: clock.now(), key }));
    },
    beat: async (study, key, isPlaying) =>
      take(study, () => ({
        type: 'beat',
        at: clock.now(),
        key,
        isPlaying,
        promptKey: random.bytes(9).toString('base64url'),
      })),
    answer: async (study, promptKey) => take(study, () => ({ type: 'answer', at: clock.now(), promptKey })),
  };
}

/** @throws AppError CLASS_ELSEWHERE or PROMPT_OVER. */
function insistTaken(shown: Watching, refusal: OnlineClassRefusal | null): Watching {
  if (refusal) {
    throw appError(REFUSALS[refusal]);
  }
  return shown;
}
