import type { CreditClass, CreditingKind, CreditingState } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';

/** One person of a batch, as chosen: what he gets. */
export interface ChosenDoc {
  learnerId: Types.ObjectId;
  /** Hundredths. */
  credits: number;
  minutes: number;
  /** How often he had and lost the activity's credit before; none where absent. Kept here, so that writing again changes nothing. */
  round?: number;
  /** By hand: why. */
  reason?: string;
}

/** What was done to a batch. */
export interface CreditingMove {
  at: Date;
  byName: string;
  move: 'granted' | 'returned' | 'submitted' | 'approved' | 'revoked';
  reason: string;
}

/**
 * 授分: one batch of credits of an activity. It is written first, with everybody in it, as `writing`; the ledger's entries follow in
 * pieces, by whoever comes to it, each once by the ledger's unique index. So a crash in the middle is finished by the next sweep.
 */
export interface CreditingDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  /** Who held it, and the codes of its county and all above (empty for the nation): who may see it. */
  unitId: Types.ObjectId;
  regions: string[];
  kind: CreditingKind;
  /** The evidence: of participants always; none in rows of an earlier version. */
  analysisId?: Types.ObjectId;
  activityDate: string;
  creditClass: CreditClass;
  /** The credits of each where all have the same. */
  creditsEach: number | null;
  chosen: ChosenDoc[];
  /** Effective, and unchecked by the unit. */
  excepted: { learnerId: Types.ObjectId; reason: string }[];
  /** How many of `chosen` have been written; `touchedAt` is when. */
  done: number;
  touchedAt: Date;
  /** Entries that this batch wrote: without those whom another batch had credited meanwhile. While it is being written all of `chosen`. */
  persons: number;
  revokedPersons: number;
  state: CreditingState;
  /** Whose turn it is: the authority's, while it is returned the unit's. */
  waitingFor: Types.ObjectId | null;
  /** Its last day, `YYYY-MM-DD`. */
  reviewDueOn: string | null;
  grantedAt: Date;
  grantedBy: string;
  administratorId?: string;
  reviewedAt?: Date;
  reviewedBy?: string;
  /** Approved, and not everybody has been told yet: when somebody last went at it. */
  untoldSince?: Date;
  returnReason?: string;
  /** Project's number and name, unit's name, one a line: what a list is searched by. */
  searched: string;
  moves: CreditingMove[];
}

const objectId = Schema.Types.ObjectId;
const schema = new Schema<CreditingDoc>(
  {
    activityId: { type: objectId, required: true },
    unitId: { type: objectId, required: true },
    regions: { type: [String], default: [] },
    kind: { type: String, required: true },
    analysisId: objectId,
    activityDate: { type: String, required: true },
    creditClass: { type: String, required: true },
    creditsEach: { type: Number, default: null },
    chosen: [
      { _id: false, learnerId: objectId, credits: Number, minutes: Number, round: Number, reason: String },
    ],
    excepted: [{ _id: false, learnerId: objectId, reason: String }],
    done: { type: Number, required: true },
    touchedAt: { type: Date, required: true },
    persons: { type: Number, required: true },
    revokedPersons: { type: Number, default: 0 },
    state: { type: String, required: true },
    waitingFor: { type: objectId, default: null },
    reviewDueOn: { type: String, default: null },
    grantedAt: { type: Date, required: true },
    grantedBy: { type: String, required: true },
    administratorId: String,
    reviewedAt: Date,
    reviewedBy: String,
    untoldSince: Date,
    returnReason: String,
    searched: { type: String, default: '' },
    moves: [{ _id: false, at: Date, byName: String, move: String, reason: String }],
  },
  { versionKey: false },
);
schema.index({ activityId: 1, grantedAt: -1 });
// The lists of a unit, of an authority and of a reviewer.
schema.index({ unitId: 1, state: 1, grantedAt: -1 });
schema.index({ regions: 1, state: 1, reviewDueOn: 1 });
schema.index({ waitingFor: 1, reviewDueOn: 1 });
// What was left half written.
schema.index({ state: 1, touchedAt: 1 });
schema.index({ untoldSince: 1 }, { sparse: true });

export const creditingModel = (connection: Connection) => modelOf(connection, 'creditings', schema);
