/** Configuration from the environment, validated once at start: a wrong deployment must not get as far as its first learner. */
import { z } from 'zod';
import { type OfficialAccountSettings, readOfficialAccounts } from './officialAccounts';

const QR_TEXT_MAX_BYTES = 62;
const QR_TAIL_BYTES = '/q/'.length + 16;

const url = z
  .url({
    protocol: /^https?$/,
    error: ({ input }) => (input === undefined ? '必须提供' : '必须是 http(s) 地址'),
  })
  .regex(/^[^?#]*$/, '不能带参数')
  .transform((text) => text.replace(/\/+$/, ''));
const flag = z
  .enum(['0', '1', 'true', 'false'], '只能是 0 或 1')
  .default('0')
  .transform((v) => v === '1' || v === 'true');
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, `只能是 ${values.join('、')} 之一`);
const optional = z.string().optional();

/** `kid:base64`, 32 bytes each; the first is used for sealing, all for opening (rotation). */
const dataKeys = z
  .string('必须提供，形如 k1:BASE64（32字节），可用 openssl rand -base64 32 生成')
  .transform((text, ctx) => {
    const keys = text.split(',').map((part) => {
      const [kid = '', base64 = ''] = part.trim().split(':');
      return { kid, key: Buffer.from(base64, 'base64') };
    });
    if (keys.some(({ kid, key }) => !/^\w{1,16}$/.test(kid) || key.length !== 32)) {
      ctx.addIssue({ code: 'custom', message: '每个密钥应为 名称:BASE64，解码后恰好32字节，用逗号分隔' });
      return z.NEVER;
    }
    if (new Set(keys.map(({ kid }) => kid)).size < keys.length) {
      ctx.addIssue({ code: 'custom', message: '密钥名称不能重复，否则用其中一个加密的内容将无法解开' });
      return z.NEVER;
    }
    return keys;
  });
const indexKey = z.string('必须提供，32字节的 BASE64').transform((text, ctx) => {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) {
    ctx.addIssue({ code: 'custom', message: '解码后应恰好32字节' });
    return z.NEVER;
  }
  return key;
});
/** `22-7`, or `none`. */
const quietHours = z
  .string()
  .regex(/^(none|([01]?\d|2[0-3])-([01]?\d|2[0-3]))$/, '应形如 22-7，或 none')
  .transform((text) => {
    const [from, to] = text.split('-').map(Number);
    return from === undefined || to === undefined ? null : { from, to };
  });

