/** What an authority may set as the review of its region's projects (manuals 001, 002 §1: 科教部门 confirms, then city or province). */
import { PROJECT_LEVELS, type ProjectLevel, REVIEW_STEPS, type RegionLevel, type ReviewStep } from '../terms';

/** What is wrong with a chain; null where it can be used. */
export function chainFault(chain: readonly string[], level: ProjectLevel): string | null {
  const what = `${PROJECT_LEVELS[level]}项目的审核流程`;
  if (chain.some((step) => !(step in REVIEW_STEPS))) {
    return `${what}中有不存在的步骤`;
  }
  if (new Set(chain).size < chain.length) {
    return `${what}中有重复的步骤`;
  }
  if (chain.indexOf('unit') > 0) {
    return `${what}须从“${REVIEW_STEPS.unit}”开始`;
  }
  return chain.some((step) => step !== 'unit') ? null : `${what}至少要有一级行政部门审核`;
}

/** A chain that has no fault. */
export const isChain = (chain: readonly string[], level: ProjectLevel): chain is ReviewStep[] =>
  chainFault(chain, level) === null;

const LEVELS_SET_BY: Record<RegionLevel, readonly ProjectLevel[]> = {
  nation: ['national', 'province', 'city', 'county'],
  // National projects are reviewed in the provinces (manual 002 §1.2).
  province: ['national', 'province', 'city', 'county'],
  city: ['city', 'county'],
  county: ['county'],
};

/** The levels whose chain and credits an authority sets: never those that are decided above it, or it could pass them itself. */
export const levelsSetBy = (authority: RegionLevel): readonly ProjectLevel[] => LEVELS_SET_BY[authority];
