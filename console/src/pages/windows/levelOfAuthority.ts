import type { RegionLevel } from '@common/terms';
import { regionOfAuthority } from '../../components/region/regions';

const LEVELS: Record<number, RegionLevel> = { 0: 'nation', 2: 'province', 4: 'city', 6: 'county' };

/** An authority's 行政级别 by its code: the city's for 411100. */
export const levelOfAuthority = (code: string): RegionLevel =>
  LEVELS[regionOfAuthority(code).length] ?? 'county';
