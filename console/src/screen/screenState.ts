import type { ScreenEvent } from '@common/contract/checkIns';

/** A code and the time it is good for. Times in milliseconds of the monotonic clock (`performance.now()`). */
export interface Code {
  text: string;
  shortCode: string;
  slot: number;
  periodMs: number;
  turnsAt: number;
}

/** Everything that changes on a screen while it stands. */
export interface ScreenState {
  code: Code | null;
  /** Why no code may be shown now, and the console's page where that is put right. */
  blocked: { message: string; fix: string | null } | null;
  isClosed: boolean;
  isOnline: boolean;
  count: { persons: number; swipes: number; latest: { name: string; unitName: string; at: string }[] } | null;
}

export type ScreenChange =
  | { type: 'event'; event: ScreenEvent; now: number }
  | { type: 'lost' }
  /** The machine slept or its clock jumped: how old the code is cannot be told any more. */
  | { type: 'doubted' };

export const FIRST: ScreenState = {
  code: null,
  blocked: null,
  isClosed: false,
  isOnline: true,
  count: null,
};

/** What the screen becomes by a change. Losing the network keeps the code, which ends by itself with its slot. */
export function screenReducer(state: ScreenState, change: ScreenChange): ScreenState {
  switch (change.type) {
    case 'lost':
      return { ...state, isOnline: false };
    case 'doubted':
      return { ...state, isOnline: false, code: state.code && { ...state.code, turnsAt: 0 } };
    case 'event':
      return { ...applyEvent(state, change.event, change.now), isOnline: true };
  }
}

function applyEvent(state: ScreenState, event: ScreenEvent, now: number): ScreenState {
  switch (event.type) {
    case 'turn': {
      const { text, shortCode, slot, periodMs, turnsInMs } = event;
      return { ...state, blocked: null, code: { text, shortCode, slot, periodMs, turnsAt: now + turnsInMs } };
    }
    case 'count':
      return { ...state, count: event };
    case 'blocked':
      return { ...state, blocked: { message: event.message, fix: event.fix }, code: null };
    case 'closed':
      return { ...state, isClosed: true, code: null, blocked: null };
  }
}
