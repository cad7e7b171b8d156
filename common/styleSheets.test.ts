/**
 * A page's styles stay when the next page opens, in the browser and in the H5 build: a class that two files write means two
 * things at once. So each class has one file; another may only refer to it from within a class of its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
/** At the beginning of a rule, alone: `.card {`, `.card,`. */
const WRITTEN = /^\.([a-z][\w-]*)(?=\s*[,{])/gm;

function twice(folder: string, ending: string): string[] {
  const files = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  const writers = new Map<string, Set<string>>();
  for (const file of files.filter((name) => name.endsWith(ending))) {
    for (const [, name = ''] of readFileSync(path.join(ROOT, folder, file), 'utf8').matchAll(WRITTEN)) {
      writers.set(name, (writers.get(name) ?? new Set()).add(file));
    }
  }
  return [...writers].flatMap(([name, where]) =>
    where.size > 1 ? [`.${name}: ${[...where].join(', ')}`] : [],
  );
}

test.each([
  ['miniprogram', '.scss'],
  ['console/src', '.css'],
])('%s: each class is written in one file', (folder, ending) => {
  expect(twice(folder, ending)).toEqual([]);
});
