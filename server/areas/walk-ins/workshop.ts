import type { Receipt } from '@common/contract/checkIns';
import type { Place } from '@common/contract/shapes';
import { distanceBetween } from '@common/rules/distance';
import { dueOn } from '@common/rules/dueToday';
import { dayOf } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import type { BegunScan } from './begun';
import { type WalkInDoc, type WalkInSwipe, walkInModel } from './model';
import { presentReceipt, type ReceiptSwipe } from './presenter';
import type { Settling } from './settling';

/** What the sign-in by form and the departure share. */
export interface WalkInsWorkshop {
  /** A scan as a swipe; `at` is the time of the scan, however long the form took. */
  swipeOf(
    claimId: string,
    scan: BegunScan,
    full: FullActivity,
    given: { deviceId?: string; place?: Place },
  ): WalkInSwipe;
  /** A scan signs one person in or out. */
  isUsed(): Error;
  /** Adds a swipe to a form, once for its claim. @throws AppError CLAIM_EXPIRED where another form has the claim. */
  addSwipe(
    walkIn: WalkInDoc,
    swipe: WalkInSwipe,
    change?: Partial<WalkInDoc>,
  ): Promise<{ row: WalkInDoc; repeated: boolean }>;
  /** Writes a learner's check-in. @throws AppError CLAIM_EXPIRED where somebody else's has the claim. */
  record(
    full: FullActivity,
    learner: Pick<LearnerDoc, '_id'>,
    swipe: WalkInSwipe,
    method: BegunScan['method'],
  ): Promise<{ row: ReceiptSwipe & { _id: Types.ObjectId }; repeated: boolean }>;
  receipt(
    full: FullActivity,
    person: { name: string; learner?: Pick<LearnerDoc, '_id'>; walkIn?: WalkInDoc },
    told: { id: Types.ObjectId; swipe: ReceiptSwipe; repeated: boolean; held: Receipt['held'] },
  ): Promise<Receipt>;
  /** The check-ins of a learner in an activity. */
  swipesOf(full: FullActivity, learnerId: Types.ObjectId): Promise<(ReceiptSwipe & { claim: string })[]>;
  settle: Settling['settle'];
}

/** The WeChat identity of a session; the contract lets only such through. */
export const identityOf = (session: SessionRecord) => new Types.ObjectId(session.identityId);

export function createWorkshop(
  { mongo, cipher }: Platform,
  services: Services,
  settle: Settling['settle'],
): WalkInsWorkshop {
  const WalkIn = walkInModel(mongo);

  const isUsed = () =>
    appError('CLAIM_EXPIRED', { message: '本次扫码已用于其他人员，请重新扫描大屏上的二维码' });

  const swipesOf: WalkInsWorkshop['swipesOf'] = async ({ activity }, learnerId) =>
    (await services.checkIns.ofLearner(String(learnerId))).filter(
      ({ activityId }) => String(activityId) === String(activity._id),
    );

  return {
    settle,
    isUsed,
    swipesOf,
    swipeOf(claimId, scan, { activity }, { deviceId, place }) {
      const device = scan.device ?? (deviceId && cipher.hash('device', deviceId));
      const metres = place && activity.point && Math.round(distanceBetween(place, activity.point));
      return {
        courseId: new Types.ObjectId(scan.courseId),
        direction: scan.direction,
        at: new Date(scan.scannedAt),
        periodMs: scan.periodMs,
        claim: claimId,
        identityId: new Types.ObjectId(scan.identityId),
        ...(scan.displayId && { displayId: new Types.ObjectId(scan.displayId), slot: scan.slot }),
        ...(scan.network && { network: scan.network }),
        ...(device && { device }),
        ...(place && { place: { ...place, ...(metres !== undefined && { metres }) } }),
      };
    },
    async addSwipe(walkIn, swipe, change = {}) {
      const added = await WalkIn.findOneAndUpdate(
        { _id: walkIn._id, 'swipes.claim': { $ne: swipe.claim } },
        { $push: { swipes: swipe }, $set: { ...change, isOpen: true } },
        { returnDocument: 'after' },
      )
        .lean()
        .catch((error: unknown) => {
          throw isDuplicate(error) ? isUsed() : error;
        });
      return added
        ? { row: added, repeated: false }
        : { row: await WalkIn.findById(walkIn._id).orFail().lean(), repeated: true };
    },
    async record({ activity }, learner, swipe, method) {
      const { row, repeated } = await services.checkIns.record({
        ...swipe,
        activityId: activity._id,
        learnerId: learner._id,
        method,
      });
      if (String(row.learnerId) !== String(learner._id)) {
        throw isUsed();
      }
      return { row, repeated };
    },
    async receipt(full, { name, learner, walkIn }, { id, swipe, repeated, held }) {
      const { checkIn: rules } = await services.regionsUnits.settings(full.unit.regionCode);
      const swipes: ReceiptSwipe[] = learner ? await swipesOf(full, learner._id) : (walkIn?.swipes ?? []);
      const due = dueOn(
        dayOf(swipe.at.getTime()),
        periodsOf(full.activity),
        swipes.map(({ direction, at }) => ({ direction, at: at.getTime() })),
        rules,
      );
      return presentReceipt(full, { id, name, swipe, swipes, repeated, due, held });
    },
  };
}