const schema = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('必须是端口号').int().min(0).max(65535).default(8080),
  PUBLIC_URL: url.refine((text) => Buffer.byteLength(text) + QR_TAIL_BYTES <= QR_TEXT_MAX_BYTES, {
    error: `过长：二维码文字最多${QR_TEXT_MAX_BYTES}字节，地址最多${QR_TEXT_MAX_BYTES - QR_TAIL_BYTES}字节`,
  }),
  MONGODB_URI: z.string('必须提供').regex(/^mongodb(\+srv)?:\/\//, '应以 mongodb:// 开头'),
  REDIS_URL: z.string('必须提供').regex(/^rediss?:\/\//, '应以 redis:// 开头'),
  DATA_KEYS: dataKeys,
  INDEX_KEY: indexKey,
  TRUST_PROXY: flag,
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  WEB_ROOT: z.string().default('dist'),

  WECHAT_API_URL: url.default('https://api.weixin.qq.com'),
  WECHAT_OPEN_URL: url.default('https://open.weixin.qq.com'),
  WECHAT_MINIPROGRAM_APPID: optional,
  WECHAT_MINIPROGRAM_SECRET: optional,
  WECHAT_OFFICIAL_NAME: z.string().default('继教通'),
  /** Whom the account is for: 41 for a province, 4111 for a city; empty for the whole country. */
  WECHAT_OFFICIAL_REGION: z
    .string()
    .regex(/^\d{2}(\d{2}(\d{2})?)?$/, '应为2、4或6位行政区划代码')
    .optional(),
  /** Its menu; the product's own (config/wechat-menu.json) where there is none. */
  WECHAT_OFFICIAL_MENU_FILE: optional,
  WECHAT_OFFICIAL_APPID: optional,
  WECHAT_OFFICIAL_SECRET: optional,
  WECHAT_OFFICIAL_TOKEN: z
    .string()
    .regex(/^[0-9A-Za-z]{3,32}$/, '应为3–32位字母或数字')
    .optional(),
  WECHAT_OFFICIAL_AES_KEY: z
    .string()
    .regex(/^[0-9A-Za-z]{43}$/, '应为43位字母或数字')
    .optional(),
  /** A JSON file with further official accounts (docs/operations.md), such as a city's beside the province's. */
  WECHAT_OFFICIAL_ACCOUNTS_FILE: optional,
  /** Template ids of the official account; without one the message goes as a customer-service text. */
  WECHAT_TEMPLATE_APPROVAL: optional,
  WECHAT_TEMPLATE_CREDIT: optional,
  /**
   * Template ids of the mini-program's subscribe messages: for what is still to be done, and for a credit that was reviewed or
   * revoked. Without one nobody is asked to subscribe.
   */
  WECHAT_SUBSCRIBE_TASK: optional,
  WECHAT_SUBSCRIBE_CREDIT: optional,
  /** For all other messages: 审核结果, 通知公告, 报名与活动变更. */
  WECHAT_SUBSCRIBE_NOTICE: optional,
  /** How many messages a learner is sent a day at most beside those that cannot wait. */
  MESSAGES_A_DAY: z.coerce.number('必须是整数').int().min(1).max(100).default(8),
  /** Nothing is sent to a learner from hour to hour (in China) where he has not chosen others; `none` for at any time. */
  MESSAGES_QUIET_HOURS: quietHours.default({ from: 22, to: 7 }),
  SMS_GATEWAY_URL: url.optional(),
  SMS_GATEWAY_TOKEN: optional,
  /** WeChat's stand-in is running: any browser may sign in as a simulated person. */
  SIMULATOR: flag,
});

type Given = Record<string, string | undefined>;

/** Accounts that make sense whole or not at all. */
const TOGETHER = [
  ['WECHAT_MINIPROGRAM_APPID', 'WECHAT_MINIPROGRAM_SECRET'],
  ['WECHAT_OFFICIAL_APPID', 'WECHAT_OFFICIAL_SECRET', 'WECHAT_OFFICIAL_TOKEN'],
  ['SMS_GATEWAY_URL', 'SMS_GATEWAY_TOKEN'],
];

/** What is wrong between keys. Looks at the text, so that it is told together with what is wrong in single ones. */
function problemsBetween(given: Given): string[] {
  const halves = TOGETHER.flatMap((names) => {
    const missing = names.filter((name) => given[name] === undefined);
    return missing.length < names.length
      ? missing.map((name) => `${name}：须与 ${names.join('、')} 一起提供`)
      : [];
  });
  const isProduction = given.NODE_ENV === 'production';
  return [
    ...halves,
    ...(isProduction && /^(1|true)$/.test(given.SIMULATOR ?? '')
      ? ['SIMULATOR：生产环境不能启用微信模拟器']
      : []),
    ...(isProduction && given.PUBLIC_URL?.startsWith('http:')
      ? ['PUBLIC_URL：生产环境必须是 https 地址']
      : []),
  ];
}

export type Config = z.output<typeof schema> & {
  /** The one of WECHAT_OFFICIAL_* as `main` first, then those of the file. */
  officialAccounts: readonly OfficialAccountSettings[];
};

/** A configuration that does not hold; `problems` has one line for each key. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`配置有误，服务没有启动：\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the configuration.
 * @throws ConfigError naming every missing or malformed key, in Chinese.
 */
export function readConfig(env: Given): Config {
  // An empty value in an env file means "not set".
  const given: Given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()])
      .filter(([, value]) => value),
  );
  const result = schema.safeParse(given);
  const between = problemsBetween(given);
  const single = (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}：${issue.message}`);
  const accounts = readOfficialAccounts(given);
  const problems = [...single, ...between, ...accounts.problems];
  if (result.success && problems.length === 0) {
    return { ...result.data, officialAccounts: accounts.accounts };
  }
  throw new ConfigError(problems);
}
