import { isProgram, onPath, whyNoApt } from './machine';
import { startMongod, whyNoDownload } from './mongod';
import { noStoreError } from './remedies';
import type { StartContext, StartedStore, StoreKind } from './types';

/** What the decision asks of the machine; replaced by fakes in its test. */
export interface MongoWays {
  onPath: typeof onPath;
  isProgram: typeof isProgram;
  whyNoDownload: typeof whyNoDownload;
  whyNoApt: typeof whyNoApt;
  startMongod: typeof startMongod;
  startDocumentDb(context: StartContext): Promise<{ url: string; stop(): Promise<void> }>;
}

const WAYS: MongoWays = {
  onPath,
  isProgram,
  whyNoDownload,
  whyNoApt,
  startMongod,
  // Loaded only when it is wanted: a server with a MONGODB_URI needs neither `pg` nor `bson`.
  startDocumentDb: async (context) => (await import('./documentdb')).startDocumentDb(context),
};

interface Way {
  kind: StoreKind;
  /** What is being done, told before it, because it may take long. */
  doing: string;
  reason: string;
  start(): Promise<{ url: string; stop(): Promise<void> }>;
}

function systemMongod(context: StartContext, ways: MongoWays): Way | string {
  const named = context.env.MONGOMS_SYSTEM_BINARY;
  if (named && !ways.isProgram(named)) {
    return `MONGOMS_SYSTEM_BINARY 指定的 ${named} 不能运行`;
  }
  const binary = named || ways.onPath('mongod', context.env);
  if (!binary) {
    return 'PATH 中没有 mongod，也没有设置 MONGOMS_SYSTEM_BINARY';
  }
  return {
    kind: 'mongod',
    doing: `正在启动 ${binary}……`,
    reason: `没有设置 MONGODB_URI，启动本机的 ${binary}（单成员副本集）`,
    start: () => ways.startMongod(binary, context),
  };
}

async function downloaded(context: StartContext, ways: MongoWays): Promise<Way | string> {
  const obstacle = await ways.whyNoDownload(context);
  return (
    obstacle ?? {
      kind: 'download',
      doing: '正在准备 mongod（首次需下载约 100 MB，以后直接使用）……',
      reason: '本机没有 mongod，使用自动下载的 mongod（单成员副本集）',
      start: () => ways.startMongod(undefined, context),
    }
  );
}

function documentDb(context: StartContext, ways: MongoWays, before: string): Way | string {
  const obstacle = ways.whyNoApt();
  if (obstacle) {
    return `不能安装替代品 PostgreSQL + DocumentDB：${obstacle}`;
  }
  return {
    kind: 'documentdb',
    doing: '正在启动替代品 PostgreSQL + DocumentDB……',
    reason: `${before}，改用 PostgreSQL + DocumentDB 替代`,
    start: () => ways.startDocumentDb(context),
  };
}

/** Chooses and starts MongoDB in the order of DESIGN's "Embedded default"; a way that fails is told and the next one is tried. */
export async function chooseMongo(context: StartContext, ways: MongoWays = WAYS): Promise<StartedStore> {
  const { env, report } = context;
  if (env.MONGODB_URI) {
    const reason = '使用环境变量 MONGODB_URI 指定的 MongoDB';
    report(`MongoDB：${reason}。`);
    return { url: env.MONGODB_URI, choice: { kind: 'external', reason }, stop: async () => undefined };
  }
  const tried = ['没有设置 MONGODB_URI'];
  const candidates = [
    () => systemMongod(context, ways),
    () => downloaded(context, ways),
    () => documentDb(context, ways, tried.slice(1).join('；')),
  ];
  for (const candidate of candidates) {
    const way = await candidate();
    if (typeof way === 'string') {
      tried.push(way);
      continue;
    }
    report(`MongoDB：${way.doing}`);
    try {
      const { url, stop } = await way.start();
      report(`MongoDB：${way.reason}，地址 ${url}。`);
      return { url, choice: { kind: way.kind, reason: way.reason }, stop };
    } catch (error) {
      const failure = `${way.kind} 启动失败：${(error as Error).message}`;
      report(`MongoDB：${failure}`);
      tried.push(failure);
    }
  }
  throw noStoreError('MongoDB', tried);
}
