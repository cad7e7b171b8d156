import type { Client } from '@common/contract/client';
import { ApiError } from '@common/contract/errors';
import type { Place } from '@common/contract/shapes';
import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { usePolled } from '@/hooks/usePolled';
import { deviceId } from '@/services/deviceId';
import { placeIfAllowed } from '@/services/placeIfAllowed';
import { api } from '@/services/session';
import { deadlineOf } from '@/services/words';

type Answer = Awaited<ReturnType<Client['presence']['mySpotCheck']>>;
/** What waits for an answer, with its end by this phone's clock, which may be wrong. */
export type MyCheck = NonNullable<Answer['check']> & { deadline: number };

/** While one waits on this page a 点名 may begin. */
const EVERY_MS = 5000;

/** What the learner sees: what waits for him, what he confirmed, or that it was too late. */
export function useSpotCheck() {
  const [outcome, setOutcome] = useState<{ kind: 'confirmed'; at: string } | { kind: 'over' }>();
  const place = useRef<Place | null>(null);
  const known = useRef<MyCheck>();

  /** Goes along where it was allowed before; nobody is asked a question within his minute, and nobody waits for a fix. */
  async function findPlace(): Promise<void> {
    place.current = await placeIfAllowed();
  }

  const { data, error, reload } = usePolled(async () => {
    const { check } = await api.presence.mySpotCheck({});
    if (!check) {
      if (known.current) {
        // It ended before his eyes.
        setOutcome((before) => before ?? { kind: 'over' });
      }
      known.current = undefined;
      return { check: null };
    }
    if (known.current?.id !== check.id) {
      known.current = { ...check, deadline: deadlineOf(check.until, check.serverTime) };
      setOutcome(undefined);
      // Where he was at the last one proves nothing now.
      place.current = null;
      if (check.isPlaceAsked) {
        void findPlace();
      }
    }
    return { check: known.current };
  }, EVERY_MS);

  usePullDownRefresh(() => {
    void reload().finally(() => Taro.stopPullDownRefresh());
  });

  async function confirm(check: MyCheck): Promise<void> {
    try {
      const { confirmedAt } = await api.presence.confirmSpotCheck({
        spotCheckId: check.id,
        deviceId: deviceId(),
        ...(place.current && { place: place.current }),
      });
      setOutcome({ kind: 'confirmed', at: confirmedAt });
    } catch (failure) {
      if (!(failure instanceof ApiError && failure.code === 'SPOT_CHECK_OVER')) {
        throw failure;
      }
      setOutcome({ kind: 'over' });
    }
  }

  return { check: data?.check, outcome, error, reload, confirm };
}
