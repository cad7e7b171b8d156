/** WeChat's error codes (全局返回码) that we meet, what each means to us, and the words for those who run the system. */

/** What to do about an error depends on its kind alone. */
export type WechatErrorKind =
  /** -1: try again at once. */
  | 'busy'
  /** The access_token was refused: it is replaced and the call repeated. */
  | 'staleToken'
  /** Too many calls in a minute. */
  | 'rateLimited'
  /** The day's calls are used up. */
  | 'quota'
  /** The person does not follow the account, or has not allowed the message. */
  | 'refusedByUser'
  /** A customer-service message outside the 48 hours, or more of them than one message of the person's allows. */
  | 'outOfWindow'
  | 'badTemplate'
  /** A field of what was sent is malformed or too long. */
  | 'badField'
  /** A code of `wx.login`, of the phone or of a page's authorisation. */
  | 'badCode'
  /** Nobody of this account. */
  | 'badOpenid'
  /** The menu breaks WeChat's rules. */
  | 'badMenu'
  /** Wrong appid or secret, an address outside the white list, an ability that the account lacks. */
  | 'notAllowed'
  /** There is no such account in our own configuration. */
  | 'notConfigured'
  /** Time-out, HTTP error, or something that is not WeChat's answer. */
  | 'noAnswer'
  | 'other';

interface Meaning {
  kind: WechatErrorKind;
  words: string;
}

const TABLE: readonly (readonly [kind: WechatErrorKind, words: string, ...errcodes: number[]])[] = [
  ['busy', '微信系统繁忙', -1],
  ['staleToken', '接口凭证已失效', 40001, 40014, 42001],
  ['rateLimited', '接口调用超过频率限制（每分钟）', 45011],
  ['quota', '接口调用超过频率限制（当天次数已用完）', 45009],
  ['refusedByUser', '用户未关注公众号', 43004],
  ['refusedByUser', '用户拒收或未允许订阅消息', 43101],
  ['outOfWindow', '超过48小时未与公众号互动，或已取消关注', 45015],
  ['outOfWindow', '客服消息条数已达上限，等用户再次发消息', 45047],
  ['badTemplate', '模板未通过或不存在', 40037],
  ['badField', '消息内容有误：某个字段为空、过长或格式不符', 47003],
  ['badField', '消息内容过长', 45002],
  ['badField', '请求内容有误', 44002, 47001],
  ['badCode', '登录或手机号凭证无效或已用过', 40029, 40163, 41008],
  ['badOpenid', '用户不属于该公众号或小程序', 40003],
  ['badMenu', '菜单不符合微信的要求', 40016, 40017, 40018, 40019, 40020, 40023, 40024, 40025, 40026, 40027],
  ['badMenu', '菜单中的小程序与公众号没有关联', 45064],
  ['notAllowed', 'AppID 不正确', 40013],
  ['notAllowed', 'AppSecret 不正确或已被冻结', 40125, 40243],
  ['notAllowed', '服务器IP不在微信的白名单中', 40164, 89503, 89506, 89507],
  ['notAllowed', '公众号没有这个接口的权限', 48001],
];

export const ERRCODES: ReadonlyMap<number, Meaning> = new Map(
  TABLE.flatMap(([kind, words, ...errcodes]) => errcodes.map((errcode) => [errcode, { kind, words }])),
);
