import type { FormAnswer } from '@common/contract/forms';
import type { EducationLevel, Sex, Title } from '@common/terms';
import { type Connection, Schema, type Types } from 'mongoose';
import { modelOf } from '../../platform/mongo';
import type { NewCheckIn } from '../check-ins/model';

/** A scan made for a person of the form; it becomes a check-in with the same claim once he is a learner. */
export type WalkInSwipe = Omit<NewCheckIn, 'activityId' | 'learnerId' | 'method' | 'by' | 'reason'>;

/**
 * 签到登记表 (manual 002 §2.1) of a person without an account: his attendance record. One for each activity and idNo; whoever
 * scans again, at another half day or at the departure, adds a swipe. idNo and phone are sealed; their keyed hashes serve
 * equality look-up.
 */
export interface WalkInDoc {
  _id: Types.ObjectId;
  activityId: Types.ObjectId;
  /** The WeChat that filled it in. */
  identityId: Types.ObjectId;
  name: string;
  idNo: string;
  idNoHash: string;
  phone: string;
  phoneHash: string;
  sex: Sex;
  age: number;
  unitName: string;
  department: string;
  unitPlace: string;
  isGrassroots: boolean;
  title: Title;
  post: string;
  education?: EducationLevel;
  consent: { version: string; at: Date };
  /** Never empty. A claim stands in one only, of one form: a scan signs one person in. */
  swipes: WalkInSwipe[];
  /** The approved learner with this number and name, once there is one. */
  learnerId?: Types.ObjectId;
  /** It has swipes that are no check-ins yet. */
  isOpen: boolean;
  createdAt: Date;
}

/** A filled-in 调查问卷. It says nothing of who or when: its id is a keyed hash of activity and idNo, so that one counts once. */
export interface SurveyAnswersDoc {
  _id: string;
  activityId: Types.ObjectId;
  answers: FormAnswer[];
}

const objectId = Schema.Types.ObjectId;
const swipe = {
  _id: false,
  courseId: { type: objectId, required: true },
  direction: { type: String, required: true },
  at: { type: Date, required: true },
  periodMs: { type: Number, required: true },
  claim: { type: String, required: true },
  identityId: objectId,
  displayId: objectId,
  slot: Number,
  device: String,
  network: String,
  place: {
    _id: false,
    type: { longitude: Number, latitude: Number, accuracy: Number, metres: Number },
  },
};
const walkIn = new Schema<WalkInDoc>(
  {
    activityId: { type: objectId, required: true },
    identityId: { type: objectId, required: true },
    name: { type: String, required: true },
    idNo: { type: String, required: true },
    idNoHash: { type: String, required: true },
    phone: { type: String, required: true },
    phoneHash: { type: String, required: true },
    sex: { type: String, required: true },
    age: { type: Number, required: true },
    unitName: { type: String, required: true },
    department: { type: String, required: true },
    unitPlace: { type: String, required: true },
    isGrassroots: { type: Boolean, required: true },
    title: { type: String, required: true },
    post: { type: String, default: '' },
    education: String,
    consent: { _id: false, type: { version: String, at: Date }, required: true },
    swipes: [swipe],
    learnerId: objectId,
    isOpen: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false },
);
walkIn.index({ activityId: 1, idNoHash: 1 }, { unique: true });
walkIn.index({ 'swipes.claim': 1 }, { unique: true });
walkIn.index({ activityId: 1, phoneHash: 1 });
// The list of an activity; what waits in it.
walkIn.index({ activityId: 1, createdAt: -1 });
walkIn.index({ activityId: 1, isOpen: 1 });
// Whoever is approved.
walkIn.index({ idNoHash: 1, isOpen: 1 });
walkIn.index({ identityId: 1, createdAt: -1 });
walkIn.index({ learnerId: 1 });

const survey = new Schema<SurveyAnswersDoc>(
  {
    _id: { type: String, required: true },
    activityId: { type: objectId, required: true, index: true },
    answers: [{ _id: false, question: String, options: [String], stars: Number, text: String }],
  },
  { versionKey: false },
);

export const walkInModel = (connection: Connection) => modelOf(connection, 'walkIns', walkIn);
export const surveyAnswersModel = (connection: Connection) => modelOf(connection, 'surveyAnswers', survey);
