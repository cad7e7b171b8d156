import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readOfficialAccounts } from './officialAccounts';

const MAIN = {
  WECHAT_OFFICIAL_APPID: 'wxmain',
  WECHAT_OFFICIAL_SECRET: 'main-secret',
  WECHAT_OFFICIAL_TOKEN: 'maintoken',
};
const CITY = {
  key: 'luohe',
  name: '漯继医委',
  appId: 'wxcity',
  secret: 'city-secret',
  token: 'citytoken',
  regionCode: '4111',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accounts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(content: unknown, main: Record<string, string> = MAIN) {
  const file = path.join(folder, 'accounts.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readOfficialAccounts({ ...main, WECHAT_OFFICIAL_ACCOUNTS_FILE: file });
}

test('without any there is none, and without a file there is the main one', () => {
  expect(readOfficialAccounts({})).toEqual({ accounts: [], problems: [] });
  expect(readOfficialAccounts(MAIN).accounts).toEqual([
    {
      key: 'main',
      name: '继教通',
      appId: 'wxmain',
      secret: 'main-secret',
      token: 'maintoken',
      aesKey: null,
      regionCode: '',
      templates: {},
      menuFile: null,
    },
  ]);
});

test('the main one comes first, then the file’s, with what they leave out', () => {
  const { accounts, problems } = read([CITY, { ...CITY, key: 'zhuma', appId: 'wx3', menuFile: 'menu.json' }]);
  expect(problems).toEqual([]);
  expect(accounts.map(({ key }) => key)).toEqual(['main', 'luohe', 'zhuma']);
  expect(accounts[1]).toMatchObject({ aesKey: null, templates: {}, menuFile: null, regionCode: '4111' });
  expect(accounts[2]).toMatchObject({ menuFile: 'menu.json' });
  expect(read([CITY], {}).accounts.map(({ key }) => key)).toEqual(['luohe']);
});

test('the two template keys are those of credits and of all other kinds', () => {
  const [main] = readOfficialAccounts({
    ...MAIN,
    WECHAT_TEMPLATE_CREDIT: 'C',
    WECHAT_TEMPLATE_APPROVAL: 'A',
  }).accounts;
  expect(main?.templates.credit?.id).toBe('C');
  expect(main?.templates.approval?.id).toBe('A');
  expect(main?.templates.task?.id).toBe('A');
  expect(main?.templates.approval?.fields).toEqual({ thing1: 'title', thing2: 'line1', thing3: 'line2' });
});

test('an account’s own templates name their fields', () => {
  const credit = { id: 'T', fields: { thing4: 'title', time2: 'time' } };
  expect(read([{ ...CITY, templates: { credit } }]).accounts[1]?.templates).toEqual({ credit });
});

test.each([
  ['no such file', undefined, '文件无法读取'],
  ['no JSON', '[{', '不是JSON文件'],
  ['no list', {}, '内容'],
  ['a key for an address that is none', [{ ...CITY, key: '漯河' }], '0.key 应为小写字母'],
  ['the main one’s key', [{ ...CITY, key: 'main' }], '0.key 不能是 main'],
  ['no secret', [{ ...CITY, secret: '' }], '0.secret'],
  ['a bad token', [{ ...CITY, token: 'a b' }], '0.token 应为3–32位'],
  ['a bad AES key', [{ ...CITY, aesKey: 'short' }], '0.aesKey 应为43位'],
  ['a bad region', [{ ...CITY, regionCode: '411' }], '0.regionCode 行政区划'],
  [
    'a template without fields',
    [{ ...CITY, templates: { credit: { id: 'T', fields: {} } } }],
    '至少要有一个字段',
  ],
  ['two of one key', [CITY, { ...CITY, appId: 'wx9' }], 'key 不能重复'],
  ['two of one appid', [CITY, { ...CITY, key: 'other' }], 'appId 不能重复'],
  ['the main one’s appid', [{ ...CITY, appId: 'wxmain' }], 'appId 不能重复'],
])('%s is named, without a secret', (_, content, said) => {
  const { problems } =
    content === undefined
      ? readOfficialAccounts({ ...MAIN, WECHAT_OFFICIAL_ACCOUNTS_FILE: path.join(folder, 'none.json') })
      : read(content);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/^WECHAT_OFFICIAL_ACCOUNTS_FILE：/);
  expect(problems[0]).toContain(said);
  expect(problems[0]).not.toContain('city-secret');
});
