import { aptInstall } from './apt';
import { onPath, whyNoApt } from './machine';
import { startRedis } from './redis';
import { noStoreError } from './remedies';
import type { StartContext, StartedStore } from './types';

/** What the decision asks of the machine; replaced by fakes in its test. */
export interface RedisWays {
  onPath: typeof onPath;
  whyNoApt: typeof whyNoApt;
  aptInstall: typeof aptInstall;
  startRedis: typeof startRedis;
}

const WAYS: RedisWays = { onPath, whyNoApt, aptInstall, startRedis };

/** Chooses and starts Redis: `REDIS_URL`, a `redis-server` on PATH, one installed with apt, or an error that says what to do. */
export async function chooseRedis(context: StartContext, ways: RedisWays = WAYS): Promise<StartedStore> {
  const { env, report } = context;
  if (env.REDIS_URL) {
    const reason = '使用环境变量 REDIS_URL 指定的 Redis';
    report(`Redis：${reason}。`);
    return { url: env.REDIS_URL, choice: { kind: 'external', reason }, stop: async () => undefined };
  }
  const tried = ['没有设置 REDIS_URL'];
  const start = async (binary: string, reason: string): Promise<StartedStore> => {
    const { url, stop } = await ways.startRedis(binary, context);
    report(`Redis：${reason}，地址 ${url}。`);
    return { url, choice: { kind: 'redis-server', reason }, stop };
  };
  const binary = ways.onPath('redis-server', env);
  if (binary) {
    return start(binary, `没有设置 REDIS_URL，启动本机的 ${binary}`);
  }
  tried.push('PATH 中没有 redis-server');
  const obstacle = ways.whyNoApt();
  if (obstacle) {
    throw noStoreError('Redis', [...tried, `不能用 apt 自动安装：${obstacle}`]);
  }
  report('Redis：没有找到 redis-server，正在用 apt 安装……');
  try {
    await ways.aptInstall(['redis-server']);
  } catch (error) {
    throw noStoreError('Redis', [...tried, `用 apt 安装失败：${(error as Error).message}`]);
  }
  const installed = ways.onPath('redis-server', env);
  if (!installed) {
    throw noStoreError('Redis', [...tried, 'apt 安装后仍没有 redis-server']);
  }
  return start(installed, `没有找到 redis-server，已用 apt 安装并启动 ${installed}`);
}
