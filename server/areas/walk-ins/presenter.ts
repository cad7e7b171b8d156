import type { Receipt } from '@common/contract/checkIns';
import type { OutputOf } from '@common/contract/endpoint';
import type { WalkInRow, walkIns } from '@common/contract/walkIns';
import { maskIdNo } from '@common/rules/idNo';
import { maskPhone } from '@common/rules/phone';
import { dayOf } from '@common/rules/shanghaiTime';
import type { Direction } from '@common/terms';
import type { Types } from 'mongoose';
import type { Cipher } from '../../platform/cipher';
import { courseNameOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { WalkInDoc } from './model';

/** What a sealed field is bound to: it opens only in its own form. */
export const sealedTo = (field: 'idNo' | 'phone', id: unknown) => `walkIn.${field}:${String(id)}`;

/** The numbers leave masked: `4304**********1234`, `138****8000`. */
export const maskedNumbers = (cipher: Cipher, { _id, idNo, phone }: WalkInDoc) => ({
  idNoMasked: maskIdNo(cipher.open(sealedTo('idNo', _id), idNo)),
  phoneMasked: maskPhone(cipher.open(sealedTo('phone', _id), phone)),
});

const timesOf = ({ swipes }: WalkInDoc, direction: Direction) =>
  swipes.flatMap(({ direction: its, at }) => (its === direction ? [at.getTime()] : []));

/** For the unit that holds the activity: the first 签到 and the last 撤离. */
export function presentWalkIn(cipher: Cipher, walkIn: WalkInDoc): WalkInRow {
  const { name, sex, age, unitName, department, unitPlace, isGrassroots, title, post } = walkIn;
  const out = timesOf(walkIn, 'out');
  return {
    id: String(walkIn._id),
    name,
    ...maskedNumbers(cipher, walkIn),
    sex,
    age,
    unitName,
    department,
    unitPlace,
    isGrassroots,
    title,
    post,
    in: new Date(Math.min(...timesOf(walkIn, 'in'))).toISOString(),
    out: out.length > 0 ? new Date(Math.max(...out)).toISOString() : null,
    isMatched: Boolean(walkIn.learnerId),
  };
}

/** The form as it was written. */
export type WrittenForm = NonNullable<OutputOf<typeof walkIns.myWalkIn>['form']>;

/** For the WeChat that filled it in: as it was written, so that it is not written twice. */
export function presentForm(cipher: Cipher, walkIn: WalkInDoc): WrittenForm {
  const { name, sex, age, unitName, department, unitPlace, isGrassroots, title, post, education } = walkIn;
  return {
    idNo: cipher.open(sealedTo('idNo', walkIn._id), walkIn.idNo),
    name,
    sex,
    age,
    phone: cipher.open(sealedTo('phone', walkIn._id), walkIn.phone),
    unitName,
    department,
    unitPlace,
    isGrassroots,
    title,
    post,
    ...(education && { education }),
  };
}

/** A swipe as a receipt shows it. */
export interface ReceiptSwipe {
  courseId: Types.ObjectId;
  direction: Direction;
  at: Date;
}

/** What is told to who signed in or left: by the form, so his own day is read off his swipes. */
export function presentReceipt(
  full: FullActivity,
  given: {
    id: Types.ObjectId;
    name: string;
    swipe: ReceiptSwipe;
    swipes: readonly ReceiptSwipe[];
    repeated: boolean;
    due: Receipt['due'];
    held: Receipt['held'];
  },
): Receipt {
  const { activity, project } = full;
  const present = ({ courseId, direction, at }: ReceiptSwipe) => ({
    courseName: courseNameOf(full, courseId),
    direction,
    at: at.toISOString(),
  });
  const day = dayOf(given.swipe.at.getTime());
  return {
    checkInId: String(given.id),
    learnerName: given.name,
    activityName: project.name,
    venue: activity.venue,
    ...present(given.swipe),
    repeated: given.repeated,
    today: given.swipes.filter(({ at }) => dayOf(at.getTime()) === day).map(present),
    due: given.due,
    held: given.held,
  };
}
