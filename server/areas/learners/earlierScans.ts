import type { Platform } from '../../platform';
import type { Services } from '../services';

/**
 * What somebody scanned or signed by form before he was approved counts from now on. Approval does not depend on it: what fails is
 * logged, and done again by the sweep or by whoever looks at the activity.
 */
export function createEarlierScans({ log }: Platform, services: Services) {
  return async function countEarlierScans(learnerId: string): Promise<void> {
    await services.checkIns
      .completeHeld(learnerId)
      .catch((err) => log.error({ err }, 'held scans not completed'));
    await services.walkIns
      .matchLearner(learnerId)
      .catch((err) => log.error({ err }, 'sign-in form not matched'));
  };
}
