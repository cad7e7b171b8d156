import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createInForce, type InForce } from './inForce';
import { createResults, type Results } from './results';
import { createSettings, type FormSettings } from './settings';

/** 项目评价 and 调查问卷: what the authorities ask, what an activity keeps of it, and what came out. */
export interface FormsService extends InForce, FormSettings, Results {}

export function createFormsService(platform: Platform, services: Services): FormsService {
  return {
    ...createInForce(platform, services),
    ...createSettings(platform, services),
    ...createResults(services),
  };
}
