import type { Receipt } from '@common/contract/checkIns';
import type { ErrorCode } from '@common/contract/errors';
import type { Place } from '@common/contract/shapes';
import { correctedTime, isTooLate, LATE_SCAN_HOURS, timeInSlot } from '@common/rules/lateScan';
import { slotWindow } from '@common/rules/qr';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import type { Answered } from './answering';
import { judgePlace, type Origin, originHashes } from './evidence';
import { type Hindrances, hindranceAt } from './hindrance';
import type { Keeping } from './keeping';
import { checkInModel, displayModel } from './model';
import type { Receipts } from './receipts';
import type { Refuse } from './refusing';
import { type Code, redeem, unknownCode } from './scanning';
import type { TokenRecord, Tokens } from './tokens';
import { heldWords } from './words';

/** A scan that was kept on the phone; the times by the phone's clock, ISO 8601. */
export interface LateScan extends Code, Origin {
  key: string;
  scannedAt: string;
  sentAt: string;
  place?: Place;
}

export interface LateScans {
  /**
   * Holds a scan that had no network, for the administrator; the same key answers the same.
   * @throws AppError as the contract lists; what cannot be verified is kept among the refused scans.
   */
  scanLate(session: SessionRecord, given: LateScan): Promise<Receipt>;
}

export interface LateParts extends Hindrances {
  tokens: Tokens;
  refuse: Refuse;
  receipts: Receipts;
  keep: Keeping;
  answered: Answered;
}

const SEE_ORGANISER = '请向活动管理员说明情况，由管理员补录';

export function createLateScans(platform: Platform, services: Services, parts: LateParts): LateScans {
  const { mongo, clock } = platform;
  const { refuse, receipts, keep, answered, inForce } = parts;
  const CheckIn = checkInModel(mongo);
  const Display = displayModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);

  const refuseWith = async (
    session: SessionRecord,
    code: ErrorCode,
    message: string,
    activityId?: string,
  ): Promise<never> => refuse(session, code, activityId, appError(code, { message }));

  /** When the code was read, by our clock. */
  async function verifiedTime(session: SessionRecord, given: LateScan, record: TokenRecord): Promise<number> {
    const { activityId, slot, periodMs } = record;
    const now = clock.now();
    const at = correctedTime({
      scannedAt: Date.parse(given.scannedAt),
      sentAt: Date.parse(given.sentAt),
      now,
    });
    if (isTooLate(at, now)) {
      const message = `扫码已超过${LATE_SCAN_HOURS}小时，不能再补传，${SEE_ORGANISER}`;
      return refuseWith(session, 'QR_EXPIRED', message, activityId);
    }
    const display = await Display.findById(record.displayId).lean();
    const closedAt = Math.min(display?.closedAt?.getTime() ?? record.openUntil, record.openUntil);
    const seen = timeInSlot(at, slot, periodMs);
    if (seen === null || seen >= closedAt) {
      const message = `扫码时间与二维码的显示时间不符，不能补传，${SEE_ORGANISER}`;
      return refuseWith(session, 'QR_EXPIRED', message, activityId);
    }
    return seen;
  }

  return {
    async scanLate(session, given) {
      const claim = `late:${session.identityId}:${given.key}`;
      const before = await answered(session, claim);
      if (before) {
        return before;
      }
      const record = await redeem(platform, parts, session, given);
      if (!record) {
        // Forgotten or never ours: what is left of it is the refused scan, and the way to the organiser.
        return refuseWith(
          session,
          unknownCode(given),
          `系统中没有这个二维码的记录，无法核对，${SEE_ORGANISER}`,
        );
      }
      const { activityId, courseId, direction, periodMs } = record;
      const at = await verifiedTime(session, given, record);
      const here = await inForce(activityId);
      const stopped = hindranceAt(at, here.full, direction, here.rules);
      if (stopped) {
        return refuse(session, stopped.code, activityId, stopped);
      }
      const learner = session.learnerId ? await services.learners.get(session.learnerId) : null;
      if (learner?.approval.state !== 'approved' && !here.rules.isKeptUntilApproved) {
        return refuse(session, 'LEARNER_NOT_APPROVED', activityId);
      }
      const shown = { inForce: here, learnerName: learner?.name ?? '' };
      const done =
        learner &&
        (await CheckIn.findOne({
          courseId: oid(courseId),
          learnerId: learner._id,
          direction,
          slotWindow: slotWindow(at, periodMs),
        }).lean());
      if (done) {
        // The network came back in time after all: there is nothing to confirm.
        return receipts.ofCheckIn(done, { ...shown, repeated: true });
      }
      const { place } = judgePlace(given.place, here);
      const { row, repeated } = await keep({
        kind: 'late',
        claim,
        identityId: oid(session.identityId ?? ''),
        ...(learner && { learnerId: learner._id }),
        activityId: oid(activityId),
        courseId: oid(courseId),
        direction,
        at: new Date(at),
        periodMs,
        method: given.code ? 'code' : 'qr',
        displayId: oid(record.displayId),
        slot: record.slot,
        ...originHashes(platform, given),
        ...(place && { place }),
        words: heldWords.late(at, clock.now()),
      });
      return receipts.ofHeld(row, { ...shown, repeated });
    },
  };
}
