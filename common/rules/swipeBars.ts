import type { Direction } from '../terms';

/** One bar of the histogram of swipes; `at` in ms, where it begins. */
export interface SwipeBar {
  at: number;
  in: number;
  out: number;
}

export const BAR_MINUTES = 5;

/** 刷卡分布: how many swipes there are in each five minutes, in order; a bar without any is left out. */
export function swipeBars(swipes: readonly { at: number; direction: Direction }[]): SwipeBar[] {
  const width = BAR_MINUTES * 60_000;
  const bars = new Map<number, SwipeBar>();
  for (const { at, direction } of swipes) {
    const from = Math.floor(at / width) * width;
    let bar = bars.get(from);
    if (!bar) {
      bar = { at: from, in: 0, out: 0 };
      bars.set(from, bar);
    }
    bar[direction] += 1;
  }
  return Array.from(bars.values()).sort((a, b) => a.at - b.at);
}
