export type {
  FaceResult,
  SubscribeMessage,
  TemplateMessage,
  Wechat,
  WechatConfig,
  WechatIdentity,
} from './wechat';
export { createWechat, WECHAT_URLS } from './wechat';
export { isBadCode, WechatError } from './wechatError';
