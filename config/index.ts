/**
 * Taro's build of the mini-program (`--type weapp`) and of the same source for browsers (`--type h5`).
 * Two things are put in from `common/`: the endpoints of the contract as plain data (no zod in the package) and the theme as
 * Sass variables, so that neither is written twice.
 */
import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { loadCommon } from './loadCommon';
import { sassVariables } from './sassVariables';

const { miniProgramTable } = loadCommon<typeof import('../common/contract/table')>('contract/table');
const { theme } = loadCommon<typeof import('../common/theme')>('theme');

const root = path.resolve(__dirname, '..');
// The CLI sets it from --type before this file is read.
const target = process.env.TARO_ENV;

/** '' on H5: the page's own origin. A mini-program needs an absolute https address. */
const apiBase = process.env.TARO_APP_API_BASE ?? (target === 'h5' ? '' : 'https://jijiaotong.example.com');

const TRANSPILED = [path.join(root, 'common'), path.join(root, 'node_modules', '@noble')];

/** The design is drawn at 375, so a px of the styles is a CSS pixel of a 375-wide screen (2rpx). */
const DESIGN_WIDTH = 375;

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'jijiaotong',
    date: '2026-11-21',
    designWidth: DESIGN_WIDTH,
    deviceRatio: { [DESIGN_WIDTH]: 2 },
    sourceRoot: 'miniprogram',
    outputRoot: `dist/${target}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    plugins: target === 'weapp' ? [path.join(__dirname, 'ariaPlugin.ts')] : [],
    alias: { '@': path.join(root, 'miniprogram'), '@common': path.join(root, 'common') },
    defineConstants: {
      __API_BASE__: JSON.stringify(apiBase),
      __ENDPOINTS__: JSON.stringify(miniProgramTable()),
    },
    sass: { data: sassVariables(theme) },
    cache: { enable: false },
    logger: { quiet: true, stats: false },
    mini: {
      // Files outside sourceRoot that must go through babel; noble is ES2022, which old phones do not read.
      compile: { include: TRANSPILED },
      // What only the administrators' subpackage uses stays in it.
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} } },
      // The styles of the components do not depend on each other.
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      publicPath: '/',
      webpackChain(chain) {
        // What two pages share is loaded once.
        chain.merge({
          // Taro and React alone are 340 KiB (110 KiB on the wire); beyond this something of ours is wrong.
          performance: { maxEntrypointSize: 420_000, maxAssetSize: 300_000 },
          optimization: {
            splitChunks: {
              cacheGroups: { shared: { name: 'shared', minChunks: 2, chunks: 'async', priority: 50 } },
            },
          },
        });
      },
      staticDirectory: 'static',
      router: { mode: 'hash' },
      devServer: {
        port: 10086,
        open: false,
        proxy: [{ context: ['/api'], target: process.env.API_TARGET ?? 'http://127.0.0.1:3000' }],
      },
      compile: { include: TRANSPILED },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // On a wide screen the page is a column of about a phone's width, not a phone blown up.
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 17, maxRootSize: 22 } },
      },
    },
  };
  return config;
});
