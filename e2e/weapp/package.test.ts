/** What WeChat would refuse to upload, and what must not be in the package. Needs dist/weapp. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const dist = path.resolve('dist/weapp');
const files = (readdirSync(dist, { recursive: true }) as string[]).filter((file) =>
  statSync(path.join(dist, file)).isFile(),
);
const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  tabBar: { list: { iconPath: string; selectedIconPath: string }[] };
};
const bin = path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', 'linux');

/** Runs one of WeChat's compilers over all files of a kind; it exits non-zero on an error. */
function compile(tool: 'wcc' | 'wcsc', extension: string, first: string[], last: string[] = []): void {
  // npm installs it without the x bit.
  chmodSync(path.join(bin, tool), 0o755);
  const names = files.filter((file) => file.endsWith(extension)).map((file) => `./${file}`);
  execFileSync(path.join(bin, tool), [...first, ...names, ...last], { cwd: dist, maxBuffer: 1e8 });
}

const isAdmin = (file: string) => app.subPackages.some(({ root }) => file.startsWith(`${root}/`));
const sizeOf = (names: string[]) =>
  names.reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0);

test("WeChat's compilers accept every template and style sheet", () => {
  compile('wcc', '.wxml', ['-d'], ['./utils.wxs']);
  compile('wcsc', '.wxss', ['-lc']);
});

test('every page and tab icon exists', () => {
  const pages = [
    ...app.pages,
    ...app.subPackages.flatMap(({ root, pages: below }) => below.map((page) => `${root}/${page}`)),
  ];
  const wanted = [
    ...pages.flatMap((page) => ['js', 'json', 'wxml'].map((extension) => `${page}.${extension}`)),
    ...app.tabBar.list.flatMap((tab) => [tab.iconPath, tab.selectedIconPath]),
  ];
  expect(wanted.filter((file) => !existsSync(path.join(dist, file)))).toEqual([]);
});

test('the main package is below 1.2 MB and the administration is not in it', () => {
  expect(sizeOf(files.filter((file) => !isAdmin(file)))).toBeLessThan(1.2 * 1024 * 1024);
  expect(sizeOf(files.filter(isAdmin))).toBeGreaterThan(10_000);
});

test('no zod and no source map is shipped', () => {
  const scripts = files
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(path.join(dist, file), 'utf8'));
  expect(scripts.filter((script) => /ZodError|_zod\b|invalid_type/.test(script))).toHaveLength(0);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
});

test('an aria-label reaches the templates', () => {
  expect(readFileSync(path.join(dist, 'base.wxml'), 'utf8')).toContain('aria-label=');
});
