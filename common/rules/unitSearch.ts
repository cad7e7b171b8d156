/**
 * Finding one's unit. Manual 003 §三 makes people guess: 疾控 misses 疾病预防控制中心, 黎托卫生院 misses 黎托乡卫生院. Here the typed
 * characters need only appear in the name in that order, and every alias and former name is searched as well.
 */
import { plainText } from './plainText';

const MAX_CHARACTERS = 20;
const EXACT = 100;
const PREFIX = 80;
const SUBSTRING = 60;
const IN_ORDER = 40;

/** Spaces and brackets say nothing: 人民医院（本部） is found with either kind of bracket and with none. */
function searchable(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[\s()]/g, '');
}

function queryCharacters(query: string): string[] {
  return Array.from(searchable(query)).slice(0, MAX_CHARACTERS);
}

function isInOrder(characters: readonly string[], name: string): boolean {
  let from = 0;
  return characters.every((character) => {
    const at = name.indexOf(character, from);
    from = at + character.length;
    return at >= 0;
  });
}

function rankName(characters: readonly string[], name: string): number | null {
  if (!isInOrder(characters, name)) {
    return null;
  }
  const query = characters.join('');
  const band = name.startsWith(query) ? PREFIX : name.includes(query) ? SUBSTRING : IN_ORDER;
  // The shorter name first, without leaving the band.
  return band - Math.min(name.length, 100) / 10;
}

/**
 * How well a unit fits what was typed.
 * @param names Its name, aliases and former names.
 * @returns Higher is better: 100 exact, then beginning, inside, in order; shorter names first among equals. Null: no match.
 */
export function rankUnit(query: string, names: readonly string[]): number | null {
  const whole = searchable(query);
  const characters = queryCharacters(query);
  return names.reduce<number | null>((best, text) => {
    const name = searchable(text);
    const rank = name === whole ? EXACT : rankName(characters, name);
    return rank === null || (best !== null && best >= rank) ? best : rank;
  }, null);
}

/**
 * The same match as a regular expression's source, for MongoDB's `$regex` with `$options: 'i'`: each character escaped, joined
 * by `.*`. At most 20 characters are used. Empty for an empty query, which matches every name.
 */
export function searchPattern(query: string): string {
  return queryCharacters(query)
    .map((character) => character.replace(/[\\^$.*+?[\]{}|/]/, '\\$&'))
    .join('.*');
}
