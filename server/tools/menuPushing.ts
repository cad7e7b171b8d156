import { menuOf } from '../areas/official-account/menu';
import { menuDiff } from '../areas/official-account/menuDiff';
import type { Config } from '../platform/config';
import type { Wechat } from '../platform/wechat';

export interface MenuPush {
  config: Pick<Config, 'PUBLIC_URL' | 'WECHAT_MINIPROGRAM_APPID' | 'officialAccounts'>;
  wechat: Pick<Wechat, 'account'>;
  /** The account's key. */
  account: string;
  say(line: string): void;
  /** Asks whether to push; null where nobody can be asked. */
  agree: ((question: string) => Promise<boolean>) | null;
}

/**
 * Shows the changes, asks and pushes; answers the exit code: 0 pushed, nothing to do or not wanted, 2 changes and nobody to ask.
 * @throws MenuError, WechatError, or Error where there is no such account.
 */
export async function pushMenu({ config, wechat, account, say, agree }: MenuPush): Promise<0 | 2> {
  const settings = config.officialAccounts.find(({ key }) => key === account);
  if (!settings) {
    const keys = config.officialAccounts.map(({ key }) => key).join('、');
    throw new Error(`没有公众号 ${account}，已配置的有：${keys || '无'}`);
  }
  const menu = menuOf({ config }, settings);
  const api = wechat.account(account);
  const before = await api.menu();
  const lines = menuDiff(before, menu);
  if (lines.length === 0) {
    say(`${settings.name}的菜单没有变化`);
    return 0;
  }
  say(before ? `${settings.name}的菜单将有以下变化：` : `${settings.name}还没有菜单，将新建：`);
  for (const line of lines) {
    say(`  ${line}`);
  }
  if (!agree) {
    say('没有更新。在终端里运行以确认，或加 --yes 直接更新');
    return 2;
  }
  if (!(await agree('更新公众号菜单？(y/N) '))) {
    say('没有更新');
    return 0;
  }
  await api.createMenu(menu);
  say('公众号菜单已更新，关注者最晚24小时内看到');
  return 0;
}
