import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigError, readConfig } from './config';

const GOOD = {
  PUBLIC_URL: 'https://jjt.example.cn',
  MONGODB_URI: 'mongodb://127.0.0.1:27017/jjt',
  REDIS_URL: 'redis://127.0.0.1:6379',
  DATA_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
};
const key = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');

/** The lines that a deployment with these changes is refused with. */
function problems(changes: Record<string, string | undefined>): string[] {
  try {
    readConfig({ ...GOOD, ...changes });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) {
      throw error;
    }
    return error.problems;
  }
}

test('the least that is needed is enough, and the rest has defaults', () => {
  expect(readConfig(GOOD)).toMatchObject({
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: 8080,
    SIMULATOR: false,
    TRUST_PROXY: false,
    CORS_ORIGINS: [],
    WECHAT_API_URL: 'https://api.weixin.qq.com',
  });
});

test.each(Object.keys(GOOD))('%s missing is named in Chinese', (name) => {
  expect(problems({ [name]: undefined })).toEqual([expect.stringMatching(`^${name}：必须提供`)]);
});

test.each([
  ['NODE_ENV', 'staging'],
  ['PORT', 'eighty'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['PUBLIC_URL', 'jjt.example.cn'],
  ['PUBLIC_URL', 'ftp://jjt.example.cn'],
  ['PUBLIC_URL', 'https://jjt.cn/?from=x'],
  ['MONGODB_URI', 'postgres://127.0.0.1'],
  ['REDIS_URL', '127.0.0.1:6379'],
  ['DATA_KEYS', 'k1'],
  ['DATA_KEYS', `k1:${key(16)}`],
  ['DATA_KEYS', `bad name:${key(32)}`],
  ['DATA_KEYS', `k1:${key(32)},k1:${Buffer.alloc(32, 8).toString('base64')}`],
  ['INDEX_KEY', key(31)],
  ['TRUST_PROXY', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['MESSAGES_QUIET_HOURS', '22'],
  ['MESSAGES_QUIET_HOURS', '22-24'],
  ['WECHAT_API_URL', 'weixin'],
  ['WECHAT_OFFICIAL_AES_KEY', 'short'],
  ['WECHAT_OFFICIAL_REGION', '411'],
  ['WECHAT_OFFICIAL_REGION', '河南省'],
  ['WECHAT_OFFICIAL_ACCOUNTS_FILE', '/nowhere/accounts.json'],
  ['MESSAGES_A_DAY', '0'],
  ['MESSAGES_A_DAY', '1.5'],
  ['MESSAGES_A_DAY', 'many'],
])('%s=%s is refused by its name, in Chinese, without its value', (name, value) => {
  const lines = problems({ [name]: value });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^${name}：.*[\\u4e00-\\u9fff]`));
  expect(lines[0]).not.toMatch(/[a-z]{4,} [a-z]{4,}/i);
  expect(lines[0]).not.toContain(key(16));
});

test('everything wrong is told at once', () => {
  const lines = problems({
    NODE_ENV: 'production',
    SIMULATOR: '1',
    PUBLIC_URL: 'http://jjt.example.cn',
    MONGODB_URI: undefined,
    INDEX_KEY: 'x',
    PORT: 'x',
    WECHAT_MINIPROGRAM_APPID: 'wx1',
    SMS_GATEWAY_URL: 'https://sms.example.cn',
  });
  const named = new Set(lines.map((line) => line.split('：')[0]));
  expect([...named].sort()).toEqual([
    'INDEX_KEY',
    'MONGODB_URI',
    'PORT',
    'PUBLIC_URL',
    'SIMULATOR',
    'SMS_GATEWAY_TOKEN',
    'WECHAT_MINIPROGRAM_SECRET',
  ]);
  expect(() => readConfig({})).toThrow(/服务没有启动[\s\S]*PUBLIC_URL[\s\S]*DATA_KEYS/);
});

test('production takes neither the simulator nor plain http', () => {
  const NODE_ENV = 'production';
  expect(problems({ NODE_ENV })).toEqual([]);
  expect(problems({ NODE_ENV, SIMULATOR: 'true' })).toEqual(['SIMULATOR：生产环境不能启用微信模拟器']);
  expect(problems({ NODE_ENV, PUBLIC_URL: 'http://jjt.cn' })).toEqual([
    'PUBLIC_URL：生产环境必须是 https 地址',
  ]);
  expect(problems({ SIMULATOR: '1', PUBLIC_URL: 'http://10.0.0.5:8080' })).toEqual([]);
});

test('PUBLIC_URL leaves room for the token in a QR of 62 bytes', () => {
  const longest = `https://${'a'.repeat(31)}.cn`.padEnd(43, 'x');
  expect(problems({ PUBLIC_URL: longest })).toEqual([]);
  expect(problems({ PUBLIC_URL: `${longest}x` })).toEqual([
    expect.stringMatching(/^PUBLIC_URL：过长.*43字节/),
  ]);
  expect(`${longest}/q/${'t'.repeat(16)}`).toHaveLength(62);
  // Slashes at the end are not counted, and not doubled in the code.
  expect(readConfig({ ...GOOD, PUBLIC_URL: `${longest}//` }).PUBLIC_URL).toBe(longest);
});

test('the official accounts are those of the environment and of the file', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'config-')), 'accounts.json');
  const city = { key: 'luohe', name: '漯继医委', appId: 'wx2', secret: 's', token: 'token2' };
  writeFileSync(file, JSON.stringify([city]));
  const config = readConfig({
    ...GOOD,
    WECHAT_OFFICIAL_APPID: 'wx1',
    WECHAT_OFFICIAL_SECRET: 's',
    WECHAT_OFFICIAL_TOKEN: 'token1',
    WECHAT_OFFICIAL_REGION: '41',
    WECHAT_OFFICIAL_MENU_FILE: 'config/henan-menu.json',
    WECHAT_OFFICIAL_ACCOUNTS_FILE: file,
    WECHAT_SUBSCRIBE_NOTICE: 'N',
    MESSAGES_A_DAY: '12',
  });
  expect(config.officialAccounts).toMatchObject([
    { key: 'main', regionCode: '41', menuFile: 'config/henan-menu.json' },
    { key: 'luohe', regionCode: '', menuFile: null },
  ]);
  expect(config).toMatchObject({ WECHAT_SUBSCRIBE_NOTICE: 'N', MESSAGES_A_DAY: 12 });
  expect(readConfig(GOOD)).toMatchObject({ officialAccounts: [], MESSAGES_A_DAY: 8 });
});

