import type { SimulatedApp } from './personas';

export interface OfficialAccountOptions {
  appId: string;
  secret: string;
  token: string;
  aesKey: string | null;
}

/** An official account of the simulated WeChat. Its messages go to `/wechat/messages`, or with its key behind that. */
export interface SimulatedAccount extends OfficialAccountOptions {
  key: string;
  name: string;
  app: SimulatedApp;
  /** 原始ID: `gh_…`. */
  id: string;
}

export const MAIN_KEY = 'main';

/** The main account under the app name that it always had, and further ones beside it. */
export function createAccounts(
  main: OfficialAccountOptions & { name?: string },
  others: readonly (OfficialAccountOptions & { key: string; name: string })[],
): SimulatedAccount[] {
  return [
    { name: '继教通', ...main, key: MAIN_KEY, app: 'officialAccount', id: 'gh_5af1c7d20b3e' },
    ...others.map((one, index) => ({
      ...one,
      app: `officialAccount:${one.key}` as const,
      id: `gh_5af1c7d2${String(index + 1).padStart(4, '0')}`,
    })),
  ];
}
