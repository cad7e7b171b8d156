/**
 * `common/` runs in the server, the mini-program, the console and the tests, and its rules decide about people's credits: the
 * same input must give the same answer on every machine, at every hour. So nothing here may read the clock, roll dice or reach
 * outside. This test reads the sources and says what is wrong and why.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = __dirname;

interface Ban {
  pattern: RegExp;
  why: string;
  /** Folders under common/ where it is allowed. */
  except?: string;
}

const CLOCK = 'reads the clock: take the time as an argument (the server injects platform/clock)';
const OUTSIDE = 'reaches outside: rules compute, the caller does the I/O';
const MISSING = 'the mini-program has no such thing: write it with plain JavaScript';

const BANS: readonly Ban[] = [
  { pattern: /\bDate\.now\b/, why: CLOCK },
  { pattern: /\bnew Date\b(?!\s*\(\s*[^)\s])/, why: CLOCK },
  { pattern: /(?<!new |\.)\bDate\(/, why: CLOCK },
  { pattern: /\bperformance\./, why: CLOCK },
  {
    pattern: /\.get(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(/,
    why: "follows the machine's time zone: use shanghaiTime",
  },
  {
    pattern: /\.toLocale\w*\(|\.localeCompare\(/,
    why: "follows the machine's language: format or compare by hand",
  },
  { pattern: /\bMath\.random\b/, why: 'rolls dice: take random bytes as an argument' },
  { pattern: /\bcrypto\b/, why: 'rolls dice or needs a platform: the server hashes and draws' },
  { pattern: /\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/, why: 'waits: rules answer at once' },
  { pattern: /(?<![.\w])process\./, why: 'reads the environment: take the setting as an argument' },
  { pattern: /(?<![.\w])fetch\(|\bXMLHttpRequest\b/, why: OUTSIDE },
  { pattern: /(?<![.\w])console\./, why: `${OUTSIDE}; and personal data must not reach a log` },
  { pattern: /\b(?:globalThis|localStorage)\b|(?<![.\w])(?:wx|Taro)\.\w+\(/, why: OUTSIDE },
  { pattern: /\brequire\(/, why: 'loads at run time: use a static import' },
  { pattern: /(?<![.\w])import\(/, why: 'loads at run time: use a static import' },
  { pattern: /\bBuffer\b/, why: MISSING },
  {
    pattern: /\bIntl\b|\bText(?:En|De)coder\b|\bnew URL\b|\bURLSearchParams\b/,
    why: MISSING,
    except: 'contract',
  },
  {
    pattern: /\(\?<[=!]/,
    why: 'a look-behind is a syntax error before iOS 16.4 and takes the whole page with it',
    except: 'contract',
  },
];

/** What is wrong with one source text, a line each; the file's path is relative to common/. */
function faultsOf(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  // Printed again without its comments, which may name what they like.
  const code = ts.createPrinter({ removeComments: true }).printFile(tree);
  const banned = BANS.filter(
    ({ pattern, except }) => pattern.test(code) && !(except && file.startsWith(`${except}/`)),
  ).map(({ pattern, why }) => `${file}: ${pattern.exec(code)?.[0]} ${why}`);
  const { importedFiles } = ts.preProcessFile(source, true, true);
  const imports = importedFiles.flatMap(({ fileName }) => importFault(file, fileName));
  return [...banned, ...imports];
}

function importFault(file: string, target: string): string[] {
  if (target === 'zod') {
    return file.startsWith('contract/')
      ? []
      : [`${file}: imports zod: only common/contract may, the mini-program has 2 MB for everything`];
  }
  const isRelative = target.startsWith('.');
  const resolved = path.posix.normalize(path.posix.join(path.posix.dirname(file), target));
  if (target.startsWith('@common/') || (isRelative && !resolved.startsWith('..'))) {
    return [];
  }
  return [`${file}: imports ${target}: common/ imports nothing but itself, so that it runs everywhere`];
}

function sources(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .sort();
}

describe('common/ is pure', () => {
  it('finds the sources', () => {
    expect(sources()).toEqual(expect.arrayContaining(['rules/idNo.ts', 'contract/index.ts', 'terms.ts']));
  });

  it.each(sources())('%s', (file) => {
    expect(faultsOf(file, readFileSync(path.join(ROOT, file), 'utf8'))).toEqual([]);
  });
});

describe('the scan sees what it is for', () => {
  it.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = new Date( );',
    'const now = new Date;',
    'const now = Date();',
    'const year = new Date(ms).getFullYear();',
    'const n = Math.random();',
    'const text = (5).toLocaleString();',
    'const mode = process.env.NODE_ENV;',
    'const answer = fetch("/api");',
    'console.log(1);',
    'const fs = require("fs");',
    'const fs = import("./idNo");',
    'import fs from "node:fs";',
    'import { app } from "../../server/app";',
    'import type { App } from "@server/app";',
    'export { app } from "../../server/app";',
    'import { z } from "zod";',
    'import _ from "lodash";',
    'const bytes = Buffer.from("a");',
    'setTimeout(done, 10);',
    'const format = new Intl.NumberFormat();',
    'const bytes = new TextEncoder().encode("a");',
    'const url = new URL("https://a.cn");',
    'const pattern = /(?<=a)b/;',
    'wx.login();',
  ])('%s', (sample) => {
    expect(faultsOf('rules/sample.ts', sample)).not.toEqual([]);
  });

  it.each([
    '// Date.now() is banned\nconst a = 1;',
    '/** new Date() */ export const a = 1;',
    'const iso = new Date(ms + 1).toISOString();',
    'const url = "https://a.cn"; // process.env',
    'import type { Direction } from "../terms";',
    'import { dayOf } from "./shanghaiTime";',
    'import { TITLES } from "@common/terms";',
    'const reprocess = form.process.name;',
  ])('lets %j be', (sample) => {
    expect(faultsOf('rules/sample.ts', sample)).toEqual([]);
  });

  it('lets the contract use zod', () => {
    expect(faultsOf('contract/sample.ts', 'import { z } from "zod";')).toEqual([]);
  });
});
