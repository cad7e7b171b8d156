import type { OutputOf } from '@common/contract/endpoint';
import type { WalkInRow, walkIns } from '@common/contract/walkIns';
import { type ClientSession, Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { type Paging, pageOf } from '../../platform/mongo';
import { isPlaceRequired } from '../check-ins/evidence';
import type { Services } from '../services';
import type { Begun } from './begun';
import { type WalkInDoc, walkInModel } from './model';
import { maskedNumbers, presentForm, presentWalkIn, type WrittenForm } from './presenter';
import type { Settling } from './settling';

/** A person of the form who has no approved account, for the roster. */
export interface WaitingPerson extends Pick<WalkInDoc, 'name' | 'unitName' | 'department' | 'swipes'> {
  id: string;
  idNoMasked: string;
}

export interface Lists {
  /** 现场登记名单, the latest first, and how many of all are registered learners. */
  list(activityId: string, paging: Paging): Promise<{ items: WalkInRow[]; total: number; matched: number }>;
  /** The last form of a WeChat; with a claim its scan is kept for filling in. @throws AppError CLAIM_EXPIRED, CLAIM_NOT_YOURS, WALK_IN_CLOSED. */
  mine(session: SessionRecord, claimId?: string): Promise<OutputOf<typeof walkIns.myWalkIn>>;
  /** Who signed an activity's form and has no approved account yet. */
  waitingIn(activityId: string): Promise<WaitingPerson[]>;
  /** Check-ins by form that were made on the WeChat of another learner (`ownerId`); `at` in ms. */
  otherWechats(activityId: string): Promise<{ learnerId: string; at: number; ownerId: string }[]>;
  /** All forms of a learner as he wrote them, the earliest first. */
  formsOf(learnerId: string): Promise<{ activityId: string; at: Date; form: WrittenForm }[]>;
  /** For who closes his account: his forms go, also those that were never matched with him; his check-ins stay. */
  forget(learner: { learnerId: string; idNo: string }, session: ClientSession): Promise<void>;
}

export function createLists(
  { mongo, cipher, clock }: Platform,
  services: Services,
  begun: Begun,
  { matchActivity }: Pick<Settling, 'matchActivity'>,
): Lists {
  const WalkIn = walkInModel(mongo);

  async function scanFor(session: SessionRecord, claimId: string) {
    const { scan, until } = await begun.begin(session, claimId);
    const full = await services.activities.get(scan.activityId);
    const { checkIn: rules } = await services.regionsUnits.settings(full.unit.regionCode);
    if (!rules.hasWalkInForm || scan.direction !== 'in') {
      throw appError('WALK_IN_CLOSED');
    }
    const { activity, project } = full;
    return {
      activityName: project.name,
      courseName: services.activities.course(activity, scan.courseId).name,
      venue: activity.venue,
      scannedAt: new Date(scan.scannedAt).toISOString(),
      remainingMs: until - clock.now(),
      isPlaceRequired: isPlaceRequired({ full, rules }),
    };
  }

  return {
    async list(activityId, paging) {
      await matchActivity(activityId);
      const inActivity = { activityId: new Types.ObjectId(activityId) };
      const [{ rows, total }, matched] = await Promise.all([
        pageOf(WalkIn, inActivity, { createdAt: -1, _id: -1 }, paging),
        WalkIn.countDocuments({ ...inActivity, learnerId: { $exists: true } }),
      ]);
      return { items: rows.map((row) => presentWalkIn(cipher, row)), total, matched };
    },
    async mine(session, claimId) {
      const scan = claimId ? await scanFor(session, claimId) : null;
      const last = await WalkIn.findOne({ identityId: session.identityId }).sort({ createdAt: -1 }).lean();
      return { form: last && presentForm(cipher, last), scan };
    },
    async waitingIn(activityId) {
      await matchActivity(activityId);
      const waiting = await WalkIn.find({ activityId, learnerId: { $exists: false } }).lean();
      return waiting.map((walkIn) => {
        const { _id, name, unitName, department, swipes } = walkIn;
        const { idNoMasked } = maskedNumbers(cipher, walkIn);
        return { id: String(_id), name, unitName, department, swipes, idNoMasked };
      });
    },
    async otherWechats(activityId) {
      const made = await services.checkIns.ofActivity(activityId, 'form');
      const owners = await services.accounts.identities.owners(
        made.flatMap(({ identityId }) => (identityId ? [String(identityId)] : [])),
      );
      return made.flatMap(({ learnerId, identityId, at }) => {
        const ownerId = owners.get(String(identityId));
        const isAnother = ownerId !== undefined && ownerId !== String(learnerId);
        return isAnother ? [{ learnerId: String(learnerId), at: at.getTime(), ownerId }] : [];
      });
    },
    async formsOf(learnerId) {
      const forms = await WalkIn.find({ learnerId }).sort({ createdAt: 1 }).lean();
      return forms.map((walkIn) => ({
        activityId: String(walkIn.activityId),
        at: walkIn.createdAt,
        form: presentForm(cipher, walkIn),
      }));
    },
    async forget({ learnerId, idNo }, session) {
      const his = [{ learnerId: new Types.ObjectId(learnerId) }, { idNoHash: cipher.hash('idNo', idNo) }];
      await WalkIn.deleteMany({ $or: his }, { session });
    },
  };
}
