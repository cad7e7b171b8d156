import type { Actor } from '../../http/call';
import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type CreditSums, createCreditSums } from './credits';
import { createPersonStatistics, type PersonStatistics } from './persons';
import { createProjectStatistics, type ProjectStatistics } from './projects';
import { type Scope, scopeOf } from './scope';

/** 统计查询 (manual 000 §五, 001 §三(三)2). */
export interface StatisticsService extends ProjectStatistics, PersonStatistics, CreditSums {
  /** Whose numbers somebody sees. @throws AppError NOT_FOUND. */
  scopeOf(actor: Pick<Actor, 'kind' | 'id'>): Promise<Scope>;
}

export function createStatisticsService(platform: Platform, services: Services): StatisticsService {
  return {
    scopeOf: async (actor) => scopeOf(services, actor),
    ...createProjectStatistics(services),
    ...createPersonStatistics(platform, services),
    ...createCreditSums(services),
  };
}
