import type { Platform } from '../../platform';
import type { Services } from '../services';
import { createBegun } from './begun';
import { createDeparting, type Departing } from './departing';
import { createLists, type Lists } from './lists';
import { createSettling, type Settling } from './settling';
import { createSubmitting, type Submitting } from './submitting';
import { createSurveys, type Surveys } from './surveys';
import { createWorkshop } from './workshop';

export interface WalkInsService
  extends Submitting,
    Departing,
    Lists,
    Pick<Settling, 'matchLearner' | 'matchActivity'>,
    Pick<Surveys, 'surveyResults' | 'exportSurvey'> {}

/** 现场登记表 and departure (manual 002 §2.1): who has no account signs in by form, and everybody may leave by phone and survey. */
export function createWalkInsService(platform: Platform, services: Services): WalkInsService {
  const begun = createBegun(platform, services);
  const { settle, ...settling } = createSettling(platform, services);
  const surveys = createSurveys(platform, services);
  const workshop = createWorkshop(platform, services, settle);
  return {
    ...settling,
    ...createSubmitting(platform, services, begun, workshop),
    ...createDeparting(platform, services, begun, surveys, workshop),
    ...createLists(platform, services, begun, settling),
    surveyResults: surveys.surveyResults,
    exportSurvey: surveys.exportSurvey,
  };
}
