/**
 * What projects are found by. A text that occurs anywhere in a name cannot be looked up in an ordinary index, and MongoDB's own
 * full text knows no Chinese. So each project holds keys: what it is (its unit, regions, year, level …) and the pieces of its
 * name, number and leader. A search asks for all of its own keys at once; one multikey index, in the order in which projects
 * are shown, serves every list. The pieces only narrow down: `text` then tells whether they stand one behind the other.
 */
import { plainText } from '@common/rules/plainText';
import type { ProjectLevel, ProjectNature } from '@common/terms';
import { literally } from '../../platform/mongo';
import type { ProjectDoc } from './model';

/** What a list asks for. */
export interface ProjectQuery {
  /** Characters that stand together in the name, the number or the leader. */
  q?: string;
  unitId?: string;
  /** Two, four or six digits: of units in it; empty for the whole country. */
  regions?: readonly (string | undefined)[];
  year?: number;
  level?: ProjectLevel;
  /** Two or four digits. */
  discipline?: string;
  nature?: ProjectNature | 'all';
  /** Only what an authority has published or put in. */
  isPublic?: boolean;
}

type Described = Pick<
  ProjectDoc,
  | 'name'
  | 'number'
  | 'leader'
  | 'unitId'
  | 'regionCode'
  | 'year'
  | 'level'
  | 'disciplineCode'
  | 'nature'
  | 'enteredBy'
>;

/** Every project has it: a list without a condition is served by the index too. */
const EVERY = '*';
const PUBLIC = '*public';
const DIGITS_TOGETHER = 3;

/** Letters, digits and Chinese characters, half-width and small. */
const bare = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Texts are kept apart, so that nothing is found across two of them. */
export const projectText = ({ name, number, leader }: Described): string =>
  [name, number, leader].map(bare).join('\n');

/** Characters and pairs of them; of digits three, because most pairs of them stand in every number. */
function pieces(text: string): string[] {
  return Array.from(text.matchAll(/\d+|\D+/g)).flatMap(([run]) => {
    const characters = Array.from(run);
    const together = (length: number) =>
      characters
        .slice(0, Math.max(0, characters.length - length + 1))
        .map((_, at) => characters.slice(at, at + length).join(''));
    return /\d/.test(run) ? together(DIGITS_TOGETHER) : [...characters, ...together(2)];
  });
}

/** All keys of a project. */
export function projectKeys(project: Described): string[] {
  const { unitId, regionCode, year, level, disciplineCode, nature, enteredBy } = project;
  const words = projectText(project).split('\n').flatMap(pieces);
  return [
    ...new Set([
      EVERY,
      ...(enteredBy === 'unit' ? [] : [PUBLIC]),
      `u${unitId}`,
      ...[2, 4, 6].map((length) => `r${regionCode.slice(0, length)}`),
      `y${year}`,
      `l${level}`,
      `n${nature}`,
      `d${disciplineCode.slice(0, 2)}`,
      `d${disciplineCode}`,
      ...words.map((word) => `=${word}`),
    ]),
  ];
}

/** The filter of a list, always served by the index of keys. */
export function projectFilter(query: ProjectQuery) {
  const { q = '', unitId, regions = [], year, level, discipline, nature = 'all', isPublic } = query;
  const text = bare(q);
  const wanted = [
    unitId && `u${unitId}`,
    // A store may look up the first key only: the end of a number tells more than its year.
    ...searchPieces(text)
      .reverse()
      .map((piece) => `=${piece}`),
    discipline && `d${discipline}`,
    ...regions.map((region) => region && `r${region}`),
    year && `y${year}`,
    level && `l${level}`,
    nature !== 'all' && `n${nature}`,
  ].filter((key) => typeof key === 'string' && key !== '');
  return {
    // What nearly every project has is looked up only where nothing else is asked for.
    keys: { $all: wanted.length > 0 ? wanted : [isPublic ? PUBLIC : EVERY] },
    ...(isPublic && { enteredBy: { $ne: 'unit' as const } }),
    ...(text && { text: literally(text) }),
  };
}

/** Of a longer text the pairs suffice: single characters say nothing beside them. */
function searchPieces(text: string): string[] {
  return Array.from(text.matchAll(/\d+|\D+/g)).flatMap(([run]) => {
    const found = pieces(run);
    const longer = found.filter((piece) => Array.from(piece).length > 1);
    return longer.length > 0 ? longer : found;
  });
}
