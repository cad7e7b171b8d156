/**
 * The spelling of a unit's name. "Once" in a county is a unique index on it, so that 人民医院(本部), 人民医院 （本部） and
 * 人民医院（本部） must be one.
 */
import { plainText } from './plainText';

/** One spelling for one name: half-width letters, Chinese brackets, spaces only between Latin words. Checks nothing. */
export function tidyUnitName(text: string): string {
  return plainText(text)
    .replace(/\s+/g, ' ')
    .replace(/ ?([^\x20-\x7e]) ?/g, '$1')
    .replace(/ ?\( ?/g, '（')
    .replace(/ ?\) ?/g, '）');
}

/** Names as the lists of a unit hold them: tidied, each once, without those given to leave out. */
export function tidyUnitNames(names: readonly string[], without: readonly string[] = []): string[] {
  const tidy = names.map(tidyUnitName).filter((name) => name && !without.includes(name));
  return [...new Set(tidy)];
}

/** The length of the longest sequence of characters that both texts hold in the same order. */
function commonCharacters(a: readonly string[], b: readonly string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const character of a) {
    const row = [0];
    for (let j = 0; j < b.length; j += 1) {
      row.push(character === b[j] ? (previous[j] ?? 0) + 1 : Math.max(previous[j + 1] ?? 0, row[j] ?? 0));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/**
 * How near two names are: the share of characters that both have in the same order, from 0 to 1. 湖南省宜章县岩泉镇中心卫生院 and
 * 岩泉镇中心卫生院 are at 0.73.
 */
export function likenessOfNames(a: string, b: string): number {
  const [left, right] = [Array.from(tidyUnitName(a)), Array.from(tidyUnitName(b))];
  const length = left.length + right.length;
  return length === 0 ? 0 : (2 * commonCharacters(left, right)) / length;
}
