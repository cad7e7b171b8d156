import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createStandardEditing, type StandardEditing } from './editing';
import { createStandardReading, type StandardReading } from './reading';

export type { StandardInForce } from './reading';

/** 学分审核标准. */
export interface StandardsService extends StandardEditing, StandardReading {}

export function createStandardsService(platform: Platform, services: Services): StandardsService {
  return { ...createStandardEditing(platform, services), ...createStandardReading(platform, services) };
}
