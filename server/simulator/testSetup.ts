/** For tests: the simulator with accounts of its own, so that test files never share a key in Redis. */
import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { createWechat, type Wechat } from '../platform/wechat';
import { type Simulator, startSimulator } from './startSimulator';
import type { SimulatorOptions } from './world';

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

export function openTestRedis(): Redis {
  const url = process.env.JJT_TEST_REDIS_URL;
  if (!url) {
    throw new Error('JJT_TEST_REDIS_URL is not set');
  }
  return new Redis(url);
}

export interface SimulatedWechat {
  simulator: Simulator;
  /** Another process of the same server, so to speak: own client, same Redis. */
  openWechat(fetchTimeoutMs?: number): Wechat;
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
    openWechat(fetchTimeoutMs) {
      const redis = openTestRedis();
      clients.push(redis);
      const urls = { apiUrl: simulator.url, openUrl: simulator.url };
      return createWechat({ ...urls, ...accounts, ...options }, redis, fetchTimeoutMs);
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