test.each([
  [{ WECHAT_MINIPROGRAM_APPID: 'wx1' }, ['WECHAT_MINIPROGRAM_SECRET']],
  [{ WECHAT_MINIPROGRAM_SECRET: 's' }, ['WECHAT_MINIPROGRAM_APPID']],
  [{ WECHAT_OFFICIAL_APPID: 'wx1' }, ['WECHAT_OFFICIAL_SECRET', 'WECHAT_OFFICIAL_TOKEN']],
  [{ WECHAT_OFFICIAL_APPID: 'wx1', WECHAT_OFFICIAL_TOKEN: 'token' }, ['WECHAT_OFFICIAL_SECRET']],
  [{ SMS_GATEWAY_TOKEN: 't' }, ['SMS_GATEWAY_URL']],
])('half of an account %j is refused with what is missing', (given, missing) => {
  expect(problems(given)).toEqual(missing.map((name) => expect.stringMatching(`^${name}：须与 `)));
});

test('an empty or blank value is one that is not set', () => {
  expect(readConfig({ ...GOOD, PORT: '', WECHAT_MINIPROGRAM_APPID: '', LOG_LEVEL: ' ' })).toMatchObject({
    PORT: 8080,
    LOG_LEVEL: 'info',
  });
  expect(problems({ DATA_KEYS: '' })).toEqual([expect.stringMatching(/^DATA_KEYS：必须提供/)]);
  expect(readConfig({ ...GOOD, WECHAT_MINIPROGRAM_APPID: ' ' }).WECHAT_MINIPROGRAM_APPID).toBeUndefined();
});

test('keys and lists are read with spaces around them', () => {
  const config = readConfig({
    ...GOOD,
    DATA_KEYS: `new:${key(32)} , k1:${key(32)}`,
    CORS_ORIGINS: 'https://a.cn, https://b.cn,',
  });
  expect(config.DATA_KEYS.map(({ kid, key: { length } }) => [kid, length])).toEqual([
    ['new', 32],
    ['k1', 32],
  ]);
  expect(config.CORS_ORIGINS).toEqual(['https://a.cn', 'https://b.cn']);
});
