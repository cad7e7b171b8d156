import { z } from 'zod';
import { endpoint } from './endpoint';
import { id } from './shapes';

export const faceChecks = {
  startFaceCheck: endpoint({
    method: 'POST',
    path: '/api/me/face-checks',
    summary: '人脸核身：凭本次扫码开始，返回本人姓名和证件号供微信核验',
    who: ['learner'],
    input: z.object({ claimId: z.string().min(1).max(64) }),
    output: z.object({ faceCheckId: id, name: z.string(), idNo: z.string() }),
    errors: ['CLAIM_EXPIRED', 'CLAIM_NOT_YOURS', 'LEARNER_NOT_APPROVED', 'FACE_CHECK_FAILED'],
    limit: { points: 10, seconds: 60 },
  }),
  finishFaceCheck: endpoint({
    method: 'POST',
    path: '/api/me/face-checks/:faceCheckId/result',
    summary: '提交微信的核验凭据；由服务器向微信查询结果，不采信手机的说法',
    who: ['learner'],
    input: z.object({ faceCheckId: id, verifyResult: z.string().min(1).max(512) }),
    output: z.object({ passed: z.boolean(), message: z.string() }),
    errors: ['FACE_CHECK_FAILED', 'WECHAT_UNAVAILABLE', 'CLAIM_EXPIRED'],
    limit: { points: 10, seconds: 60 },
  }),
};
