import { dayOf, formatTime } from '@common/rules/shanghaiTime';
import { parseTerminalTime } from '@common/rules/swipeFile';
import { showWait } from '../../format';

/** Two clocks that are read by eye agree when they differ by no more, in seconds. */
const EXACT = 5;

/** `准确`, `快1分05秒`, `慢2小时03分`: how far a machine's clock is ahead of ours. */
export function skewWords(seconds: number): string {
  if (Math.abs(seconds) <= EXACT) {
    return '准确';
  }
  return `${seconds > 0 ? '快' : '慢'}${showWait(Math.abs(seconds))}`;
}

/** `2026-11-21 08:30:05`, as a machine shows it. */
export const showTerminalTime = (ms: number) => `${dayOf(ms)} ${formatTime(ms)}`;

/** What somebody read off a machine, and when (ms): the clock has gone on since. */
export interface ReadClock {
  text: string;
  at: number;
}

/** What the machine shows by now; null where what was typed is no time. */
export function clockNow({ text, at }: ReadClock, now: number): string | null {
  const shown = parseTerminalTime(text);
  return shown === null ? null : showTerminalTime(shown + now - at);
}

/** Seconds that a machine was ahead when it was read; null where what was typed is no time. */
export function skewOf({ text, at }: ReadClock): number | null {
  const shown = parseTerminalTime(text);
  return shown === null ? null : Math.round((shown - at) / 1000);
}
