import { MAIN_ACCOUNT } from '../../platform/officialAccounts';

/** An app of ours in WeChat: the mini-program, the main official account, or another one by its key. */
export type Channel = 'miniprogram' | 'officialAccount' | `officialAccount:${string}`;

/** The channel of an official account by its key in the configuration. */
export const channelOf = (account: string): Channel =>
  account === MAIN_ACCOUNT ? 'officialAccount' : `officialAccount:${account}`;
