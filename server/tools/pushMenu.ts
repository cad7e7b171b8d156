/**
 * `npm run wechat:menu`: shows what the menu's file changes in an official account's menu, asks, and puts it in place.
 * `-- --account KEY` for another than the main account, `-- --yes` to push without being asked. Where nobody can be asked it
 * shows the changes and exits with 2.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../platform/config';
import { wechatConfig } from '../platform/create';
import { createLog } from '../platform/log';
import { connectRedis } from '../platform/redis';
import { createWechat } from '../platform/wechat';
import { pushMenu } from './menuPushing';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { account: { type: 'string', default: 'main' }, yes: { type: 'boolean', default: false } },
  });
  const config = readConfig(process.env);
  const redis = connectRedis(config.REDIS_URL, createLog('fatal'));
  try {
    return await pushMenu({
      config,
      wechat: createWechat(wechatConfig(config), redis),
      account: values.account,
      say: (line) => process.stdout.write(`${line}\n`),
      agree: values.yes ? async () => true : process.stdin.isTTY ? ask : null,
    });
  } finally {
    redis.disconnect();
  }
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(y|yes|是)$/i.test(answer.trim());
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`公众号菜单没有更新：${(error as Error).message}\n`);
    process.exit(1);
  },
);
