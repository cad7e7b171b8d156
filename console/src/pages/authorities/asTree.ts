import type { AuthorityRow } from '@common/contract/regionsUnits';

/** An authority with those right below it, as Ant Design's table draws a tree. */
export interface AuthorityNode extends AuthorityRow {
  children?: AuthorityNode[];
}

/** Each authority under the nearest one above it; where a level is missing (a province right over counties) it is skipped. */
export function asTree(rows: readonly AuthorityRow[]): AuthorityNode[] {
  const nodes = [...rows]
    .sort((a, b) => a.regionCode.length - b.regionCode.length)
    .map((row): AuthorityNode => ({ ...row }));
  const roots: AuthorityNode[] = [];
  const byRegion = new Map<string, AuthorityNode>();
  for (const node of nodes) {
    const above = [4, 2, 0]
      .filter((length) => length < node.regionCode.length)
      .map((length) => byRegion.get(node.regionCode.slice(0, length)))
      .find(Boolean);
    if (above) {
      above.children = [...(above.children ?? []), node];
    } else {
      roots.push(node);
    }
    byRegion.set(node.regionCode, node);
  }
  return roots;
}

/** More rows than this are folded up to the first level. */
const MANY = 60;

/** Which rows are unfolded at first: all of a short list, else the highest. */
export const openAtFirst = (rows: readonly AuthorityRow[]): string[] =>
  (rows.length <= MANY ? rows : asTree(rows)).map(({ id }) => id);
