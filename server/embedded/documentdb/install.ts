import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { APT_INSTALL } from '../apt';
import { run } from '../run';
import type { Report } from '../types';

/** Where clusters live, as seen inside the installation. */
export const CLUSTERS = '/var/lib/jijiaotong/clusters';
/** An initialised cluster that new ones are copied from. */
export const TEMPLATE = '/var/lib/jijiaotong/template';
/** PostgreSQL's programs inside the installation. */
export const BIN = '/usr/lib/postgresql/18/bin';

const SUITE = 'forky'; // The first Debian release that carries the extension.
const STEP = 'step:';

/*
 * Runs under flock(1), whose lock every child inherits: it is held until the last of them ends, even when we are killed. The
 * folder gets its final name only when all is done, so what bears that name is whole. The template is made with PostgreSQL's
 * single-user mode, so that no server can be left behind.
 */
const SCRIPT = `
set -eu
root=$1
[ -e "$root/.complete" ] && exit 0
${APT_INSTALL}
# A killed installation may have left /proc, /sys and /dev mounted inside: they are taken off, and never walked into.
clear_away() {
  under=$(printf '%s/' "$1" | sed 's/ /\\\\040/g')
  cut -d ' ' -f 2 /proc/mounts | grep -F -- "$under" | sort -r | while read -r mounted; do
    umount -l "$(printf '%b' "$mounted")"
  done
  rm -rf --one-file-system -- "$1"
}
[ -e "$root" ] && mv "$root" "$root.broken.$(date +%s)"
clear_away "$root.partial"
if ! command -v mmdebstrap >/dev/null; then
  echo '${STEP}正在用 apt 安装 mmdebstrap……'
  apt_install mmdebstrap
fi
mirror() { apt-get indextargets --format '$(REPO_URI) $(ORIGIN)' | awk '$2 == "Debian" && $1 !~ /security/ { print $1; exit }'; }
from=$(mirror)
if [ -z "$from" ]; then apt-get update -qq; from=$(mirror); fi
[ -n "$from" ] || { echo 'no Debian mirror in the configuration of apt' >&2; exit 1; }
echo '${STEP}正在安装 PostgreSQL 18 + DocumentDB（约 666 MB，约 30 秒，只做一次）……'
# In a mount namespace of its own, where one can be had, its mounts end with it.
alone=; unshare --mount true 2>/dev/null && alone='unshare --mount'
$alone mmdebstrap --quiet --variant=apt --aptopt='Apt::Install-Recommends "false"' \\
  --aptopt='Acquire::Check-Valid-Until "false"' \\
  --include=postgresql-18-documentdb ${SUITE} "$root.partial" "$from"
echo '${STEP}正在初始化数据库模板……'
mkdir -p "$root.partial${CLUSTERS}"
# A stranger on this machine must not become PostgreSQL's superuser through the port.
( umask 077; od -An -N18 -tx1 /dev/urandom | tr -d ' \\n' > "$root.partial/.password" )
cp "$root.partial/.password" "$root.partial/tmp/password"
chroot "$root.partial" chown postgres /tmp/password
cat > "$root.partial/tmp/template.sh" <<'INSIDE'
set -eu
${BIN}/initdb -D ${TEMPLATE} -U postgres --auth=scram-sha-256 --pwfile=/tmp/password -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
rm /tmp/password
cat >> ${TEMPLATE}/postgresql.conf <<'CONF'
shared_preload_libraries = 'pg_cron,pg_documentdb_core,pg_documentdb'
cron.database_name = 'postgres'
CONF
echo 'create extension documentdb cascade;' | ${BIN}/postgres --single -D ${TEMPLATE} -c fsync=off postgres >/dev/null
INSIDE
chroot "$root.partial" chown -R postgres:postgres /var/lib/jijiaotong
chroot --userspec=postgres:postgres "$root.partial" sh /tmp/template.sh
test -e "$root.partial${TEMPLATE}/PG_VERSION"
touch "$root.partial/.complete"
sync "$root.partial/.complete"
mv "$root.partial" "$root"
`;

/** The installation's folder, made if it is missing. Two processes at once: one installs, the other waits for it. */
export async function installDocumentDb(base: string, report: Report): Promise<string> {
  const root = join(base, 'rootfs');
  if (existsSync(join(root, '.complete'))) {
    return root;
  }
  await mkdir(base, { recursive: true });
  const onLine = (line: string): void => {
    if (line.startsWith(STEP)) {
      report(`MongoDB：${line.slice(STEP.length)}`);
    }
  };
  const { code, output } = await run(
    'flock',
    [join(base, 'install.lock'), 'sh', '-c', SCRIPT, 'install', root],
    { onLine },
  );
  if (code !== 0) {
    throw new Error(`安装 PostgreSQL + DocumentDB 失败：\n${output.slice(-1_500)}`);
  }
  return root;
}
