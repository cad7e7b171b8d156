import { createHash } from 'node:crypto';
import type { FaceResult } from '../../platform/wechat';

/** Whose face it must have been, and when. Times in milliseconds. */
export interface Expected {
  openid: string;
  name: string;
  idNo: string;
  begunAt: number;
  now: number;
}

/** WeChat's clock and ours may differ so much. */
const CLOCKS_MS = 60_000;

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Why WeChat's result does not stand for this check, in words for the learner; null where it does. */
export function faultOf(result: FaceResult, { openid, name, idNo, begunAt, now }: Expected): string | null {
  if (!result.isPassed) {
    return '人脸核身未通过，请本人正对手机重试';
  }
  // A result of another person's phone, or of another name and number put in on the way, says nothing about this learner.
  if (result.openid !== openid) {
    return '人脸核身不是用本人微信完成的，请重新核身';
  }
  if (result.idNoMd5 !== md5(idNo.toUpperCase()) || result.nameMd5 !== md5(name)) {
    return '人脸核身的姓名、身份证号与注册信息不一致，请重新核身';
  }
  return result.at < begunAt - CLOCKS_MS || result.at > now + CLOCKS_MS
    ? '这次人脸核身不是刚刚完成的，请重新核身'
    : null;
}
