import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MenuError, menuOf, readMenuFile } from './menu';
import { menuDiff } from './menuDiff';

const config = { PUBLIC_URL: 'https://jjt.example.cn', WECHAT_MINIPROGRAM_APPID: 'wxmini' };
const own = { menuFile: null };
const CLICK = { type: 'click', name: '查学分', key: '学分' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'menu-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOf(content: unknown): string {
  const file = path.join(folder, 'menu.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}
function problems(content: unknown): string[] {
  try {
    readMenuFile(fileOf(content));
    return [];
  } catch (error) {
    return error instanceof MenuError ? error.problems : [String(error)];
  }
}

test('the product’s own has 应用, 服务 and 帮助, and opens pages that there are', () => {
  const { button } = readMenuFile();
  expect(button.map(({ name }) => name)).toEqual(['应用', '服务', '帮助']);
  const entries = button.flatMap((one) => ('sub_button' in one ? one.sub_button : [one]));
  expect(entries).toContainEqual({ type: 'click', name: '查询密码', key: 'kj' });
  const pages = entries.flatMap((entry) =>
    entry.type === 'miniprogram'
      ? [entry.page]
      : entry.type === 'view'
        ? [entry.url.replace(/^\{page:(.+)\}$/, '$1')]
        : [],
  );
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) {
    const file = `miniprogram/${page.split('?')[0]}.tsx`;
    expect([file, existsSync(path.join(__dirname, '../../..', file))]).toEqual([file, true]);
  }
});

test('a page of the mini-program opens in the browser where none is configured', () => {
  const entryOf = (appId: string | undefined) => {
    const [first] = menuOf({ config: { ...config, WECHAT_MINIPROGRAM_APPID: appId } }, own).button;
    return first && 'sub_button' in first ? first.sub_button[1] : undefined;
  };
  const url = 'https://jjt.example.cn/#/pages/credits/index';
  const pagepath = 'pages/credits/index';
  const name = '我的学分';
  expect(entryOf('wxmini')).toEqual({ type: 'miniprogram', name, url, appid: 'wxmini', pagepath });
  expect(entryOf(undefined)).toEqual({ type: 'view', name, url });
});

test('an account’s own file, with this deployment’s addresses', () => {
  const menuFile = fileOf({
    button: [
      { type: 'view', name: '首页', url: '{home}' },
      { type: 'view', name: '通知', url: '{page:notices/list/index?kind=faq}' },
      { type: 'view', name: '官网', url: 'https://www.luohe.gov.cn/' },
    ],
  });
  expect(menuOf({ config }, { menuFile }).button.map((entry) => 'url' in entry && entry.url)).toEqual([
    'https://jjt.example.cn/',
    'https://jjt.example.cn/#/notices/list/index?kind=faq',
    'https://www.luohe.gov.cn/',
  ]);
});

test.each([
  ['[', 'menu.json 不是JSON文件'],
  [[], '缺少 button'],
  [{ button: [] }, '菜单至少1项'],
  [{ button: [CLICK, CLICK, CLICK, CLICK] }, '一级菜单最多3项'],
  [{ button: [CLICK], matchrule: {} }, '只能有 button'],
  [{ button: [{ ...CLICK, name: '六个汉字的名称' }] }, '第1个菜单“六个汉字的名称”：名称不能超过16字节'],
  [{ button: [{ ...CLICK, name: '' }] }, '第1个菜单：名称不能为空'],
  [
    { button: [CLICK, { ...CLICK, key: '长'.repeat(43) }] },
    '第2个菜单“查学分”：点击后发送的文字 key不能超过128字节',
  ],
  [{ button: [{ name: '服务', sub_button: [] }] }, '第1个菜单“服务”：二级菜单至少1项'],
  [{ button: [{ name: '服务', sub_button: Array(6).fill(CLICK) }] }, '二级菜单最多5项'],
  [
    { button: [{ name: '服务', sub_button: [CLICK, { ...CLICK, type: 'pic_weixin' }] }] },
    '第1个菜单“服务”的第2项“查学分”：类型 type 只能是',
  ],
  [{ button: [{ type: 'view', name: '首页', url: 'javascript:alert(1)' }] }, '网址应以 http 开头'],
  [{ button: [{ type: 'miniprogram', name: '首页', page: '/pages' }] }, '小程序页面应形如'],
  [{ button: [{ ...CLICK, url: 'https://a.cn' }] }, '不认识 url'],
])('%j is refused with where and why', (content, said) => {
  expect(problems(content)).toEqual([expect.stringContaining(said)]);
});

test('a file that is not there is named', () => {
  expect(() => readMenuFile('/nowhere/menu.json')).toThrow('/nowhere/menu.json 无法读取');
});

describe('the diff', () => {
  const before = menuOf({ config }, own);
  const changed = (from: string, to: string) =>
    JSON.parse(JSON.stringify(before).replace(from, to)) as object;

  test('is empty for the same menu as WeChat gives it back', () => {
    const asWechat = {
      button: before.button.map((one) => ('sub_button' in one ? one : { ...one, sub_button: [] })),
    };
    expect(menuDiff(asWechat, before)).toEqual([]);
  });

  test('has all of a first menu', () => {
    const lines = menuDiff(null, before);
    expect(lines).toHaveLength(13);
    expect(lines).toContain('新增  服务 → 查询密码：发送“kj”');
  });

  test('names what is gone, new, or leads elsewhere', () => {
    expect(menuDiff(changed('查询密码', '忘记密码'), before)).toEqual([
      '删除  服务 → 忘记密码：发送“kj”',
      '新增  服务 → 查询密码：发送“kj”',
    ]);
    expect(menuDiff(changed('"key":"为什么"', '"key":"问题"'), before)).toEqual([
      '改为  服务 → 为什么查不到学分：发送“为什么”（原为发送“问题”）',
    ]);
  });

  test('tells of another order', () => {
    const turned = { button: [...before.button].reverse() };
    expect(menuDiff(turned, before)).toEqual([expect.stringMatching(/^顺序 {2}应用 → 继教学分管理、/)]);
  });
});
