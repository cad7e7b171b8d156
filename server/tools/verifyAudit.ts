/** `npm run audit:verify`: recomputes the audit log's chain and names the first entry that was changed or removed. */
import { createServices } from '../areas/services';
import { readConfig } from '../platform/config';
import { createPlatform } from '../platform/create';

async function main(): Promise<number> {
  const platform = await createPlatform(readConfig(process.env));
  try {
    const broken = await createServices(platform).audit.firstBroken();
    process.stdout.write(
      broken === null ? '审计记录完整，没有被改动\n' : `审计记录从第${broken}条起被改动或缺失\n`,
    );
    return broken === null ? 0 : 2;
  } finally {
    platform.redis.disconnect();
    await platform.mongo.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`无法校验：${(error as Error).message}\n`);
    process.exit(1);
  },
);
