/** Work that goes on behind a request's back in this process. */
export interface Background {
  /** Remembers work until it has ended, and answers it. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is going on any more. */
  settled(): Promise<void>;
}

/** A batch that nobody has touched for so long was left by a process that is gone. */
export const LEFT_MS = 60_000;
/** More people than this are not waited for. */
export const AT_ONCE = 500;
/** Batches that one sweep takes. */
export const SWEPT_AT_ONCE = 20;

export function createBackground(): Background {
  const running = new Set<Promise<unknown>>();
  return {
    run(work) {
      running.add(work);
      const forget = () => void running.delete(work);
      work.then(forget, forget);
      return work;
    },
    async settled() {
      while (running.size > 0) {
        await Promise.allSettled(running);
      }
    },
  };
}
