import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A front end: what it is built from, by which command, into what. */
export interface FrontEnd {
  name: string;
  label: string;
  sources: string[];
  command: [string, ...string[]];
  output: string;
}

export const FRONT_ENDS: FrontEnd[] = [
  {
    name: 'h5',
    label: '学员端网页（小程序的 H5 版）',
    sources: ['miniprogram', 'common', 'config', 'babel.config.js', 'package.json'],
    command: ['node', 'node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'],
    output: 'dist/h5/index.html',
  },
  {
    name: 'console',
    label: '管理控制台与会场大屏',
    sources: ['console', 'common', 'package.json'],
    command: ['node', 'node_modules/vite/bin/vite.js', 'build', 'console', '--logLevel', 'warn'],
    output: 'dist/console/index.html',
  },
];

/** Beside the builds, so that removing `dist/` builds again. */
const STAMPS = path.join('dist', '.stamps');

/** The names and contents of everything under the sources, as one hash. */
async function fingerprint(sources: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const isFolder = (await stat(source)).isDirectory();
    const files = isFolder
      ? (await readdir(source, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
          .map((entry) => path.join(entry.parentPath, entry.name))
          .sort()
      : [source];
    for (const file of files) {
      hash.update(file).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/** Builds a front end where its sources changed since the last time. Answers whether it built. */
export async function buildFrontEnd(frontEnd: FrontEnd): Promise<boolean> {
  const stampFile = path.join(STAMPS, frontEnd.name);
  const [wanted, built, exists] = await Promise.all([
    fingerprint(frontEnd.sources),
    readFile(stampFile, 'utf8').catch(() => ''),
    stat(frontEnd.output).then(
      () => true,
      () => false,
    ),
  ]);
  if (exists && wanted === built) {
    return false;
  }
  await run(frontEnd);
  await mkdir(STAMPS, { recursive: true });
  await writeFile(stampFile, wanted);
  return true;
}

function run({ command: [file, ...args], label }: FrontEnd): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`构建${label}失败（退出码 ${code}）：\n${output}`)),
    );
  });
}
