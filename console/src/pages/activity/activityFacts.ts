import type { ActivityView } from '@common/contract/activities';
import type { CreditingRow } from '@common/contract/crediting';
import { client } from '../../api/session';
import { type Load, useLoad } from '../../hooks/useLoad';

const EVERY_MS = 30_000;
/** The contract's largest page: an activity is credited in a few batches. */
const BATCHES = 200;

/** What the step line needs beside the activity itself. */
export interface ActivityFacts {
  activity: ActivityView;
  /** Null for an authority, which does not see the attendance. */
  attendance: { persons: number; effectivePersons: number; creditedPersons: number } | null;
  batches: CreditingRow[];
}

/** Loads an activity with how far its attendance and crediting have come. */
export function useActivityFacts(activityId: string, isUnit: boolean): Load<ActivityFacts> {
  return useLoad(
    async () => {
      const [activity, attendance, batches] = await Promise.all([
        client.activities.getActivity({ activityId }),
        isUnit ? client.crediting.attendance({ activityId, pageSize: 1 }) : null,
        client.crediting.listCreditings({ activityId, pageSize: BATCHES }),
      ]);
      return { activity, attendance, batches: batches.items };
    },
    [activityId, isUnit],
    { everyMs: EVERY_MS },
  );
}
