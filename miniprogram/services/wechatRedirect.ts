/** The addresses of WeChat's page authorisation, apart from the browser so that they can be tested. */

/** What WeChat brought back. `code` is null when the state was not ours: somebody else's link. */
export interface Callback {
  code: string | null;
  /** The page that was asked for, e.g. `/pages/credits/index`. */
  to: string;
}

/**
 * @param search `location.search`.
 * @param expectedState The state that this browser left with, null when it did not leave.
 * @returns Null when this is no return from WeChat.
 */
export function readCallback(search: string, expectedState: string | null): Callback | null {
  const params = new URLSearchParams(search);
  const code = params.get('code');
  if (!code) {
    return null;
  }
  const to = params.get('to') ?? '';
  return {
    code: expectedState !== null && params.get('state') === expectedState ? code : null,
    to: to.startsWith('/') ? to : '/pages/home/index',
  };
}

/**
 * WeChat's address with where to come back to. WeChat compares the parameters by their order.
 * @param base The address of the configuration, up to and with `?appid=…`.
 */
export function authorizeUrl(base: string, origin: string, to: string, state: string): string {
  const redirect = `${origin}/?to=${encodeURIComponent(to)}`;
  return `${base}&redirect_uri=${encodeURIComponent(redirect)}&response_type=code&scope=snsapi_base&state=${state}#wechat_redirect`;
}
