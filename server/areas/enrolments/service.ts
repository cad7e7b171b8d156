import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createEnrolling, type Enrolling } from './enrolling';
import { createFinding, type Finding } from './finding';
import { createMessages, type EnrolmentMessages } from './messages';
import { createQueue } from './queue';
import { createRoster, type Roster } from './roster';

export interface EnrolmentsService
  extends Finding,
    Enrolling,
    Roster,
    Pick<EnrolmentMessages, 'tellChanged' | 'sweep'> {}

/** 报名: learners find approved activities, enrol, wait for a place, and hear of what changes. */
export function createEnrolmentsService(platform: Platform, services: Services): EnrolmentsService {
  const messages = createMessages(platform, services);
  const inQueue = createQueue(platform);
  const { tellChanged, sweep } = messages;
  return {
    ...createFinding(platform, services),
    ...createEnrolling(platform, services, messages, inQueue),
    ...createRoster(platform, services, inQueue),
    tellChanged,
    sweep,
  };
}
