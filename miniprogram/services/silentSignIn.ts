import Taro from '@tarojs/taro';
import type { SilentSignIn } from './sessionStore';

/** In WeChat: `wx.login` gives a code without a question. silentSignIn.h5.ts takes its place in a browser. */
export const silentSignIn: SilentSignIn = async (accounts) => {
  const { code } = await Taro.login();
  return accounts.signInWithWechat({ channel: 'miniprogram', code });
};

/** Whether "sign in with WeChat" can be offered. */
export async function canSignInWithWechat(_accounts: Parameters<SilentSignIn>[0]): Promise<boolean> {
  return true;
}
