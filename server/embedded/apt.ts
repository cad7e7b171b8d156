import { run } from './run';

/** Shell function `apt_install PACKAGE…`: without asking, without starting services, refreshing the lists only where they are too old. */
export const APT_INSTALL = `
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
apt_install() {
  apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@" && return 0
  apt-get -o DPkg::Lock::Timeout=300 update -qq
  apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@"
}
`;

/** Installs Debian packages; two processes at once wait for each other. @throws Error with the end of apt's output. */
export async function aptInstall(packages: string[]): Promise<void> {
  const { code, output } = await run('sh', [
    '-c',
    `set -eu\n${APT_INSTALL}\napt_install "$@"`,
    'sh',
    ...packages,
  ]);
  if (code !== 0) {
    throw new Error(`apt-get install ${packages.join(' ')}: ${output.slice(-800)}`);
  }
}
