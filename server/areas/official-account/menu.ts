/**
 * The official account's menu (manual 003 §四: 应用→继教学分管理→学员登陆, 服务→查询密码), from a file: the product's own, or the one
 * of the account's `menuFile`. What a click sends is what a person would type: the message server answers both alike.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Platform } from '../../platform';
import type { OfficialAccountSettings } from '../../platform/officialAccounts';

/** One tap of the menu, as WeChat takes it. */
export type MenuEntry = { name: string } & (
  | { type: 'click'; key: string }
  | { type: 'view'; url: string }
  | { type: 'miniprogram'; url: string; appid: string; pagepath: string }
);
export interface WechatMenu {
  button: (MenuEntry | { name: string; sub_button: MenuEntry[] })[];
}

/** A menu's file that does not hold; a line for each thing that is wrong. */
export class MenuError extends Error {
  constructor(readonly problems: string[]) {
    super(`菜单文件有误：\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'MenuError';
  }
}

/** The product's own. */
export const OWN_MENU_FILE = path.join(__dirname, '../../../config/wechat-menu.json');

/** WeChat's bounds, in bytes of UTF-8: a Han character has three. */
const [TOP_NAME, SUB_NAME, KEY, URL] = [16, 60, 128, 1024];
const within = (bytes: number, what: string) =>
  z
    .string(`缺少${what}`)
    .trim()
    .min(1, `${what}不能为空`)
    .refine((text) => Buffer.byteLength(text) <= bytes, {
      error: `${what}不能超过${bytes}字节（一个汉字3字节）`,
    });
const pagePath = z
  .string('缺少小程序页面 page')
  .regex(/^[a-z][\w-]*(\/[\w-]+)+(\?[\w=&%-]+)?$/, '小程序页面应形如 pages/credits/index');
/** `{home}` and `{page:pages/credits/index}` stand for addresses of this deployment. */
const address = within(URL, '网址').regex(
  /^(https?:\/\/\S+|\{home\}|\{page:[^{}\s]+\})$/,
  '网址应以 http 开头，或为 {home}、{page:页面路径}',
);

const entry = (nameBytes: number) => {
  const name = within(nameBytes, '名称');
  return z.discriminatedUnion(
    'type',
    [
      z.strictObject({ type: z.literal('click'), name, key: within(KEY, '点击后发送的文字 key') }),
      z.strictObject({ type: z.literal('view'), name, url: address }),
      z.strictObject({ type: z.literal('miniprogram'), name, page: pagePath }),
    ],
    '类型 type 只能是 click、view 或 miniprogram',
  );
};
const parent = z.strictObject({
  name: within(TOP_NAME, '名称'),
  sub_button: z
    .array(entry(SUB_NAME), '二级菜单应为列表')
    .min(1, '二级菜单至少1项')
    .max(5, '二级菜单最多5项'),
});
const single = entry(TOP_NAME);
const menuFile = z.strictObject(
  { button: z.array(z.unknown(), '缺少 button').min(1, '菜单至少1项').max(3, '一级菜单最多3项') },
  '缺少 button',
);
type FileEntry = z.output<typeof single>;
interface MenuFile {
  button: (FileEntry | z.output<typeof parent>)[];
}

/** 第2个菜单“服务”的第3项“绑定”：名称不能超过60字节. */
function problemsOf(content: unknown): string[] {
  const file = menuFile.safeParse(content);
  if (!file.success) {
    return file.error.issues.map(({ message, code }) =>
      code === 'unrecognized_keys' ? '只能有 button' : message,
    );
  }
  return file.data.button.flatMap((button, at) => {
    const result = shapeOf(button).safeParse(button);
    return (result.error?.issues ?? []).map((issue) => {
      const [list, sub] = issue.path;
      const inner = list === 'sub_button' && typeof sub === 'number' ? subOf(button, sub) : null;
      const where = `第${at + 1}个菜单${nameIn(button)}${inner ? `的第${Number(sub) + 1}项${nameIn(inner)}` : ''}`;
      const words = issue.code === 'unrecognized_keys' ? `不认识 ${issue.keys.join('、')}` : issue.message;
      return `${where}：${words}`;
    });
  });
}

const hasSubs = (button: unknown): button is { sub_button: unknown } =>
  typeof button === 'object' && button !== null && 'sub_button' in button;
const shapeOf = (button: unknown) => (hasSubs(button) ? parent : single);
const subOf = (button: unknown, at: number): unknown =>
  hasSubs(button) && Array.isArray(button.sub_button) ? button.sub_button[at] : null;
function nameIn(button: unknown): string {
  const name = (button as { name?: unknown } | null)?.name;
  return typeof name === 'string' && name !== '' ? `“${name}”` : '';
}

/**
 * Reads and checks a menu's file.
 * @throws MenuError with everything that is wrong, in Chinese.
 */
export function readMenuFile(file: string = OWN_MENU_FILE): MenuFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new MenuError([error instanceof SyntaxError ? `${file} 不是JSON文件` : `${file} 无法读取`]);
  }
  const problems = problemsOf(content);
  if (problems.length > 0) {
    throw new MenuError(problems);
  }
  const { button } = menuFile.parse(content);
  return { button: button.map((one) => (hasSubs(one) ? parent.parse(one) : single.parse(one))) };
}

/** A page of the mini-program in its H5 build. */
const h5 = (publicUrl: string, page: string) => `${publicUrl}/#/${page}`;

function entryOf(given: FileEntry, publicUrl: string, miniprogramAppId: string | null): MenuEntry {
  if (given.type === 'click') {
    return { type: 'click', name: given.name, key: given.key };
  }
  const { name } = given;
  if (given.type === 'view') {
    const [, page] = /^\{page:(.+)\}$/.exec(given.url) ?? [];
    const url = given.url === '{home}' ? `${publicUrl}/` : page ? h5(publicUrl, page) : given.url;
    return { type: 'view', name, url };
  }
  const url = h5(publicUrl, given.page);
  return miniprogramAppId
    ? { type: 'miniprogram', name, url, appid: miniprogramAppId, pagepath: given.page }
    : { type: 'view', name, url };
}

/**
 * An account's menu with this deployment's addresses; where no mini-program is configured its pages open in the browser.
 * @throws MenuError
 */
export function menuOf(
  { config }: { config: Pick<Platform['config'], 'PUBLIC_URL' | 'WECHAT_MINIPROGRAM_APPID'> },
  { menuFile: file }: Pick<OfficialAccountSettings, 'menuFile'>,
): WechatMenu {
  const fill = (given: FileEntry) =>
    entryOf(given, config.PUBLIC_URL, config.WECHAT_MINIPROGRAM_APPID ?? null);
  return {
    button: readMenuFile(file ?? undefined).button.map((one) =>
      'sub_button' in one ? { name: one.name, sub_button: one.sub_button.map(fill) } : fill(one),
    ),
  };
}
