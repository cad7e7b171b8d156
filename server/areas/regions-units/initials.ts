import { tidyUnitName } from '@common/rules/unitName';
import { pinyin } from 'pinyin-pro';

/**
 * The pinyin initials of a name, letters and digits as they are: 漯河市中心医院 is lhszxyy, 3515职工医院（本部） 3515zgyybb. Readings
 * follow the word (重庆 is cq), by pinyin-pro's dictionary.
 */
export function initialsOf(name: string): string {
  return pinyin(tidyUnitName(name), { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** What a unit's record holds of its names: an entry for each, in the order of `namesOf`. */
export const initialsOfAll = (names: readonly string[]): string[] => names.map(initialsOf);
