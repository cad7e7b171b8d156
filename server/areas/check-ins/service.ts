import type { Claim, Receipt } from '@common/contract/checkIns';
import type { ErrorCode } from '@common/contract/errors';
import { currentPeriod } from '@common/rules/periods';
import { isCameraScene, isTokenGood, normaliseShortCode, parseQrText, slotWindow } from '@common/rules/qr';
import { dayOf, formatRange, startOfDay } from '@common/rules/shanghaiTime';
import { Types } from 'mongoose';
import { type AppError, appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { briefly } from '../../platform/briefly';
import { isDuplicate } from '../../platform/mongo';
import { periodsOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { LearnerDoc } from '../learners/model';
import type { Services } from '../services';
import { type ClaimRecord, createClaims } from './claims';
import { createDisplays, type Displays } from './displays';
import { createHeadcount } from './headcount';
import { type CheckInDoc, checkInModel, refusedScanModel } from './model';
import { createTokens, type TokenRecord, type Tokens } from './tokens';

export interface CheckInsService {
  tokens: Tokens;
  displays: Displays;
  headcount: ReturnType<typeof createHeadcount>;
  /** Exchanges a fresh code for a claim of this WeChat identity. */
  scan(session: SessionRecord, given: { text?: string; code?: string; scene?: number }): Promise<Claim>;
  /** Redeems a claim. The same claim, or the same scan within its window, answers the same check-in. */
  checkIn(session: SessionRecord, claimId: string): Promise<Receipt>;
  ofLearner(learnerId: string): Promise<CheckInDoc[]>;
  ofActivity(activityId: string): Promise<CheckInDoc[]>;
  countOn(day: string, activityIds: string[]): Promise<number>;
  /** Why an activity takes no check-ins at this moment, or null. */
  hindrance(full: FullActivity): AppError | null;
}

const DAY = 24 * 3600_000;

export function createCheckInsService(platform: Platform, services: Services): CheckInsService {
  const { mongo, redis, clock, metrics, config, log } = platform;
  const CheckIn = checkInModel(mongo);
  const RefusedScan = refusedScanModel(mongo);
  const tokens = createTokens(platform);
  const claims = createClaims(platform);
  const displays = createDisplays(platform, services);
  // A change of the activity is seen by scans after at most this long.
  const activityOf = briefly(clock, 2_000, (id: string) => services.activities.get(id));
  const oid = (id: string) => new Types.ObjectId(id);

  /** Keeps the refused scan, then says why. The scan is refused even where keeping it fails. */
  async function refuse(
    session: SessionRecord,
    code: ErrorCode,
    activityId?: string,
    error = appError(code),
  ): Promise<never> {
    metrics.checkIns.inc({ direction: 'in', outcome: code });
    await RefusedScan.create({
      ...(session.identityId && { identityId: oid(session.identityId) }),
      ...(session.learnerId && { learnerId: oid(session.learnerId) }),
      ...(activityId && { activityId: oid(activityId) }),
      reason: code,
      at: new Date(clock.now()),
    }).catch((err) => log.error({ err }, 'refused scan not kept'));
    throw error;
  }

  function hindrance({ activity }: FullActivity): AppError | null {
    if (activity.state !== 'approved') {
      return appError('ACTIVITY_NOT_APPROVED');
    }
    const periods = periodsOf(activity);
    if (currentPeriod(clock.now(), periods)) {
      return null;
    }
    const words = periods.map(({ from, to }) => formatRange(from, to)).join('；');
    return appError('OUTSIDE_HOLDING_PERIOD', { message: `当前不在活动举办周期内（${words}），不能签到` });
  }

  async function redeem(session: SessionRecord, given: { text?: string; code?: string }) {
    const token = given.text ? parseQrText(given.text, config.PUBLIC_URL) : null;
    const shortCode = given.code ? normaliseShortCode(given.code) : null;
    const unknown: ErrorCode = given.code ? 'CODE_UNKNOWN' : 'QR_UNKNOWN';
    const record = token ? await tokens.find({ token }) : shortCode ? await tokens.find({ shortCode }) : null;
    return record ?? refuse(session, unknown);
  }

  async function displayOf(session: SessionRecord, record: TokenRecord) {
    const display = await displays.byId(record.displayId);
    if (!display || !isTokenGood(record.slot, record.periodMs, clock.now())) {
      return refuse(session, 'QR_EXPIRED', display ? String(display.activityId) : undefined);
    }
    return display;
  }

  async function receipt(
    row: CheckInDoc,
    full: FullActivity,
    learnerName: string,
    repeated: boolean,
  ): Promise<Receipt> {
    const from = startOfDay(dayOf(row.at.getTime()));
    const today = await CheckIn.find({
      learnerId: row.learnerId,
      activityId: row.activityId,
      at: { $gte: new Date(from), $lt: new Date(from + DAY) },
    })
      .sort({ at: 1 })
      .lean();
    const courseName = (id: Types.ObjectId) =>
      full.activity.courses.find((course) => String(course._id) === String(id))?.name ?? full.project.name;
    return {
      checkInId: String(row._id),
      learnerName,
      activityName: full.project.name,
      courseName: courseName(row.courseId),
      venue: full.activity.venue,
      direction: row.direction,
      at: row.at.toISOString(),
      repeated,
      today: today.map((each) => ({
        courseName: courseName(each.courseId),
        direction: each.direction,
        at: each.at.toISOString(),
      })),
    };
  }

  /** Writes once; whoever comes second, by the claim or by the window, gets the row that is there. */
  async function write(
    claimId: string,
    claim: ClaimRecord,
    learnerId: string,
  ): Promise<{ row: CheckInDoc; repeated: boolean }> {
    const row: CheckInDoc = {
      _id: new Types.ObjectId(),
      activityId: oid(claim.activityId),
      courseId: oid(claim.courseId),
      learnerId: oid(learnerId),
      direction: claim.direction,
      at: new Date(claim.scannedAt),
      receivedAt: new Date(clock.now()),
      slotWindow: slotWindow(claim.scannedAt, claim.periodMs),
      method: claim.method,
      claim: claimId,
      identityId: oid(claim.identityId),
    };
    try {
      await CheckIn.create(row);
      return { row, repeated: false };
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      const { courseId, direction, slotWindow: window } = row;
      const found =
        (await CheckIn.findOne({ claim: claimId }).lean()) ??
        (await CheckIn.findOne({ courseId, learnerId: row.learnerId, direction, slotWindow: window }).lean());
      if (!found) {
        throw error;
      }
      return { row: found, repeated: true };
    }
  }

  async function accept(
    session: SessionRecord,
    claimId: string,
    claim: (ClaimRecord & { isExpired: boolean }) | null,
    learner: LearnerDoc,
    full: FullActivity,
  ): Promise<Receipt> {
    if (!claim || claim.isExpired) {
      return refuse(session, 'CLAIM_EXPIRED', String(full.activity._id));
    }
    const { state } = learner.approval;
    if (state !== 'approved') {
      return refuse(
        session,
        state === 'rejected' ? 'LEARNER_REJECTED' : 'LEARNER_NOT_APPROVED',
        claim.activityId,
      );
    }
    const { row, repeated } = await write(claimId, claim, String(learner._id));
    metrics.checkIns.inc({ direction: row.direction, outcome: repeated ? 'repeated' : 'accepted' });
    // The check-in stands without it: screens also look by themselves every few seconds.
    await redis.publish(`headcount:${claim.courseId}`, claim.direction).catch(() => undefined);
    return receipt(row, full, learner.name, repeated);
  }

  return {
    tokens,
    displays,
    headcount: createHeadcount(platform, services),
    hindrance,
    async scan(session, given) {
      if (!isCameraScene(given.scene)) {
        return refuse(session, 'QR_NOT_CAMERA');
      }
      const record = await redeem(session, given);
      const display = await displayOf(session, record);
      const full = await activityOf(String(display.activityId));
      const stopped = hindrance(full);
      if (stopped) {
        return refuse(session, stopped.code, String(display.activityId), stopped);
      }
      const scannedAt = clock.now();
      const { claimId, expiresAt } = await claims.make({
        identityId: session.identityId ?? '',
        activityId: String(display.activityId),
        courseId: String(display.courseId),
        direction: display.direction,
        periodMs: record.periodMs,
        scannedAt,
        method: given.code ? 'code' : 'qr',
      });
      return {
        claimId,
        activityName: full.project.name,
        courseName: services.activities.course(full.activity, String(display.courseId)).name,
        direction: display.direction,
        scannedAt: new Date(scannedAt).toISOString(),
        expiresAt: new Date(expiresAt).toISOString(),
      };
    },
    async checkIn(session, claimId) {
      // A retry whose first answer was lost must not depend on Redis still knowing the claim.
      const done = await CheckIn.findOne({ claim: claimId }).lean();
      const claim = done ? null : await claims.find(claimId);
      if (!done && !claim) {
        return refuse(session, 'CLAIM_EXPIRED');
      }
      const { activityId, identityId } = done ?? claim ?? {};
      if (String(identityId) !== session.identityId) {
        return refuse(session, 'CLAIM_NOT_YOURS', String(activityId));
      }
      const full = await activityOf(String(activityId));
      const learner = session.learnerId ? await services.learners.get(session.learnerId) : null;
      if (!learner) {
        const error = appError('LEARNER_NOT_APPROVED', { message: '请先注册并由单位审核，再签到' });
        return refuse(session, 'LEARNER_NOT_APPROVED', String(activityId), error);
      }
      return done ? receipt(done, full, learner.name, true) : accept(session, claimId, claim, learner, full);
    },
    ofLearner: async (learnerId) =>
      CheckIn.find({ learnerId: oid(learnerId) })
        .sort({ at: 1 })
        .lean(),
    ofActivity: async (activityId) =>
      CheckIn.find({ activityId: oid(activityId) })
        .sort({ at: 1 })
        .lean(),
    async countOn(day, activityIds) {
      const from = startOfDay(day);
      return CheckIn.countDocuments({
        activityId: { $in: activityIds.map(oid) },
        at: { $gte: new Date(from), $lt: new Date(from + DAY) },
      });
    },
  };
}
