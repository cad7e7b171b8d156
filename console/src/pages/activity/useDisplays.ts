import type { checkIns } from '@common/contract/checkIns';
import type { OutputOf } from '@common/contract/endpoint';
import { ApiError } from '@common/contract/errors';
import type { Direction } from '@common/terms';
import { useCallback } from 'react';
import { client } from '../../api/session';
import { useLoad } from '../../hooks/useLoad';

type Listed = OutputOf<(typeof checkIns)['listDisplays']>;
/** An open venue screen, whoever opened it. */
export type Display = Listed['items'][number];
/** A code that a course has, or why it has none. */
export type ScreenCode = Listed['codes'][number];
export type Displays = ReturnType<typeof useDisplays>;

/** Colleagues open and close screens from other computers. */
const EVERY_MS = 10_000;
const absolute = (url: string) => new URL(url, window.location.href).href;

/** As they are now; each address is one for a projector's computer, too. */
async function listDisplays(activityId: string): Promise<Listed> {
  const listed = await client.checkIns.listDisplays({ activityId });
  const items = listed.items.map((one) => ({ ...one, screenUrl: one.screenUrl && absolute(one.screenUrl) }));
  return { ...listed, items };
}

/** The venue screens of an activity and the codes that its courses have. */
export function useDisplays(activityId: string) {
  const { data, error, reload } = useLoad(() => listDisplays(activityId), [activityId], {
    everyMs: EVERY_MS,
  });

  /** The address of a screen: of the one that is open, from whichever computer, else of a new one. */
  const open = useCallback(
    async (courseId: string, direction: Direction): Promise<string> => {
      // The list may be some seconds old.
      const { items } = await listDisplays(activityId);
      const known = items.find((one) => one.courseId === courseId && one.direction === direction);
      if (known?.screenUrl) {
        return known.screenUrl;
      }
      const { screenUrl } = await client.checkIns.openDisplay({ activityId, courseId, direction });
      reload();
      return absolute(screenUrl);
    },
    [activityId, reload],
  );

  const close = useCallback(
    async (displayId: string): Promise<void> => {
      try {
        await client.checkIns.closeDisplay({ displayId });
      } catch (failure) {
        // Closed before, from another computer: nothing is left to do.
        if (!(failure instanceof ApiError) || failure.code !== 'NOT_FOUND') {
          throw failure;
        }
      }
      reload();
    },
    [reload],
  );

  return {
    error,
    reload,
    displays: data?.items ?? [],
    codes: data?.codes ?? [],
    /** By the server's clock, ms; some seconds old. */
    now: Date.parse(data?.serverTime ?? '') || Date.now(),
    isDepartureRequired: data?.isDepartureRequired ?? false,
    open,
    close,
  };
}
