import type { ApiError } from '@common/contract/errors';
import { asApiError } from './useLoad';

/** `conflict`: it has been saved elsewhere since it was read here. */
export type SaveState = 'saved' | 'changed' | 'saving' | 'failed' | 'conflict';

export interface AutosaveOptions<T, A extends { version: number }> {
  /** Writes the value over the version that it was read as; answers what is stored now. */
  save: (value: T, version: number) => Promise<A>;
  /** The version that the value was read as. */
  version: number;
  /** Hears every change of the state, and each answer. */
  onState: (state: SaveState, error: ApiError | null) => void;
  onSaved: (answer: A) => void;
  delayMs?: number;
}

/** Keeps what is typed: writes it a moment after the last change, one write at a time, never an older value over a newer one. */
export interface Autosave<T> {
  /** What is typed now is to be kept. */
  change(value: T): void;
  /** Writes at once what is not written; true where all is stored then. */
  flush(): Promise<boolean>;
  /** Goes on from another version: after a conflict, the own value shall stand. */
  rebase(version: number): void;
  isDirty(): boolean;
}

const DELAY_MS = 900;
/** After a failure it is tried again by itself, so that a line that comes back needs no click. */
const RETRY_MS = 10_000;

export function createAutosave<T, A extends { version: number }>(
  options: AutosaveOptions<T, A>,
): Autosave<T> {
  const { save, onState, onSaved, delayMs = DELAY_MS } = options;
  let { version } = options;
  let pending: { value: T } | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  async function write(): Promise<boolean> {
    while (pending) {
      const { value } = pending;
      const taken = pending;
      onState('saving', null);
      try {
        const answer = await save(value, version);
        version = answer.version;
        if (pending === taken) {
          pending = null;
        }
        onSaved(answer);
      } catch (thrown) {
        const error = asApiError(thrown);
        const isConflict = error.code === 'REVIEW_MOVED';
        onState(isConflict ? 'conflict' : 'failed', error);
        if (error.code === 'NETWORK' || error.code === 'STORE_UNAVAILABLE') {
          later(RETRY_MS);
        }
        return false;
      }
    }
    onState('saved', null);
    return true;
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    running ??= write().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    change(value) {
      pending = { value };
      if (!running) {
        onState('changed', null);
        later(delayMs);
      }
    },
    flush: () => (pending || running ? flush() : Promise.resolve(true)),
    rebase(next) {
      version = next;
    },
    isDirty: () => pending !== null,
  };
}
