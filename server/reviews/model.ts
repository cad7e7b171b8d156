import type { ReviewMove, ReviewState, ReviewStep } from '@common/terms';
import { Schema, type Types } from 'mongoose';

/** A step of the chain with whoever has it, as it was when the thing was handed in. */
export interface ReviewStepDoc {
  step: ReviewStep;
  kind: 'unit' | 'authority';
  ownerId: Types.ObjectId;
  ownerName: string;
}

/** One move: who, when, why. Never edited. */
export interface ReviewMoveDoc {
  move: ReviewMove;
  at: Date;
  /** The unit's or authority's name, and the administrator's. */
  byName: string;
  administratorName: string;
  administratorId?: Types.ObjectId;
  reason: string;
  /** What to change, page by page. */
  pages: { page: string; reason: string }[];
}

/** What every collection of reviewed things has beside its own. */
export interface ReviewFields {
  state: ReviewState;
  steps: ReviewStepDoc[];
  /** The present one, from 0. */
  step: number;
  /** Whose turn it is: a unit or an authority; set while waiting. */
  waitingFor?: Types.ObjectId;
  /** Counts moves and edits: who decides names the one that he saw. */
  version: number;
  submittedAt?: Date;
  decidedAt?: Date;
  moves: ReviewMoveDoc[];
}

const objectId = Schema.Types.ObjectId;

/** To be spread into the schema; index `{ waitingFor: 1, submittedAt: 1 }` for the reviewers' lists. */
export const reviewSchema = {
  state: { type: String, required: true },
  steps: {
    type: [
      {
        _id: false,
        step: { type: String, required: true },
        kind: { type: String, required: true },
        ownerId: { type: objectId, required: true },
        ownerName: { type: String, required: true },
      },
    ],
    default: (): ReviewStepDoc[] => [],
  },
  step: { type: Number, default: 0 },
  waitingFor: objectId,
  version: { type: Number, default: 0 },
  submittedAt: Date,
  decidedAt: Date,
  moves: {
    type: [
      {
        _id: false,
        move: { type: String, required: true },
        at: { type: Date, required: true },
        byName: { type: String, required: true },
        administratorName: { type: String, default: '' },
        administratorId: objectId,
        reason: { type: String, default: '' },
        pages: { type: [{ _id: false, page: String, reason: String }], default: [] },
      },
    ],
    default: (): ReviewMoveDoc[] => [],
  },
};
