/** Prints what the built mini-program weighs, package by package; fails when the main one is over its limit. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const DIST = path.resolve('dist/weapp');
/** WeChat's own limit is 2 MB; what we allow ourselves leaves room to grow. */
const LIMIT = 1.2 * 1024 * 1024;

const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;

function main(): number {
  if (!existsSync(path.join(DIST, 'app.json'))) {
    console.error('没有找到 dist/weapp，请先运行 taro build --type weapp');
    return 1;
  }
  const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  const sizes = new Map<string, number>([['主包', 0], ...roots.map((root): [string, number] => [root, 0])]);
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) {
      continue;
    }
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(DIST, file).split(path.sep).join('/');
    const home = roots.find((root) => name.startsWith(`${root}/`)) ?? '主包';
    sizes.set(home, (sizes.get(home) ?? 0) + statSync(file).size);
  }
  for (const [name, bytes] of sizes) {
    console.log(`${name}：${kib(bytes)}`);
  }
  const main = sizes.get('主包') ?? 0;
  if (main > LIMIT) {
    console.error(`主包超过上限 ${kib(LIMIT)}`);
    return 1;
  }
  return 0;
}

process.exit(main());
