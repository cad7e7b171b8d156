/**
 * In a browser: WeChat's page authorisation (网页授权). We leave for WeChat's address and come back with `?code=&state=`; the
 * page that was asked for travels along as `?to=`. Without WeChat the person signs in by password.
 */

import type { SilentSignIn } from './sessionStore';
import { authorizeUrl, readCallback } from './wechatRedirect';

const STATE = 'jijiaotong.wechatState';

/** Runs when the bundle is loaded, before the router reads the address. */
function takeCallback(): string | null {
  const callback = readCallback(window.location.search, sessionStorage.getItem(STATE));
  if (!callback) {
    return null;
  }
  sessionStorage.removeItem(STATE);
  // A code is good once: off the address, so that going back or sharing does not bring it again.
  window.history.replaceState(null, '', `${window.location.pathname}#${callback.to}`);
  return callback.code;
}

let code = takeCallback();

function isInWechat(): boolean {
  return /MicroMessenger/i.test(navigator.userAgent);
}

async function authorizeAddress(accounts: Parameters<SilentSignIn>[0]): Promise<string | null> {
  const config = await accounts.config({});
  return config.wechatAuthorizeUrl && (isInWechat() || config.simulated) ? config.wechatAuthorizeUrl : null;
}

export const silentSignIn: SilentSignIn = async (accounts) => {
  if (code) {
    const taken = code;
    code = null;
    return accounts.signInWithWechat({ channel: 'officialAccount', code: taken });
  }
  const address = await authorizeAddress(accounts);
  if (!address) {
    return null;
  }
  const state = crypto.getRandomValues(new Uint32Array(2)).join('');
  sessionStorage.setItem(STATE, state);
  const { origin, hash } = window.location;
  window.location.replace(authorizeUrl(address, origin, hash.slice(1), state));
  // The page is being left: whoever waits must not show an error meanwhile.
  return new Promise(() => undefined);
};

export async function canSignInWithWechat(accounts: Parameters<SilentSignIn>[0]): Promise<boolean> {
  return (await authorizeAddress(accounts)) !== null;
}
