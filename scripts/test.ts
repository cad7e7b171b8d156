/**
 * `npm test`: types, lint, the builds that tests look at, and every jest project. The last line is `N passed, N failed`;
 * a step that fails counts as one failure.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { buildFrontEnd, FRONT_ENDS } from '../server/demo/builds';
import { ensureBrowser } from './systemPackages';

interface Step {
  label: string;
  command: [string, ...string[]];
  env?: Record<string, string>;
}

/** Jest would leave one core idle, but its workers wait for the stores half of their time. Each takes a Redis database of its own. */
const WORKERS = Math.min(availableParallelism(), 8);

const bin = (name: string) => path.join('node_modules', '.bin', name);
const STEPS: Step[] = [
  { label: '格式与写法', command: [bin('biome'), 'check', '.'] },
  {
    label: '引用方向',
    command: [
      bin('depcruise'),
      'common',
      'server',
      'miniprogram',
      'console',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  },
  { label: '类型', command: [bin('tsc'), '-p', '.'] },
  { label: '小程序构建', command: ['npm', 'run', '--silent', 'build:weapp'] },
  { label: '服务端构建', command: ['npm', 'run', '--silent', 'build:server'] },
];

function run({ label, command: [file, ...args], env }: Step): boolean {
  console.log(`\n== ${label}`);
  const startedAt = performance.now();
  const { status } = spawnSync(file, args, {
    stdio: 'inherit',
    env: { ...process.env, CI: 'true', ...env } as NodeJS.ProcessEnv,
  });
  console.log(
    `== ${label}：${status === 0 ? '通过' : '失败'}（${((performance.now() - startedAt) / 1000).toFixed(0)} 秒）`,
  );
  return status === 0;
}

/** The pages that the journeys open, built as the demo builds them: it then finds nothing to do. */
async function buildPages(): Promise<boolean[]> {
  const results: boolean[] = [];
  for (const frontEnd of FRONT_ENDS) {
    console.log(`\n== 构建${frontEnd.label}`);
    const error = await buildFrontEnd(frontEnd).then(
      () => null,
      (reason: unknown) => reason as Error,
    );
    console.log(error ? error.message : '== 通过');
    results.push(error === null);
  }
  return results;
}

async function main(): Promise<number> {
  let passed = 0;
  let failed = 0;
  const count = (isGood: boolean) => {
    if (isGood) {
      passed += 1;
    } else {
      failed += 1;
    }
  };
  ensureBrowser();
  for (const step of STEPS) {
    count(run(step));
  }
  for (const isGood of await buildPages()) {
    count(isGood);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'jijiaotong-test-'));
  const results = path.join(folder, 'jest.json');
  const isGreen = run({
    label: '测试',
    command: [
      bin('jest'),
      `--maxWorkers=${WORKERS}`,
      '--json',
      `--outputFile=${results}`,
      ...process.argv.slice(2),
    ],
    env: { NODE_ENV: 'test' },
  });
  try {
    const jest = JSON.parse(readFileSync(results, 'utf8')) as Record<string, number>;
    passed += jest.numPassedTests ?? 0;
    failed += (jest.numFailedTests ?? 0) + (jest.numRuntimeErrorTestSuites ?? 0);
  } catch {
    failed += 1;
  }
  // A red exit without a counted failure (a leak, a crash) must not look green.
  if (!isGreen && failed === 0) {
    failed = 1;
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    console.log('\n0 passed, 1 failed');
    process.exit(1);
  },
);
