import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createDoubts, type Doubts } from './doubts';
import { createEntering, type Entering } from './entering';
import { createExporting, type Exporting } from './exporting';
import { createHeldScans, type HeldScans } from './heldScans';
import { createListing, type Listing } from './listing';
import { createRoster, type Roster } from './roster';

export interface AttendanceService extends Listing, Exporting, Entering, HeldScans, Doubts, Roster {}

/** 考勤 as the unit that holds an activity sees it: 考勤明细, what waits to be confirmed, 补录 and 疑点. */
export function createAttendanceService(platform: Platform, services: Services): AttendanceService {
  return {
    ...createListing(services),
    ...createExporting(platform, services),
    ...createEntering(platform, services),
    ...createHeldScans(services),
    ...createDoubts(platform, services),
    ...createRoster(platform, services),
  };
}
