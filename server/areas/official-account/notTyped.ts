/** What is said to all that nobody typed: pictures, places, scans, a new follower. */
import type { Redeemed } from '../bindings/service';
import { link } from './links';

const ONLY_TEXT = '目前只能看懂文字消息。\n发送“帮助”看看可以做什么。';

/** Messages by MsgType: what came in, in the sender's own words, and what to do instead. */
const NOT_TEXT: Readonly<Record<string, string>> = {
  image: `收到图片，但看不懂图上的内容，${ONLY_TEXT}\n要交证明材料，请在小程序“学分”中上传。`,
  voice: `收到语音，但没有听出文字，${ONLY_TEXT}`,
  video: `收到视频，${ONLY_TEXT}`,
  shortvideo: `收到小视频，${ONLY_TEXT}`,
  location: `收到位置，${ONLY_TEXT}\n签到请在现场扫描大屏幕上的二维码，不能发送位置代替。`,
  link: `收到链接，${ONLY_TEXT}`,
};

export const notText = (msgType: string): string =>
  (Object.hasOwn(NOT_TEXT, msgType) && NOT_TEXT[msgType]) || ONLY_TEXT;

/** What came of a binding's QR. */
export function bindingWords(redeemed: Redeemed): string {
  switch (redeemed.kind) {
    case 'bound':
      return `已绑定学员${redeemed.name}。现在发送“学分”就可以查学分，学分有变化也会在这里通知您。`;
    case 'taken':
      return '没有绑定：这个微信已经是另一位学员的。一个微信只能对应一位学员，如有错误请联系单位管理员解除。';
    case 'unknown':
      return '没有绑定：二维码已用过或已过期。请在小程序“我的”中打开“公众号绑定”，重新取得二维码。';
  }
}

/** To what the menu's scanner read: nobody is checked in by a message. */
export const scannedCode = (checkInUrl: string | null): string =>
  checkInUrl
    ? `这是签到二维码，还没有签到。\n${link(checkInUrl, '点此打开签到')}，二维码几秒钟就会更换，打不开时请在小程序“签到”中重新扫描大屏幕。`
    : '扫到的不是签到二维码。\n签到请扫描现场大屏幕上的二维码，或在小程序“签到”中输入大屏幕上的签到码。';
