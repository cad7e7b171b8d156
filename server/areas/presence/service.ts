import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type Board, createBoard } from './board';
import { createReminders, type Reminders } from './reminders';
import { createRoll } from './roll';
import { createSpotChecks, type SpotChecks } from './spotChecks';

export interface PresenceService extends Board, Reminders, SpotChecks {}

/** 现场: who is here, who is missing, and 点名. */
export function createPresenceService(platform: Platform, services: Services): PresenceService {
  const roll = createRoll(platform, services);
  return {
    ...createBoard(services, roll),
    ...createReminders(platform, services, roll),
    ...createSpotChecks(platform, services, roll),
  };
}
