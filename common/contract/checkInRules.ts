import { z } from 'zod';
import { endpoint } from './endpoint';
import { nothing } from './shapes';

/** How check-ins are taken in a region; what an authority does not set is as the one above has it. Minutes and metres. */
export const checkInRules = z.object({
  /** The QR turns so often; Jiangsu's a day is 86400. */
  qrPeriodSeconds: z.int().min(5, '二维码最短5秒更新').max(86_400, '二维码最长1天更新'),
  /** Fujian (manual 001 §三(二)): the first course takes the swipes of the whole day. */
  isFirstCourseOnly: z.boolean(),
  /** Jiangsu (manual 002 §2.1): 签到 and 撤离, both needed. */
  isDepartureRequired: z.boolean(),
  /** 签到 begins so long before each period, and ends so long after its start; 0: at its end. */
  signInBefore: z.int().min(0).max(240, '最多提前4小时'),
  signInFor: z.int().min(0).max(1440),
  /** 撤离 begins so long before each period's end, 0: with the period; it ends so long after it. */
  departureBefore: z.int().min(0).max(1440),
  departureFor: z.int().min(0).max(240, '最多延后4小时'),
  /** 每半天不少于N次扫码 (manual 001 §三(二)); 0: no such demand. */
  scansPerHalfDay: z.int().min(0).max(6, '每半天最多6次'),
  /** A scan counts within so many metres of the venue; 0: the place is not asked for. */
  placeMetres: z.int().min(0).max(20_000, '最多20000米'),
  /** The scan of one who is not approved yet waits for the approval. */
  isKeptUntilApproved: z.boolean(),
  /** 现场登记表 for those without an account. */
  hasWalkInForm: z.boolean(),
  /** 人脸核身 before a scan counts. */
  isFaceRequired: z.boolean(),
});
export type CheckInRules = z.output<typeof checkInRules>;

export const checkInRulesArea = {
  checkInRules: endpoint({
    method: 'GET',
    path: '/api/authority/check-in-rules',
    summary: '考勤设置：本地区现行的和上级的',
    who: ['authority'],
    input: nothing,
    output: z.object({ rules: checkInRules, above: checkInRules }),
  }),
  setCheckInRules: endpoint({
    method: 'PUT',
    path: '/api/authority/check-in-rules',
    summary: '修改考勤设置：与上级相同的仍随上级变化',
    who: ['authority'],
    permission: 'manageAccount',
    input: checkInRules,
    output: z.object({ rules: checkInRules, above: checkInRules }),
  }),
};
