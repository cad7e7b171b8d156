/** What we ask WeChat for, by its interface. */
const INTERFACES: readonly (readonly [RegExp, string])[] = [
  [/message\/template\/send/, '发送公众号模板消息'],
  [/message\/subscribe\/send/, '发送小程序订阅消息'],
  [/message\/custom\/(send|typing)/, '发送客服消息'],
  [/stable_token|\/token/, '获取接口凭证'],
  [/menu\//, '公众号菜单'],
  [/qrcode\/|getwxacode|wxacode/, '生成二维码'],
  [/user\/info/, '读取关注者'],
  [/jscode2session/, '小程序登录'],
  [/oauth2/, '网页登录'],
  [/getuserphonenumber/, '获取手机号'],
  [/face|verify/, '人脸核身'],
  [/pay|transactions|refund/, '微信支付'],
];

/** An interface of WeChat's in words: 发送客服消息. */
export const interfaceWords = (path: string): string =>
  INTERFACES.find(([pattern]) => pattern.test(path))?.[1] ?? '其他微信接口';
