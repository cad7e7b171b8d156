/**
 * Finding one's unit. Manual 003 §三 makes people guess: 疾控 misses 疾病预防控制中心, 黎托卫生院 misses 黎托乡卫生院. Here the typed
 * characters need only appear in the name in that order, or be letters that appear so in its pinyin initials; and every alias
 * and former name is searched as well.
 */
import { plainText } from './plainText';

const MAX_CHARACTERS = 20;
/** Where the characters are: the whole name, its beginning, inside, or apart. Lengths count less than what lies between two. */
const NAME = { exact: 100, prefix: 80, substring: 60, inOrder: 40, perCharacter: 1 / 10 };
/** The same in the pinyin initials, all below the names. */
const INITIALS: typeof NAME = { exact: 29, prefix: 24, substring: 19, inOrder: 14, perCharacter: 1 / 100 };

/** What was typed, made ready for many units. */
export interface UnitQuery {
  whole: string;
  /** The first twenty: all of them are in whatever fits. */
  characters: readonly string[];
  joined: string;
  /** Letters only: may be pinyin initials. */
  isLetters: boolean;
}

/** A unit's names, made ready for many queries; `initials` has an entry for each name, in the same order. */
export interface SearchableUnit {
  names: readonly string[];
  initials: readonly string[];
}

/** Spaces and brackets say nothing: 人民医院（本部） is found with either kind of bracket and with none. */
function searchable(text: string): string {
  return plainText(text)
    .toLowerCase()
    .replace(/[\s()]/g, '');
}

/** Prepares what was typed; at most 20 characters of it count. */
export function unitQuery(text: string): UnitQuery {
  const whole = searchable(text);
  const characters = Array.from(whole).slice(0, MAX_CHARACTERS);
  return { whole, characters, joined: characters.join(''), isLetters: /^[a-z]+$/.test(whole) };
}

/**
 * Prepares a unit.
 * @param names Its name, aliases and former names, in this order.
 * @param initials Their pinyin initials (漯河市中心医院: lhszxyy), which the server makes: the tables weigh too much for a phone.
 */
export function searchableUnit(names: readonly string[], initials: readonly string[] = []): SearchableUnit {
  return { names: names.map(searchable), initials: initials.map(searchable) };
}

function isInOrder(characters: readonly string[], text: string): boolean {
  let from = 0;
  // No closures here: this runs for tens of thousands of names at each key stroke.
  for (const character of characters) {
    const at = text.indexOf(character, from);
    if (at < 0) {
      return false;
    }
    from = at + character.length;
  }
  return true;
}

function rankText({ whole, characters, joined }: UnitQuery, text: string, bands: typeof NAME): number | null {
  const at = text.indexOf(joined);
  if (at < 0 && !isInOrder(characters, text)) {
    return null;
  }
  if (text === whole) {
    return bands.exact;
  }
  const band = at === 0 ? bands.prefix : at > 0 ? bands.substring : bands.inOrder;
  // The shorter name first, without leaving the band.
  return band - Math.min(text.length, 100) * bands.perCharacter;
}

/** How well one name fits, by its characters or else by its initials; null where it does not. */
function rankNameAt(query: UnitQuery, { names, initials }: SearchableUnit, at: number): number | null {
  const byCharacters = rankText(query, names[at] ?? '', NAME);
  const letters = query.isLetters ? initials[at] : undefined;
  return byCharacters !== null || letters === undefined ? byCharacters : rankText(query, letters, INITIALS);
}

/** How well a prepared unit fits a prepared query, as `rankUnit` has it. */
export function rankPrepared(query: UnitQuery, unit: SearchableUnit): number | null {
  let best: number | null = null;
  for (let at = 0; at < unit.names.length; at += 1) {
    const rank = rankNameAt(query, unit, at);
    if (rank !== null && (best === null || rank > best)) {
      best = rank;
    }
  }
  return best;
}

/** Which of its names fits, the first that does: 0 is the present one. Null: none. */
export function matchingName(query: UnitQuery, unit: SearchableUnit): number | null {
  const at = unit.names.findIndex((_, index) => rankNameAt(query, unit, index) !== null);
  return at < 0 ? null : at;
}

/**
 * How well a unit fits what was typed.
 * @param names Its name, aliases and former names.
 * @param initials Their pinyin initials, in the same order.
 * @returns Higher is better: 100 exact, then beginning, inside, in order; shorter names first among equals; then the same by
 * initials. Null: no match.
 */
export function rankUnit(
  query: string,
  names: readonly string[],
  initials: readonly string[] = [],
): number | null {
  return rankPrepared(unitQuery(query), searchableUnit(names, initials));
}
