/** For tests: the simulator with accounts of its own, so that test files never share a key in Redis. */
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { MAIN_ACCOUNT } from '../platform/officialAccounts';
import { createWechat, type Wechat } from '../platform/wechat';
import { type Simulator, startSimulator } from '../simulator/startSimulator';
import type { SimulatorOptions } from '../simulator/world';
import { testStores } from './stores';

export const silentLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const testAccounts = () => {
  const id = randomBytes(7).toString('hex');
  return {
    miniprogram: { appId: `wxm${id}`, secret: 'mini-secret' },
    officialAccount: {
      appId: `wxo${id}`,
      secret: 'official-secret',
      token: 'jijiaotongTest',
      aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    },
  };
};

/** A client of its own on the test file's Redis; the caller disconnects it. */
export const openTestRedis = () => new Redis(testStores().redisUrl);

export interface SimulatedWechat {
  simulator: Simulator;
  accounts: Pick<SimulatorOptions, 'miniprogram' | 'officialAccount'>;
  /** Another process of the same server, so to speak: own client, same Redis. */
  openWechat(fetchTimeoutMs?: number, apiUrl?: string): Wechat;
  post(path: string, body: object): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

export async function startSimulatedWechat(
  options: Partial<SimulatorOptions> = {},
): Promise<SimulatedWechat> {
  const accounts = testAccounts();
  const simulator = await startSimulator({ port: 0, appUrl: '', log: silentLog, ...accounts, ...options });
  const clients: Redis[] = [];
  return {
    simulator,
    accounts: { ...accounts, ...options },
    openWechat(fetchTimeoutMs, apiUrl = simulator.url) {
      const redis = openTestRedis();
      clients.push(redis);
      const urls = { apiUrl, openUrl: simulator.url };
      const { miniprogram, officialAccount } = { ...accounts, ...options };
      const main = { ...officialAccount, key: MAIN_ACCOUNT };
      const officialAccounts = [main, ...(options.otherAccounts ?? [])];
      return createWechat({ ...urls, miniprogram, officialAccounts }, redis, { fetchTimeoutMs });
    },
    async post(path, body) {
      const answer = await fetch(`${simulator.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as Record<string, unknown>;
    },
    async stop() {
      await simulator.stop();
      for (const redis of clients) {
        redis.disconnect();
      }
    },
  };
}
