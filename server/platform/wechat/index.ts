export type { WechatErrorKind } from './errcodes';
export type { WechatErrorCount } from './errorCounts';
export type {
  FaceResult,
  OfficialAccountApi,
  SubscribeMessage,
  TemplateMessage,
  Wechat,
  WechatConfig,
  WechatIdentity,
} from './wechat';
export { createWechat, WECHAT_URLS } from './wechat';
export { isBadCode, WechatError, wordsOf } from './wechatError';
