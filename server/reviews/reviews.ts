import { NEEDS_REASON, nextReviewState, type ReviewRole, reviewMoves } from '@common/rules/review';
import type { ProjectLevel, ReviewMove } from '@common/terms';
import { type ClientSession, type Model, Types } from 'mongoose';
import type { Services } from '../areas/services';
import type { Actor } from '../http/call';
import { appError } from '../http/errors';
import type { Platform } from '../platform';
import type { ReviewFields, ReviewStepDoc } from './model';

/** A move as somebody makes it. */
export interface GivenMove {
  move: Exclude<ReviewMove, 'remove'>;
  actor: Actor;
  /** The version that he saw; without it whatever is stored. */
  version?: number;
  reason?: string;
  pages?: { page: string; reason: string }[];
}

/** What is reviewed: its fields, and who wrote it. */
export type Reviewed = ReviewFields & { _id: Types.ObjectId; unitId: Types.ObjectId };

export interface Reviews {
  /** The chain for a unit and level: the nearest authority above stands in for a level that has none. */
  chainFor(unitId: string, level: ProjectLevel): Promise<ReviewStepDoc[]>;
  /** The part that an actor has in something now. */
  roleOf(doc: Reviewed, actor: Pick<Actor, 'kind' | 'id'>): ReviewRole[];
  /** What an actor can do now. */
  movesOf(doc: Reviewed, actor: Pick<Actor, 'kind' | 'id'>): ReviewMove[];
  /**
   * Makes a move, once: a conditional update on the version. `steps` are needed to submit; `set` is stored with it.
   * @throws AppError REASON_REQUIRED, REVIEW_MOVED where somebody was faster, MOVE_REFUSED where this actor cannot now.
   */
  move<T extends Reviewed>(
    model: Model<T>,
    doc: T,
    given: GivenMove,
    more?: { steps?: ReviewStepDoc[]; set?: object; session?: ClientSession },
  ): Promise<T>;
}

const MOST_MOVES = 200;

export function createReviews({ clock }: Platform, services: Services): Reviews {
  function roleOf(doc: Reviewed, { kind, id }: Pick<Actor, 'kind' | 'id'>): ReviewRole[] {
    const last = doc.steps.at(-1);
    return [
      ...(kind === 'unit' && String(doc.unitId) === id ? (['applicant'] as const) : []),
      ...(doc.steps[doc.step]?.kind === kind && String(doc.waitingFor) === id ? (['reviewer'] as const) : []),
      ...(last && kind === 'authority' && String(last.ownerId) === id ? (['publisher'] as const) : []),
    ];
  }

  async function names(actor: Actor): Promise<{ byName: string; administratorName: string }> {
    const [owner, administrator] = await Promise.all([
      actor.kind === 'authority'
        ? services.regionsUnits.authority(actor.id)
        : services.regionsUnits.unit(actor.id),
      actor.administratorId ? services.administrators.get(actor.administratorId) : null,
    ]);
    return { byName: owner?.name ?? '', administratorName: administrator?.name ?? '' };
  }

  return {
    async chainFor(unitId, level) {
      const unit = await services.regionsUnits.unit(unitId);
      if (!unit) {
        throw appError('NOT_FOUND');
      }
      const { reviewChains } = await services.regionsUnits.settings(unit.regionCode);
      const steps: ReviewStepDoc[] = [];
      for (const step of reviewChains[level]) {
        if (step === 'unit') {
          steps.push({ step, kind: 'unit', ownerId: unit._id, ownerName: unit.name });
          continue;
        }
        const digits = { county: 6, city: 4, province: 2, nation: 0 }[step];
        const authority = await services.regionsUnits.authorityOver(unit.regionCode.slice(0, digits));
        if (authority && !steps.some(({ ownerId }) => ownerId.equals(authority._id))) {
          steps.push({ step, kind: 'authority', ownerId: authority._id, ownerName: authority.name });
        }
      }
      if (!steps.some(({ kind }) => kind === 'authority')) {
        throw appError('NO_REVIEWER');
      }
      return steps;
    },
    roleOf,
    movesOf(doc, actor) {
      return roleOf(doc, actor).flatMap((role) => reviewMoves(doc.state, role));
    },
    async move<T extends Reviewed>(
      model: Model<T>,
      doc: T,
      given: GivenMove,
      {
        steps = doc.steps,
        set = {},
        session,
      }: { steps?: ReviewStepDoc[]; set?: object; session?: ClientSession } = {},
    ): Promise<T> {
      const { move, actor, version = doc.version, reason = '', pages = [] } = given;
      if (NEEDS_REASON.includes(move) && !reason.trim() && pages.length === 0) {
        throw appError('REASON_REQUIRED', { message: '请填写原因', field: 'reason' });
      }
      if (version !== doc.version) {
        throw appError('REVIEW_MOVED');
      }
      const at = { step: doc.step, steps: doc.steps.length };
      const state = roleOf(doc, actor)
        .map((role) => nextReviewState(doc.state, role, move, at))
        .find((target) => target !== null);
      if (!state || state === 'removed') {
        throw appError('MOVE_REFUSED');
      }
      const step = move === 'submit' ? 0 : move === 'pass' && state === 'waiting' ? doc.step + 1 : doc.step;
      const waitingFor = state === 'waiting' ? steps[step]?.ownerId : undefined;
      const now = new Date(clock.now());
      const entry = {
        move,
        at: now,
        ...(await names(actor)),
        ...(actor.administratorId && { administratorId: new Types.ObjectId(actor.administratorId) }),
        reason: reason.trim(),
        pages,
      };
      const moved = await model
        .findOneAndUpdate(
          { _id: doc._id, version: doc.version, state: doc.state } as object,
          {
            $set: {
              ...set,
              state,
              step,
              steps,
              ...(waitingFor && { waitingFor }),
              ...(move === 'submit' ? { submittedAt: now } : { decidedAt: now }),
            },
            ...(!waitingFor && { $unset: { waitingFor: 1 } }),
            $inc: { version: 1 },
            $push: { moves: { $each: [entry], $slice: -MOST_MOVES } },
          } as object,
          { returnDocument: 'after', session },
        )
        .lean();
      if (!moved) {
        throw appError('REVIEW_MOVED');
      }
      return moved as T;
    },
  };
}
