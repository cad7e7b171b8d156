import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** For tests: settings of a server with a second official account beside the main one, the city's, by the key `city`. */
export function withCityAccount(): Record<string, string> {
  const account = {
    key: 'city',
    name: '漯河继医委',
    appId: 'wxtestcity00000001',
    secret: 'city-secret',
    token: 'citytoken',
    regionCode: '4111',
  };
  const path = join(mkdtempSync(join(tmpdir(), 'jjt-accounts-')), 'accounts.json');
  writeFileSync(path, JSON.stringify([account]));
  return { WECHAT_OFFICIAL_ACCOUNTS_FILE: path };
}
