import { useState } from 'react';
import { usePolled } from '@/hooks/usePolled';
import { api } from '@/services/session';

/** Answers are followed this closely, ms. */
const EVERY_MS = 2000;
const AT_A_TIME = 10;
const MOST = 200;

/** The 点名 of an activity, followed live, the latest first. */
export function useSpotChecks(activityId: string) {
  const [shown, setShown] = useState(AT_A_TIME);
  const { data, error, isStale, reload } = usePolled(
    () => api.presence.listSpotChecks({ activityId, page: 1, pageSize: shown }),
    EVERY_MS,
    `${activityId} ${shown}`,
  );
  return {
    checks: data?.items,
    total: data?.total ?? 0,
    error,
    isStale,
    reload,
    more: () => setShown((now) => Math.min(MOST, now + AT_A_TIME)),
  };
}
