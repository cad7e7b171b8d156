/** Why a scan did not count, told afterwards: the contract's own messages speak of now. */
import { ERRORS, type ErrorCode } from '../contract/errors';

const AFTERWARDS: Partial<Record<ErrorCode, string>> = {
  OUTSIDE_HOLDING_PERIOD: '刷卡时间不在项目举办周期内',
  CODE_HOURS: '刷卡时间不在签到（撤离）时间内',
  LEARNER_NOT_APPROVED: '单位当时还没有审核通过您的注册信息',
  LEARNER_REJECTED: '您的注册信息当时未通过单位审核',
  ACTIVITY_NOT_APPROVED: '该活动当时尚未审核通过',
  QR_EXPIRED: '所扫的二维码已更新',
  CLAIM_EXPIRED: '扫码后没有及时完成签到',
  QR_NOT_CAMERA: '没有用摄像头扫描大屏上的二维码',
  PLACE_REQUIRED: '没有允许使用位置信息，不能确认您在会场',
  FACE_REQUIRED: '没有通过人脸核身',
  FACE_CHECK_FAILED: '人脸核身未通过',
  CLAIM_NOT_YOURS: '该扫码凭证属于其他微信',
  SWIPE_EXISTS: '同一时间已有考勤记录',
};

/** @param code As it was stored: of an earlier version it may be none of ours any more. */
export function refusalWords(code: string): string {
  return AFTERWARDS[code as ErrorCode] ?? ERRORS[code as ErrorCode]?.[1] ?? '扫码没有生效';
}
