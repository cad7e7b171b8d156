/**
 * `npm run demo`: the whole product on one machine, with embedded stores, a simulated WeChat and demo data.
 * Environment: PORT, SIMULATOR_PORT, JIJIAOTONG_DATA (default `.data`).
 */
import path from 'node:path';
import { menuOf } from '../areas/official-account/menu';
import { startEmbedded } from '../embedded';
import { readConfig } from '../platform/config';
import { startServer } from '../server';
import { createPersonas } from '../simulator/personas';
import { type Simulator, startSimulator } from '../simulator/startSimulator';
import { buildFrontEnd, FRONT_ENDS } from './builds';
import { AUTHORITIES, UNITS } from './offices';
import { type DemoPeople, seedDemo } from './seed';
import { DEMO_APPS, demoAccountsFile, demoKeys, freePort } from './settings';

type Stop = () => Promise<void>;
const startedAt = performance.now();
const report = (line: string) =>
  console.log(`[${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} 秒] ${line}`);
const quiet = { info: () => undefined, warn: () => undefined };

async function demo(stops: Stop[]): Promise<void> {
  const dataDir = path.resolve(process.env.JIJIAOTONG_DATA ?? '.data');
  const stores = await startEmbedded({ dataDir, throwAway: false, report });
  stops.push(() => stores.stop());

  for (const frontEnd of FRONT_ENDS) {
    report(`检查${frontEnd.label}`);
    const built = await buildFrontEnd(frontEnd);
    report(built ? `已构建${frontEnd.label}` : `${frontEnd.label}没有变化，无需重新构建`);
  }

  const port = await freePort(Number(process.env.PORT ?? 8080));
  const publicUrl = `http://127.0.0.1:${port}`;
  const simulator = await startSimulator({
    port: await freePort(Number(process.env.SIMULATOR_PORT ?? 8090)),
    appUrl: publicUrl,
    ...DEMO_APPS,
    log: quiet,
  });
  stops.push(() => simulator.stop());
  report('模拟的微信已启动');

  const server = await startServer(
    readConfig({
      PORT: String(port),
      PUBLIC_URL: publicUrl,
      MONGODB_URI: stores.mongoUri,
      REDIS_URL: stores.redisUrl,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      WECHAT_API_URL: simulator.url,
      WECHAT_OPEN_URL: simulator.url,
      WECHAT_MINIPROGRAM_APPID: DEMO_APPS.miniprogram.appId,
      WECHAT_MINIPROGRAM_SECRET: DEMO_APPS.miniprogram.secret,
      WECHAT_SUBSCRIBE_TASK: 'task-reminder',
      WECHAT_SUBSCRIBE_CREDIT: 'credit-reviewed',
      // Whoever tries it out sees every message at once, at night too.
      MESSAGES_QUIET_HOURS: 'none',
      MESSAGES_A_DAY: '100',
      WECHAT_TEMPLATE_CREDIT: 'credit',
      WECHAT_OFFICIAL_ACCOUNTS_FILE: await demoAccountsFile(dataDir),
      WECHAT_OFFICIAL_APPID: DEMO_APPS.officialAccount.appId,
      WECHAT_OFFICIAL_SECRET: DEMO_APPS.officialAccount.secret,
      WECHAT_OFFICIAL_TOKEN: DEMO_APPS.officialAccount.token,
      WECHAT_OFFICIAL_AES_KEY: DEMO_APPS.officialAccount.aesKey,
      SMS_GATEWAY_URL: `${simulator.url}/sms`,
      SMS_GATEWAY_TOKEN: 'demo',
      SIMULATOR: '1',
      ...(await demoKeys(dataDir)),
    }),
  );
  stops.push(() => server.stop());
  for (const account of server.platform.config.officialAccounts) {
    await server.platform.wechat.account(account.key).createMenu(menuOf(server.platform, account));
  }
  report('服务已启动');
  const isNew = await seedDemo(server.platform, demoPeople(simulator), report);
  report(isNew ? '演示数据已写入' : '演示数据已存在，今天的活动已就绪');
  printAddresses(publicUrl, simulator.url);
}

function demoPeople(simulator: Simulator): DemoPeople {
  const personas = createPersonas({
    miniprogram: DEMO_APPS.miniprogram.appId,
    officialAccount: DEMO_APPS.officialAccount.appId,
  });
  return {
    persona(id) {
      const persona = personas.find(id);
      if (!persona) {
        throw new Error(`no simulated person ${id}`);
      }
      return persona;
    },
    async phoneCode(persona) {
      const answer = await fetch(`${simulator.url}/simulator/phone-code`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ persona }),
      });
      return ((await answer.json()) as { code: string }).code;
    },
  };
}

function printAddresses(publicUrl: string, simulatorUrl: string): void {
  const accounts = [...UNITS, ...AUTHORITIES].flatMap(({ code, name, password }) =>
    password ? [`    ${code}  ${password.padEnd(16)} ${name}`] : [],
  );
  console.log(`
继教通演示已就绪

  学员端（手机宽度打开）   ${publicUrl}/
  管理控制台              ${publicUrl}/console/
  模拟微信聊天            ${simulatorUrl}/
  接口文档                ${publicUrl}/api/docs

  演示账号（管理控制台，也可在学员端“我的”里登录管理）
${accounts.join('\n')}

  试一遍：学员端注册（模拟微信的第1人“陈慧敏”尚未注册）→ 976811 登录控制台审核 → 活动里打开签到大屏
  → 学员端扫码或输入签到码 → 控制台授分 → 学员端看学分，在模拟微信里发送“学分”或“kj 身份证号码”。

  管理账号在密码之后选择管理员姓名，短信验证码显示在模拟微信聊天页的右栏；976812 尚无管理员，可新增。

  按 Ctrl-C 停止。数据保存在 .data/，下次启动仍在。
`);
}

const stops: Stop[] = [];
let stopping: Promise<void> | null = null;
function stopAll(): Promise<void> {
  stopping ??= (async () => {
    for (const stop of stops.reverse()) {
      await stop().catch((error: unknown) => console.error(error));
    }
  })();
  return stopping;
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    report('正在停止…');
    void stopAll().then(() => {
      report('已停止');
      process.exit(0);
    });
  });
}

demo(stops).catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  await stopAll();
  process.exit(1);
});
