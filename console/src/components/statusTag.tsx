import type { ReactNode } from 'react';

/** `done` is finished, `waiting` waits on someone, `act` is for this person to do, `live` runs now, `quiet` needs nobody. */
export type Tone = 'done' | 'waiting' | 'act' | 'live' | 'quiet';

/** A state in words, with its colour as a dot beside. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`status status--${tone}`}>{children}</span>;
}
