import { ApiError } from '@common/contract/errors';
import type { Direction } from '@common/terms';
import { useCallback, useState } from 'react';
import { client } from '../../api/session';

/** A venue screen that was opened from this browser. */
export interface Display {
  displayId: string;
  courseId: string;
  direction: Direction;
  url: string;
}

const keyOf = (activityId: string) => `jijiaotong.displays.${activityId}`;

function read(activityId: string): Display[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(activityId)) ?? '[]') as Display[];
  } catch {
    return [];
  }
}

/** Whether a remembered display is still open; one whose answer does not come is taken as open. */
async function isOpen({ url }: Display): Promise<boolean> {
  const ticket = new URL(url).pathname.split('/').pop() ?? '';
  try {
    await client.checkIns.screen({ ticket });
    return true;
  } catch (error) {
    return error instanceof ApiError && error.code === 'NETWORK';
  }
}

/**
 * The displays of an activity. The API lists none, so this browser remembers what it opened, to return to a screen instead of
 * opening a second one, and to be able to close it.
 */
export function useDisplays(activityId: string) {
  const [displays, setDisplays] = useState(() => read(activityId));

  const keep = useCallback(
    (change: (before: Display[]) => Display[]) => {
      const next = change(read(activityId));
      localStorage.setItem(keyOf(activityId), JSON.stringify(next));
      setDisplays(next);
    },
    [activityId],
  );

  const open = useCallback(
    async (courseId: string, direction: Direction): Promise<string> => {
      const known = read(activityId).find((one) => one.courseId === courseId && one.direction === direction);
      if (known && (await isOpen(known))) {
        return known.url;
      }
      const { displayId, screenUrl } = await client.checkIns.openDisplay({ activityId, courseId, direction });
      const url = new URL(screenUrl, window.location.href).href;
      keep((before) => [
        ...before.filter((one) => one.courseId !== courseId || one.direction !== direction),
        { displayId, courseId, direction, url },
      ]);
      return url;
    },
    [activityId, keep],
  );

  const close = useCallback(
    async (displayId: string): Promise<void> => {
      try {
        await client.checkIns.closeDisplay({ displayId });
      } catch (error) {
        // Closed before, from another browser: nothing is left to do.
        if (!(error instanceof ApiError) || error.code !== 'NOT_FOUND') {
          throw error;
        }
      }
      keep((before) => before.filter((one) => one.displayId !== displayId));
    },
    [keep],
  );

  return { displays, open, close };
}
