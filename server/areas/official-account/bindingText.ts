import { type Links, pageLink, plainName } from './links';

const MINUTE_MS = 60_000;
const PAGE = 'profile/official-account/index';

/** What is said of 绑定 and 解绑. */
export const bindingText = {
  boundTo: (maskedName: string, unitName: string | null) =>
    [
      `当前微信已绑定：${maskedName}${unitName ? `（${plainName(unitName)}）` : ''}`,
      '发送“学分”查学分，学分有变化也会在这里通知您。',
      '不再使用？发送“解绑”。',
    ].join('\n'),
  how: (links: Links) =>
    [
      '当前微信还没有绑定学员。绑定方法：',
      `1. 登录小程序，在“我的”打开${pageLink(links, PAGE, '公众号绑定')}，取得8位绑定码`,
      '2. 把绑定码发送到这里，例如：绑定 ABCD2345',
      '也可以在该页面用微信扫描二维码。',
    ].join('\n'),
  wrongCode: (links: Links) =>
    `绑定码不正确、已用过或已过期（10分钟内有效）。\n请在小程序“我的”－${pageLink(links, PAGE, '公众号绑定')}重新取得。`,
  tooMany: (waitMs: number) =>
    `尝试的次数过多，请在${Math.ceil(waitMs / MINUTE_MS)}分钟后再试。\n也可以在小程序“我的”－“公众号绑定”扫描二维码。`,
  askRelease: (maskedName: string) =>
    [
      `确定要解除与${maskedName}的绑定吗？`,
      '解绑后这里查不到学分，也不再收到消息；扫码签到不受影响。',
      '回复“确认解绑”完成，不想解绑请不用回复。',
    ].join('\n'),
  released: () =>
    '已解绑。这里不再提供您的学分和消息，扫码签到不受影响。\n需要时可以重新绑定，发送“绑定”查看方法。',
  notBound: (links: Links) =>
    `当前微信没有绑定学员，不需要解绑。\n要绑定？在小程序“我的”打开${pageLink(links, PAGE, '公众号绑定')}。`,
};
