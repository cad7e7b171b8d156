import { isPhone, normalisePhone } from '@common/rules/phone';

/** How somebody shows that a phone number is his. */
export interface PhoneProof {
  /** `wechat`: the number comes from WeChat's button. `sms`: typed and confirmed by a code. */
  phoneWay: 'wechat' | 'sms';
  phoneCode: string;
  phone: string;
  smsCode: string;
}
export type PhoneErrors = Partial<Record<'phoneCode' | 'phone' | 'smsCode', string>>;

export const EMPTY_PROOF: PhoneProof = {
  phoneWay: process.env.TARO_ENV === 'weapp' ? 'wechat' : 'sms',
  phoneCode: '',
  phone: '',
  smsCode: '',
};

/** What is missing of a proof. */
export function checkProof(proof: PhoneProof): PhoneErrors {
  if (proof.phoneWay === 'wechat') {
    return proof.phoneCode ? {} : { phoneCode: '请点击“微信一键获取”，或改用短信验证' };
  }
  const errors: PhoneErrors = {};
  if (!isPhone(proof.phone)) {
    errors.phone = proof.phone ? '手机号格式不正确，请输入11位手机号' : '请输入手机号';
  }
  if (!/^\d{6}$/.test(proof.smsCode.trim())) {
    errors.smsCode = '请输入短信中的6位验证码';
  }
  return errors;
}

/** A checked proof as the contract takes it. */
export function toProof(proof: PhoneProof): { phoneCode: string } | { phone: string; smsCode: string } {
  return proof.phoneWay === 'wechat'
    ? { phoneCode: proof.phoneCode }
    : { phone: normalisePhone(proof.phone), smsCode: proof.smsCode.trim() };
}
