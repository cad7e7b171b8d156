/** `npm run wechat:menu`: puts the official account's menu in place. */
import { menuOf } from '../areas/official-account/wiring';
import { readConfig } from '../platform/config';
import { createPlatform } from '../platform/create';

async function main(): Promise<void> {
  const platform = await createPlatform(readConfig(process.env));
  try {
    const menu = menuOf(platform);
    await platform.wechat.createMenu(menu);
    process.stdout.write(`公众号菜单已更新：\n${JSON.stringify(menu, null, 2)}\n`);
  } finally {
    platform.redis.disconnect();
    await platform.mongo.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`公众号菜单没有更新：${(error as Error).message}\n`);
  process.exit(1);
});
