import type { Region } from '@common/contract/regionsUnits';
import { client } from '../../api/session';

const known = new Map<string, Promise<Region[]>>();

/** The regions directly below one (provinces below ''), asked for once: they change with a release. Throws `ApiError`. */
export function regionsBelow(parent: string): Promise<Region[]> {
  const before = known.get(parent);
  if (before) {
    return before;
  }
  const asked = client.regionsUnits
    .listRegions(parent ? { parent } : {})
    .then(({ items }) => items)
    .catch((error) => {
      known.delete(parent);
      throw error;
    });
  known.set(parent, asked);
  return asked;
}

/** Where choosing begins: what lies below an authority's region; a county's authority has only its own county. */
export async function regionsWithin(root: string): Promise<Region[]> {
  return root.length === 6
    ? (await regionsBelow(root.slice(0, 4))).filter(({ code }) => code === root)
    : regionsBelow(root);
}

/** An authority's region from its code: 411100 is the city 4111, 410000 the province 41, 000000 the whole nation. */
export const regionOfAuthority = (code: string): string => code.replace(/(00)+$/, '');

/** The codes from below the root down to a region: 411121 below 41 is [4111, 411121]. */
export const pathWithin = (root: string, code: string): string[] =>
  [2, 4, 6]
    .filter((length) => length <= code.length && (length > root.length || root.length === 6))
    .filter((length) => root.length < 6 || length === 6)
    .map((length) => code.slice(0, length));
