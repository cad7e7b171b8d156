import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createEvaluating, type Evaluating } from './evaluating';
import { createLookups, type Lookups } from './lookups';
import { createResults, type Results } from './results';

/** 项目评价 (manual 000 §二): anonymous to the unit, once for each who attended. */
export interface EvaluationsService extends Lookups, Evaluating, Results {}

export function createEvaluationsService(platform: Platform, services: Services): EvaluationsService {
  return {
    ...createLookups(platform),
    ...createEvaluating(platform, services),
    ...createResults(platform, services),
  };
}
