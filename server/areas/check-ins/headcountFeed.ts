import type { Services } from '../services';
import type { CourseScreen, Headcount } from './headcount';
import type { Hub } from './hub';

/** At most so often a course is counted, however many arrive: a screen is a fraction of a second behind. */
const APART_MS = 250;
/** Told at least so often, counted or not: a screen that hears nothing for 25 s takes the line for dead. */
const TELL_ANYWAY_MS = 15_000;
/** Counted at least so often: what a message that was never sent costs. Thousands of quiet courses must not keep a store busy. */
const COUNT_ANYWAY_MS = 60_000;
const RETRY_MS = 1_000;

type Tell = (count: Headcount) => void;

/** The headcounts that the screens of one process follow. */
export interface HeadcountFeeds {
  /**
   * Tells the headcount now, at each change and every fifteen seconds, until `stop`. `look` counts anew where a message may have
   * been lost.
   */
  follow(course: CourseScreen, tell: Tell): { look(): void; stop(): void };
}

/** Each course is counted once for all of its screens, and never twice at a time. */
export function createHeadcountFeeds(services: Services, hub: Hub): HeadcountFeeds {
  const feeds = new Map<string, ReturnType<typeof startFeed>>();
  return {
    follow(course, tell) {
      const key = `${course.courseId}/${course.direction}`;
      const feed =
        feeds.get(key) ??
        startFeed(
          async () => services.checkIns.headcount.ofCourse(course),
          (look) => hub.on(`headcount:${course.courseId}`, look),
        );
      feeds.set(key, feed);
      feed.join(tell);
      return {
        look: feed.look,
        stop() {
          if (feed.leave(tell) && feeds.get(key) === feed) {
            feeds.delete(key);
          }
        },
      };
    },
  };
}

/** One course's feed: a count at a time, and its followers. */
function startFeed(count: () => Promise<Headcount>, listen: (look: () => void) => () => void) {
  const listeners = new Set<Tell>();
  let last: Headcount | null = null;
  let lastText = '';
  let countedAt = Number.NEGATIVE_INFINITY;
  let isCounting = false;
  let isAsked = false;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let telling: NodeJS.Timeout | undefined;

  function countIn(ms: number): void {
    const at = performance.now() + ms;
    if (at < dueAt && !isOver) {
      clearTimeout(timer);
      dueAt = at;
      timer = setTimeout(() => void run(), ms);
    }
  }

  function look(): void {
    isAsked = true;
    if (!isCounting) {
      countIn(Math.max(0, countedAt + APART_MS - performance.now()));
    }
  }

  async function run(): Promise<void> {
    dueAt = Number.POSITIVE_INFINITY;
    isCounting = true;
    isAsked = false;
    const found = await count().catch(() => null);
    isCounting = false;
    countedAt = performance.now();
    if (found) {
      keep(found);
    }
    countIn(!found ? RETRY_MS : isAsked ? APART_MS : COUNT_ANYWAY_MS);
  }

  function keep(found: Headcount): void {
    const text = JSON.stringify(found);
    if (text !== lastText) {
      last = found;
      lastText = text;
      tellLast();
    }
  }

  function tellLast(): void {
    clearTimeout(telling);
    telling = isOver ? undefined : setTimeout(tellLast, TELL_ANYWAY_MS);
    if (last) {
      for (const tell of listeners) {
        tell(last);
      }
    }
  }

  const off = listen(look);
  return {
    look,
    join(tell: Tell): void {
      listeners.add(tell);
      if (last) {
        tell(last);
      }
      look();
    },
    /** True when nobody is left. */
    leave(tell: Tell): boolean {
      listeners.delete(tell);
      if (listeners.size === 0 && !isOver) {
        isOver = true;
        clearTimeout(timer);
        clearTimeout(telling);
        off();
      }
      return isOver;
    },
  };
}
