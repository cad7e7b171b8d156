/**
 * 项目编号. Three spellings are in use: national ones are `2020-14-02-049 (国)`, provincial ones `2020480301016 (省)` (manual 002),
 * those of cities and counties digits only, `2014031010` (manual 004). People type and paste them with any brackets, dashes,
 * spaces and full-width digits; "once" is a unique index, so that each number needs one spelling.
 */
import type { ProjectLevel } from '../terms';
import { plainText } from './plainText';

/** A number as it was understood. */
export interface ProjectNumber {
  /** Its one spelling. */
  text: string;
  year: number;
  /** As its mark or its form tells; null for digits alone. */
  level: ProjectLevel | null;
  /** Four digits, where the form tells them: 1402 in `2020-14-02-049 (国)`. */
  discipline: string | null;
}

/** What a new number is made of. */
export interface NumberParts {
  year: number;
  level: ProjectLevel;
  /** The authority's own digits behind the year: 48 in 2020480301016; national ones have none. */
  prefix: string;
  /** Four digits. */
  discipline: string;
  /** From 1; three digits, past 999 as many as it takes. */
  serial: number;
}

const LEVEL_OF_MARK: Record<string, ProjectLevel> = {
  国: 'national',
  省: 'province',
  市: 'city',
  县: 'county',
};

const DASHES = /[-‐‑‒–—―−－﹣]/g;
const BRACKETS = /[()[\]{}<>【】〔〕〈〉《》「」『』]/g;
/** The digits with or without dashes, then perhaps the mark: 国, 国家, 国家级. */
const FORM = /^(\d[\d-]*\d)(?:(国|省|市|县)家?级?)?$/;
const NATIONAL = /^(\d{4})-?(\d{2})-?(\d{2})-?(\d{3,5})$/;
const DIGITS = /^(\d{4})\d{6,14}$/;

const national = (year: number | string, discipline: string, serial: string) =>
  `${year}-${discipline.slice(0, 2)}-${discipline.slice(2)}-${serial} (国)`;
/** A mark where one is typed is not kept for cities and counties: their numbers are written without. */
const spell = (digits: string, level: ProjectLevel | null) =>
  level === 'province' ? `${digits} (省)` : digits;

/** Reads a number in any spelling; null for what is none. Composed ones come back as they were composed. */
export function parseProjectNumber(text: string): ProjectNumber | null {
  const tidy = plainText(text).replace(/\s/g, '').replace(DASHES, '-').replace(BRACKETS, '');
  const [, body = '', mark] = FORM.exec(tidy) ?? [];
  // Only national numbers have dashes: the mark may have been left out with them.
  const level = mark ? (LEVEL_OF_MARK[mark] ?? null) : body.includes('-') ? 'national' : null;
  if (level === 'national') {
    const [, year = '', group = '', name = '', serial = ''] = NATIONAL.exec(body) ?? [];
    const discipline = group + name;
    return year && isYear(year)
      ? { text: national(year, discipline, serial), year: Number(year), level, discipline }
      : null;
  }
  const digits = body.replaceAll('-', '');
  const [, year = ''] = DIGITS.exec(digits) ?? [];
  if (!isYear(year)) {
    return null;
  }
  return { text: spell(digits, level), year: Number(year), level, discipline: null };
}

const isYear = (text: string) => Number(text) >= 1990 && Number(text) <= 2100;

/** The spelling of a new number. */
export function composeProjectNumber({ year, level, prefix, discipline, serial }: NumberParts): string {
  const running = String(serial).padStart(3, '0');
  if (level === 'national') {
    return national(year, discipline, running);
  }
  return spell(`${year}${prefix}${discipline}${running}`, level);
}
