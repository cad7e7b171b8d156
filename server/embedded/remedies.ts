const MONGO = [
  '1. 设置环境变量 MONGODB_URI，指向已有的 MongoDB（须为副本集，单成员即可），例如 mongodb://127.0.0.1:27017/jijiaotong?replicaSet=rs0；',
  '2. 安装 mongod 并放进 PATH（或用 MONGOMS_SYSTEM_BINARY 指明它的路径），或让本机能访问 MongoDB 的下载站（可用 MONGOMS_DOWNLOAD_MIRROR 指定镜像）；',
  '3. 在 Debian 上以 root 运行（例如 Debian 容器），程序会自动安装替代品 PostgreSQL + DocumentDB。',
];

const REDIS = [
  '1. 设置环境变量 REDIS_URL，指向已有的 Redis，例如 redis://127.0.0.1:6379；',
  '2. 安装 redis-server 并放进 PATH（Debian/Ubuntu：apt-get install redis-server；macOS：brew install redis）；',
  '3. 在 Debian 上以 root 运行（例如 Debian 容器），程序会自动用 apt 安装。',
];

/** The error of a store that cannot be had: what was tried, why each way failed, and the three ways out. */
export function noStoreError(store: 'MongoDB' | 'Redis', tried: string[]): Error {
  const remedies = store === 'MongoDB' ? MONGO : REDIS;
  return new Error(
    [
      `没有可用的 ${store}。已尝试：`,
      ...tried.map((line) => `  - ${line}`),
      '请任选一种办法：',
      ...remedies,
    ].join('\n'),
  );
}
