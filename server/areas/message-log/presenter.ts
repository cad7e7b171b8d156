import type { OutputOf } from '@common/contract/endpoint';
import type { officialAccounts } from '@common/contract/officialAccounts';
import { COMMAND_LABELS } from '@common/rules/messageCommands';
import { MAIN_ACCOUNT, type OfficialAccountSettings } from '../../platform/officialAccounts';
import type { Meaning } from '../official-account/message';
import { regionName } from '../regions-units/regions';

type AccountRow = OutputOf<typeof officialAccounts.listOfficialAccounts>['items'][number];

/** What came in beside what the grammar reads. */
const OTHER_LABELS: Readonly<Record<Exclude<Meaning['kind'], 'typed'>, string>> = {
  notText: '图片、语音、位置等',
  followed: '关注',
  unfollowed: '取消关注',
  scanned: '扫公众号二维码',
  scannedCode: '菜单扫码',
  delivered: '模板消息送达回执',
  silent: '其他事件',
};
const LABELS: Readonly<Record<string, string>> = { ...COMMAND_LABELS, ...OTHER_LABELS };

/** An older version may have known others. */
export const labelOf = (command: string): string =>
  (Object.hasOwn(LABELS, command) && LABELS[command]) || '其他';

export const presentAccount = (
  { key, name, appId, aesKey, regionCode }: OfficialAccountSettings,
  publicUrl: string,
  { bound, following }: Pick<AccountRow, 'bound' | 'following'>,
): AccountRow => ({
  account: key,
  name,
  appIdMasked: `${appId.slice(0, 4)}…${appId.slice(-4)}`,
  mode: aesKey ? 'safe' : 'plain',
  audienceName: regionName(regionCode) || '全国',
  serverUrl: `${publicUrl}/wechat/messages${key === MAIN_ACCOUNT ? '' : `/${key}`}`,
  bound,
  following,
});
