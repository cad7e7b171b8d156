import { createCipher } from './cipher';
import { systemClock, systemRandom } from './clock';
import type { Config } from './config';
import { createFiles } from './files';
import type { Platform } from './index';
import { createLog } from './log';
import { createMetrics } from './metrics';
import { connectMongo } from './mongo';
import { connectRedis } from './redis';
import { createSms } from './sms';
import { createWechat, type WechatConfig } from './wechat';

/** WeChat's part of the configuration, as its client takes it. */
export function wechatConfig(config: Config): WechatConfig {
  const { WECHAT_MINIPROGRAM_APPID: mini, WECHAT_MINIPROGRAM_SECRET: miniSecret } = config;
  return {
    apiUrl: config.WECHAT_API_URL,
    openUrl: config.WECHAT_OPEN_URL,
    miniprogram: mini && miniSecret ? { appId: mini, secret: miniSecret } : null,
    officialAccounts: config.officialAccounts.map(({ key, appId, secret }) => ({ key, appId, secret })),
  };
}

/** Connects everything outside; `replace` lets tests put in a clock or a fake. */
export async function createPlatform(config: Config, replace: Partial<Platform> = {}): Promise<Platform> {
  const log = replace.log ?? createLog(config.LOG_LEVEL);
  const random = replace.random ?? systemRandom;
  const mongo = replace.mongo ?? (await connectMongo(config.MONGODB_URI));
  const redis = replace.redis ?? connectRedis(config.REDIS_URL, log);
  const clock = replace.clock ?? systemClock;
  const metrics = replace.metrics ?? createMetrics();
  return {
    config,
    log,
    random,
    mongo,
    redis,
    clock,
    cipher: createCipher(config, random),
    files: createFiles(mongo),
    metrics,
    sms: createSms(config),
    wechat: createWechat(wechatConfig(config), redis, { clock, metrics }),
    ...replace,
  };
}
