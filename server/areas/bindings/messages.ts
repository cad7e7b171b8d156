import type { BindingState } from '@common/terms';
import type { ClientSession } from 'mongoose';
import type { Platform } from '../../platform';
import type { Services } from '../services';

/** What happened to a learner's WeChat. */
export type BindingEvent = 'bound' | 'replaced' | 'released' | 'parted';

const TITLES: Record<BindingEvent, string> = {
  bound: '微信已绑定公众号',
  replaced: '公众号绑定的微信已更换',
  released: '微信已与公众号解绑',
  parted: '单位已解除您的微信绑定',
};
const DONE: Record<BindingEvent, (account: string) => string> = {
  bound: (account) => `公众号：${account}`,
  replaced: (account) => `公众号：${account}`,
  released: (account) => `公众号：${account}`,
  parted: () => '该微信不能再登录和查询您的信息。',
};
const IF_NOT_HIM = '如非本人操作，请立即联系单位管理员。';

const STATES: Record<BindingState, (account: string) => string> = {
  waiting: (account) => `请用微信扫描二维码，或在公众号“${account}”中发送“绑定”和绑定码。`,
  bound: (account) => `已绑定。现在可以在公众号“${account}”中查学分、收消息。`,
  refused: () =>
    '没有绑定：该微信已是其他学员的，一个微信只能绑定一名学员。请换用您本人的微信重新绑定；如有错误请联系单位管理员解除。',
  expired: () => '二维码和绑定码已过期，请重新获取。',
};

/** What the page that waits says. */
export const stateWords = (state: BindingState, accountName: string): string => STATES[state](accountName);

/** Tells the learner, wherever he can be reached: whoever has his phone in hand for a minute shall not bind it unnoticed. */
export function createBindingMessages({ random }: Platform, services: Services) {
  return async function tell(
    learnerId: string,
    event: BindingEvent,
    accountName: string,
    session?: ClientSession,
  ): Promise<void> {
    await services.notifications.tell(
      learnerId,
      {
        key: `wechat-${event}-${random.bytes(12).toString('base64url')}`,
        kind: 'account',
        title: TITLES[event],
        lines: [DONE[event](accountName), event === 'parted' ? '如有疑问，请联系单位管理员。' : IF_NOT_HIM],
        page: 'profile/official-account/index',
        isUrgent: true,
      },
      session,
    );
  };
}
