import type { SpotCheckView } from '@common/contract/presence';
import { useState } from 'react';
import { usePolled } from '@/hooks/usePolled';
import { api } from '@/services/session';

/** Answers are followed this closely, ms. */
const EVERY_MS = 2000;
const AT_A_TIME = 10;
const MOST = 200;

/** With the end of its minute by this phone's clock, which may be wrong. */
export type Check = SpotCheckView & { deadline: number };

/** The 点名 of an activity, followed live, the latest first. */
export function useSpotChecks(activityId: string) {
  const [shown, setShown] = useState(AT_A_TIME);
  const { data, error, isStale, reload } = usePolled(
    async () => {
      const answer = await api.presence.listSpotChecks({ activityId, page: 1, pageSize: shown });
      const now = Date.now();
      const checks = answer.items.map((check): Check => ({ ...check, deadline: now + check.msLeft }));
      return { checks, total: answer.total };
    },
    EVERY_MS,
    `${activityId} ${shown}`,
  );
  return {
    checks: data?.checks,
    total: data?.total ?? 0,
    error,
    isStale,
    reload,
    more: () => setShown((now) => Math.min(MOST, now + AT_A_TIME)),
  };
}
