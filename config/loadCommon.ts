import Module from 'node:module';
import path from 'node:path';
import { buildSync } from 'esbuild';

const common = path.resolve(__dirname, '../common');

/**
 * Loads a module of `common/` into the build's configuration. Taro's loader compiles TypeScript only below `config/`, so this
 * bundles the module first.
 * @param name Path below `common/` without its extension.
 */
export function loadCommon<T>(name: string): T {
  const file = path.join(common, `${name}.ts`);
  const { outputFiles } = buildSync({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    write: false,
  });
  const loaded = new Module(file) as Module & { _compile(code: string, file: string): void; paths: string[] };
  loaded.paths = [path.resolve(common, '../node_modules')];
  loaded._compile(outputFiles[0]?.text ?? '', file.replace(/\.ts$/, '.cjs'));
  return loaded.exports as T;
}
