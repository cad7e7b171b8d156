/** The official accounts (公众号) that one server answers for: a province's, a city's 继医委, each with its own menu and audience. */
import { readFileSync } from 'node:fs';
import { codesOf, MESSAGE_KINDS, type MessageKind } from '@common/terms';
import { z } from 'zod';

/** The account of WECHAT_OFFICIAL_*: its channel is used for signing in on web pages too. */
export const MAIN_ACCOUNT = 'main';

/** What of a message stands in a template's field. */
export const TEMPLATE_SLOTS = ['title', 'line1', 'line2', 'time'] as const;

const templateSetting = z.object({
  id: z.string().min(1),
  /** By the template's field: thing1 -> title. */
  fields: z.record(z.string(), z.enum(TEMPLATE_SLOTS)).refine((fields) => Object.keys(fields).length > 0, {
    error: '至少要有一个字段',
  }),
});
export type TemplateSetting = z.output<typeof templateSetting>;

const account = z.object({
  /** Stands in the address /wechat/messages/KEY and in the data: never to be changed. */
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,31}$/, '应为小写字母、数字或连字符')
    .refine((key) => key !== MAIN_ACCOUNT, '不能是 main'),
  name: z.string().min(1).max(30),
  appId: z.string().min(1),
  secret: z.string().min(1),
  token: z.string().regex(/^[0-9A-Za-z]{3,32}$/, '应为3–32位字母或数字'),
  aesKey: z
    .string()
    .regex(/^[0-9A-Za-z]{43}$/, '应为43位字母或数字')
    .nullable()
    .default(null),
  /** Whom it is for: GB/T 2260, empty for the whole country. */
  regionCode: z
    .string()
    .regex(/^(\d{2}(\d{2}(\d{2})?)?)?$/, '行政区划代码格式不正确')
    .default(''),
  templates: z.partialRecord(z.enum(codesOf(MESSAGE_KINDS)), templateSetting).default({}),
  /** Its menu's file; the one of the product where null. */
  menuFile: z.string().nullable().default(null),
});
export interface OfficialAccountSettings extends Omit<z.output<typeof account>, 'templates'> {
  templates: Partial<Record<MessageKind, TemplateSetting>>;
}

type Given = Record<string, string | undefined>;

/** The product's own templates have these fields. */
export const OWN_FIELDS: TemplateSetting['fields'] = { thing1: 'title', thing2: 'line1', thing3: 'line2' };

function mainOf(given: Given): OfficialAccountSettings[] {
  const {
    WECHAT_OFFICIAL_APPID: appId,
    WECHAT_OFFICIAL_SECRET: secret,
    WECHAT_OFFICIAL_TOKEN: token,
  } = given;
  if (!appId || !secret || !token) {
    return [];
  }
  const template = (id: string | undefined) => id && { id, fields: OWN_FIELDS };
  const other = template(given.WECHAT_TEMPLATE_APPROVAL);
  const credit = template(given.WECHAT_TEMPLATE_CREDIT);
  const kinds = codesOf(MESSAGE_KINDS).flatMap((kind) => {
    const setting = kind === 'credit' ? credit : other;
    return setting ? [[kind, setting] as const] : [];
  });
  return [
    {
      key: MAIN_ACCOUNT,
      name: given.WECHAT_OFFICIAL_NAME ?? '继教通',
      appId,
      secret,
      token,
      aesKey: given.WECHAT_OFFICIAL_AES_KEY ?? null,
      regionCode: given.WECHAT_OFFICIAL_REGION ?? '',
      templates: Object.fromEntries(kinds),
      menuFile: given.WECHAT_OFFICIAL_MENU_FILE ?? null,
    },
  ];
}

/** All accounts, or what is wrong with the file, each problem by the account and field at fault; never a secret's value. */
export function readOfficialAccounts(given: Given): {
  accounts: OfficialAccountSettings[];
  problems: string[];
} {
  const main = mainOf(given);
  const path = given.WECHAT_OFFICIAL_ACCOUNTS_FILE;
  if (!path) {
    return { accounts: main, problems: [] };
  }
  const told = (words: string) => `WECHAT_OFFICIAL_ACCOUNTS_FILE：${words}`;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isText = error instanceof SyntaxError;
    return { accounts: main, problems: [told(isText ? '不是JSON文件' : '文件无法读取')] };
  }
  const parsed = z.array(account).max(50).safeParse(content);
  if (!parsed.success) {
    return {
      accounts: main,
      problems: parsed.error.issues.map(({ path: at, message }) =>
        told(`${at.join('.') || '内容'} ${message}`),
      ),
    };
  }
  const accounts = [...main, ...parsed.data];
  const repeated = (field: 'key' | 'appId') =>
    new Set(accounts.map((one) => one[field])).size < accounts.length;
  return {
    accounts,
    problems: (['key', 'appId'] as const).filter(repeated).map((field) => told(`${field} 不能重复`)),
  };
}
