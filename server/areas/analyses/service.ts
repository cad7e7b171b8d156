import type { Platform } from '../../platform';
import type { Services } from '../services';
import { type Comparing, createComparing } from './comparing';
import { type Computing, createComputing } from './computing';
import { createDrawing, type Drawing } from './drawing';
import { createListing, type Listing } from './listing';
import { createReading, type Reading } from './reading';
import { createSaving, type Saving } from './saving';
import { createShowing, type Showing } from './showing';
import { createTimeline, type Timeline } from './timeline';

/** 考勤分析: drawn over the swipes, tried, saved as evidence, and what 授分 goes by (manual 000 §四.2, 001 §三(三)). */
export interface AnalysesService
  extends Computing,
    Timeline,
    Saving,
    Reading,
    Showing,
    Listing,
    Comparing,
    Drawing {}

export function createAnalysesService(platform: Platform, services: Services): AnalysesService {
  const computing = createComputing(services);
  const reading = createReading(platform);
  const showing = createShowing(platform, services, reading, computing);
  return {
    ...computing,
    ...reading,
    ...showing,
    ...createTimeline(services),
    ...createSaving(platform, computing),
    ...createListing(platform, services),
    ...createComparing(platform, services, reading),
    ...createDrawing(services, reading, showing),
  };
}
