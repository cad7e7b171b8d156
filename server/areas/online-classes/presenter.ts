import type { OnlineClass, Watching } from '@common/contract/onlineClasses';
import { BEAT_MS } from '@common/rules/onlineClass';
import { courseNameOf } from '../activities/presenter';
import type { FullActivity } from '../activities/service';
import type { OnlineClassDoc, OnlineWatchingDoc } from './model';

const seconds = (ms: number) => Math.floor(ms / 1000);

export const presentClass = (full: FullActivity, doc: OnlineClassDoc): OnlineClass => ({
  courseId: String(doc.courseId),
  courseName: courseNameOf(full, doc.courseId),
  videoUrl: doc.videoUrl,
  requiredSeconds: doc.requiredSeconds,
  prompts: doc.prompts,
});

/** @param watched Null for one who has not begun. */
export function presentWatching(
  full: FullActivity,
  doc: OnlineClassDoc,
  watched: Pick<OnlineWatchingDoc, 'state'> | null,
  now: number,
): Watching {
  const { watchedMs = 0, prompt = null, answered = 0, isDone = false, promptsAt } = watched?.state ?? {};
  return {
    courseId: String(doc.courseId),
    courseName: courseNameOf(full, doc.courseId),
    activityName: full.project.name,
    videoUrl: doc.videoUrl,
    watchedSeconds: Math.min(seconds(watchedMs), doc.requiredSeconds),
    requiredSeconds: doc.requiredSeconds,
    // One whose time is over is settled with the next beat.
    prompt:
      prompt && prompt.until >= now ? { key: prompt.key, until: new Date(prompt.until).toISOString() } : null,
    answered,
    // Who began keeps the number of questions that he began with.
    prompts: promptsAt ? answered + promptsAt.length : doc.prompts,
    isDone,
    beatSeconds: BEAT_MS / 1000,
    serverTime: new Date(now).toISOString(),
  };
}
