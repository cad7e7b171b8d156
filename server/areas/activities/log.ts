import type { Services } from '../services';
import type { ReviewBy } from './reviewing';

/** Writes into the audit log what was done to an activity. */
export const createLog =
  (services: Services) =>
  async ({ actor, requestId }: ReviewBy, action: string, activityId: unknown, reason = ''): Promise<void> =>
    services.audit.append({
      actor,
      action,
      subject: `activity:${String(activityId)}`,
      ...(reason && { reason }),
      requestId,
    });
