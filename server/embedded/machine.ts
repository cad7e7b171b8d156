import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import net from 'node:net';
import { delimiter, join } from 'node:path';

/** The full path of a program on PATH, or undefined. */
export function onPath(name: string, env: NodeJS.ProcessEnv): string | undefined {
  // Debian's administrator programs (chroot) are often missing from a plain user's PATH.
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'].filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** Whether the path is a file that may be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Why packages cannot be installed here with apt (not Debian, not root), or undefined when they can. */
export function whyNoApt(): string | undefined {
  let release = '';
  try {
    release = readFileSync('/etc/os-release', 'utf8');
  } catch {
    // No such file: not a Linux distribution.
  }
  if (!/^ID=debian$/m.test(release)) {
    return '本机不是 Debian';
  }
  if (process.getuid?.() !== 0) {
    return '当前用户不是 root';
  }
  return undefined;
}

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}
