/**
 * `npm run authority -- 410000 河南省卫生健康委员会` makes an authority that has nobody above it, `npm run authority -- 410000`
 * resets the password of one; either prints the account and a password that is told once. 000000 is the nation's.
 */
import { createServices } from '../areas/services';
import { AppError } from '../http/errors';
import { readConfig } from '../platform/config';
import { createPlatform } from '../platform/create';

const USAGE = '用法：npm run authority -- <行政区划代码，6位> [名称]；不写名称则重置密码';

async function main([code = '', name]: string[]): Promise<void> {
  if (!/^\d{6}$/.test(code)) {
    throw new Error(USAGE);
  }
  const platform = await createPlatform(readConfig(process.env));
  try {
    const told = await createServices(platform).regionsUnits.openFirstAuthority(
      // 410000 is 41, 411100 is 4111.
      { regionCode: code.replace(/(00)+$/, ''), ...(name && { name }) },
      platform.random.bytes(8).toString('hex'),
    );
    process.stdout.write(
      `${told.name}\n账号 ${told.accountName}\n一次性密码 ${told.password}（${told.days}天内有效，只显示这一次，登录后须修改）\n`,
    );
  } finally {
    platform.redis.disconnect();
    await platform.mongo.close();
  }
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const why =
      error instanceof AppError && error.code === 'NOT_FOUND'
        ? `没有这个行政部门。${USAGE}`
        : (error as Error).message;
    process.stderr.write(`没有完成：${why}\n`);
    process.exit(1);
  },
);
