import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const has = (binary: string) =>
  spawnSync('sh', ['-c', `command -v ${binary}`], { stdio: 'ignore' }).status === 0;
const isDebianRoot = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/**
 * Installs what the browser journeys need (Chromium and Chinese glyphs) from Debian's own packages, where this is a Debian
 * machine and we may. Elsewhere it says what to install.
 */
export function ensureBrowser(): void {
  const fonts = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
  const wanted = [...(has('chromium') ? [] : ['chromium']), ...(existsSync(fonts) ? [] : ['fonts-noto-cjk'])];
  if (wanted.length === 0 || (!isDebianRoot() && has('chromium'))) {
    return;
  }
  if (!isDebianRoot()) {
    throw new Error(
      '浏览器测试需要 chromium：请安装它（Debian：apt-get install chromium fonts-noto-cjk）后再试',
    );
  }
  console.log(`安装 ${wanted.join('、')}（用于浏览器测试）…`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'] as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted], {
      ...options,
      stdio: [...options.stdio],
    });
  // The list of packages may be missing on a fresh machine.
  if (install().status !== 0) {
    spawnSync('apt-get', ['update', '-qq'], { ...options, stdio: [...options.stdio] });
    if (install().status !== 0) {
      throw new Error(`安装 ${wanted.join('、')} 失败，请手动安装后再试`);
    }
  }
}
