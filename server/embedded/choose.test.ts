import { chooseMongo, type MongoWays } from './chooseMongo';
import { chooseRedis, type RedisWays } from './chooseRedis';
import type { StartContext } from './types';

const lines: string[] = [];
const context = (env: Record<string, string> = {}): StartContext => ({
  dataDir: '/nowhere',
  throwAway: true,
  report: (line) => lines.push(line),
  env: env as NodeJS.ProcessEnv,
});
const started = (url: string) => async () => ({ url, stop: async () => undefined });

beforeEach(() => {
  lines.length = 0;
});

describe('the choice of MongoDB', () => {
  const nothing: MongoWays = {
    onPath: () => undefined,
    isProgram: () => true,
    whyNoDownload: async () => '不能下载',
    whyNoApt: () => '本机不是 Debian',
    startMongod: started('mongodb://mongod'),
    startDocumentDb: started('mongodb://documentdb'),
  };
  const everything: MongoWays = {
    ...nothing,
    onPath: () => '/usr/bin/mongod',
    whyNoDownload: async () => undefined,
    whyNoApt: () => undefined,
  };

  it('takes MONGODB_URI before anything else', async () => {
    const store = await chooseMongo(context({ MONGODB_URI: 'mongodb://given' }), everything);
    expect(store).toMatchObject({ url: 'mongodb://given', choice: { kind: 'external' } });
    expect(lines).toEqual(['MongoDB：使用环境变量 MONGODB_URI 指定的 MongoDB。']);
    await store.stop();
  });

  it('takes a mongod of this machine next', async () => {
    const startMongod = jest.fn(everything.startMongod);
    const store = await chooseMongo(context(), { ...everything, startMongod });
    expect(store.choice.kind).toBe('mongod');
    expect(startMongod).toHaveBeenCalledWith('/usr/bin/mongod', expect.anything());
    expect(lines.at(-1)).toContain('没有设置 MONGODB_URI，启动本机的 /usr/bin/mongod');
  });

  it('takes MONGOMS_SYSTEM_BINARY before PATH', async () => {
    const startMongod = jest.fn(everything.startMongod);
    await chooseMongo(context({ MONGOMS_SYSTEM_BINARY: '/opt/mongod' }), { ...everything, startMongod });
    expect(startMongod).toHaveBeenCalledWith('/opt/mongod', expect.anything());
  });

  it('then downloads', async () => {
    const startMongod = jest.fn(everything.startMongod);
    const store = await chooseMongo(context(), { ...everything, onPath: () => undefined, startMongod });
    expect(store.choice.kind).toBe('download');
    expect(startMongod).toHaveBeenCalledWith(undefined, expect.anything());
  });

  it('then uses DocumentDB, and says why', async () => {
    const store = await chooseMongo(context(), { ...nothing, whyNoApt: () => undefined });
    expect(store).toMatchObject({ url: 'mongodb://documentdb', choice: { kind: 'documentdb' } });
    expect(store.choice.reason).toMatch(/PATH 中没有 mongod.*不能下载.*改用 PostgreSQL \+ DocumentDB/);
  });

  it('goes on when a way fails to start', async () => {
    const startMongod = async (): Promise<never> => {
      throw new Error('illegal instruction');
    };
    const store = await chooseMongo(context(), { ...everything, startMongod });
    expect(store.choice.kind).toBe('documentdb');
    expect(store.choice.reason).toContain('mongod 启动失败：illegal instruction');
  });

  it('ends with what was tried and three remedies', async () => {
    const env = { MONGOMS_SYSTEM_BINARY: '/opt/mongod' };
    const error = await chooseMongo(context(env), { ...nothing, isProgram: () => false }).catch(
      (e: Error) => e,
    );
    expect((error as Error).message).toMatchInlineSnapshot(`
"没有可用的 MongoDB。已尝试：
  - 没有设置 MONGODB_URI
  - MONGOMS_SYSTEM_BINARY 指定的 /opt/mongod 不能运行
  - 不能下载
  - 不能安装替代品 PostgreSQL + DocumentDB：本机不是 Debian
请任选一种办法：
1. 设置环境变量 MONGODB_URI，指向已有的 MongoDB（须为副本集，单成员即可），例如 mongodb://127.0.0.1:27017/jijiaotong?replicaSet=rs0；
2. 安装 mongod 并放进 PATH（或用 MONGOMS_SYSTEM_BINARY 指明它的路径），或让本机能访问 MongoDB 的下载站（可用 MONGOMS_DOWNLOAD_MIRROR 指定镜像）；
3. 在 Debian 上以 root 运行（例如 Debian 容器），程序会自动安装替代品 PostgreSQL + DocumentDB。"
`);
  });
});

describe('the choice of Redis', () => {
  const nothing: RedisWays = {
    onPath: () => undefined,
    whyNoApt: () => '当前用户不是 root',
    aptInstall: async () => undefined,
    startRedis: started('redis://own'),
  };

  it('takes REDIS_URL before anything else', async () => {
    const store = await chooseRedis(context({ REDIS_URL: 'redis://given' }), nothing);
    expect(store).toMatchObject({ url: 'redis://given', choice: { kind: 'external' } });
    await store.stop();
  });

  it('takes a redis-server of this machine next', async () => {
    const store = await chooseRedis(context(), { ...nothing, onPath: () => '/usr/bin/redis-server' });
    expect(store).toMatchObject({ url: 'redis://own', choice: { kind: 'redis-server' } });
    expect(lines).toEqual([
      'Redis：没有设置 REDIS_URL，启动本机的 /usr/bin/redis-server，地址 redis://own。',
    ]);
  });

  it('then installs one', async () => {
    const aptInstall = jest.fn(async () => undefined);
    const onPath = jest.fn().mockReturnValueOnce(undefined).mockReturnValueOnce('/usr/bin/redis-server');
    const store = await chooseRedis(context(), { ...nothing, whyNoApt: () => undefined, aptInstall, onPath });
    expect(aptInstall).toHaveBeenCalledWith(['redis-server']);
    expect(store.choice.reason).toContain('已用 apt 安装');
  });

  it('ends with what was tried and three remedies', async () => {
    const error = await chooseRedis(context(), nothing).catch((e: Error) => e);
    expect((error as Error).message).toMatchInlineSnapshot(`
"没有可用的 Redis。已尝试：
  - 没有设置 REDIS_URL
  - PATH 中没有 redis-server
  - 不能用 apt 自动安装：当前用户不是 root
请任选一种办法：
1. 设置环境变量 REDIS_URL，指向已有的 Redis，例如 redis://127.0.0.1:6379；
2. 安装 redis-server 并放进 PATH（Debian/Ubuntu：apt-get install redis-server；macOS：brew install redis）；
3. 在 Debian 上以 root 运行（例如 Debian 容器），程序会自动用 apt 安装。"
`);
    const aptInstall = async (): Promise<never> => {
      throw new Error('no network');
    };
    const failed = { ...nothing, whyNoApt: () => undefined, aptInstall };
    await expect(chooseRedis(context(), failed)).rejects.toThrow('用 apt 安装失败：no network');
  });
});
