import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { appError } from '../../http/errors';
import type { SessionRecord } from '../../http/sessions';
import type { Platform } from '../../platform';
import { isDuplicate } from '../../platform/mongo';
import { type FaceResult, WechatError } from '../../platform/wechat';
import { sealedTo } from '../learners/presenter';
import type { Services } from '../services';
import { faultOf } from './judging';
import { type FaceCheckDoc, faceCheckModel } from './model';

/** What the phone hands to WeChat, for this learner's own eyes only. */
export interface BegunFaceCheck {
  faceCheckId: string;
  name: string;
  idNo: string;
}

export interface FaceChecksService {
  /** Whether the platform can do it at all: WeChat has it in a mini-program only. */
  isOffered(): boolean;
  /** @throws AppError CLAIM_EXPIRED, CLAIM_NOT_YOURS, LEARNER_NOT_APPROVED, FACE_CHECK_FAILED. */
  start(session: SessionRecord, claimId: string): Promise<BegunFaceCheck>;
  /**
   * Asks WeChat what it found; again with the same verifyResult it answers the same.
   * @throws AppError FACE_CHECK_FAILED, WECHAT_UNAVAILABLE (the scan stays good and it may be tried again), CLAIM_EXPIRED, NOT_FOUND.
   */
  finish(session: SessionRecord, faceCheckId: string, verifyResult: string): Promise<void>;
  /** Whether a check passed that was made for this scan by this learner. */
  passed(faceCheckId: string, claimId: string, learnerId: string): Promise<boolean>;
}

/** 人脸核身 by WeChat itself, before a scan counts, where the authority asks for it. */
export function createFaceChecksService(platform: Platform, services: Services): FaceChecksService {
  const { mongo, clock, cipher, wechat, config } = platform;
  const FaceCheck = faceCheckModel(mongo);
  const oid = (id: string) => new Types.ObjectId(id);
  const isOffered = () => Boolean(config.WECHAT_MINIPROGRAM_APPID);

  /** The learner of a session with his numbers. @throws AppError LEARNER_NOT_APPROVED. */
  async function learnerOf({ learnerId = '' }: SessionRecord) {
    const learner = learnerId ? (await services.learners.many([learnerId])).get(learnerId) : undefined;
    if (learner?.approval.state !== 'approved') {
      throw appError('LEARNER_NOT_APPROVED');
    }
    const idNo = cipher.open(sealedTo('idNo', learner._id), learner.idNo);
    return { learnerId: learner._id, name: learner.name, idNo };
  }

  /** The mini-program's openid. @throws AppError FACE_CHECK_FAILED for a browser. */
  async function openidOf({ identityId = '' }: SessionRecord): Promise<string> {
    const identity = identityId ? await services.accounts.identities.get(identityId) : null;
    if (!isOffered() || identity?.channel !== 'miniprogram') {
      throw appError('FACE_CHECK_FAILED', {
        message: '请在微信小程序中完成人脸核身：打开小程序“继教通”，重新扫描大屏上的二维码',
      });
    }
    return identity.openid;
  }

  /** @throws AppError FACE_CHECK_FAILED where WeChat does not know it; WechatError where WeChat does not answer. */
  async function ask(verifyResult: string): Promise<FaceResult> {
    try {
      return await wechat.faceResult(verifyResult);
    } catch (error) {
      if (error instanceof WechatError && !error.retryable) {
        throw appError('FACE_CHECK_FAILED');
      }
      throw error;
    }
  }

  async function keep({ _id }: FaceCheckDoc, verifyHash: string): Promise<void> {
    try {
      const passed = { state: 'passed', verifyHash, passedAt: new Date(clock.now()) } as const;
      await FaceCheck.updateOne({ _id, state: 'begun' }, { $set: passed });
    } catch (error) {
      if (isDuplicate(error)) {
        throw appError('FACE_CHECK_FAILED', { message: '这次人脸核身已经用过，请重新核身' });
      }
      throw error;
    }
  }

  return {
    isOffered,
    async start(session, claimId) {
      const claim = await services.checkIns.claimOf(session, claimId);
      await openidOf(session);
      const { learnerId, name, idNo } = await learnerOf(session);
      const check = await FaceCheck.create({
        claimId,
        learnerId,
        identityId: oid(claim.identityId),
        state: 'begun',
        begunAt: new Date(clock.now()),
      });
      return { faceCheckId: String(check._id), name, idNo };
    },
    async finish(session, faceCheckId, verifyResult) {
      const check = await FaceCheck.findById(faceCheckId).lean();
      if (!check || String(check.learnerId) !== session.learnerId) {
        throw appError('NOT_FOUND');
      }
      if (check.state === 'passed') {
        return;
      }
      await services.checkIns.claimOf(session, check.claimId);
      const openid = await openidOf(session);
      const { name, idNo } = await learnerOf(session);
      const result = await ask(verifyResult);
      const message = faultOf(result, {
        openid,
        name,
        idNo,
        begunAt: check.begunAt.getTime(),
        now: clock.now(),
      });
      if (message !== null) {
        throw appError('FACE_CHECK_FAILED', { message });
      }
      await keep(check, createHash('sha256').update(verifyResult).digest('base64url'));
    },
    passed: async (faceCheckId, claimId, learnerId) =>
      (await FaceCheck.exists({ _id: faceCheckId, claimId, learnerId: oid(learnerId), state: 'passed' })) !==
      null,
  };
}
