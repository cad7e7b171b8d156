/**
 * 申报时间 and 备案时间 (manual 001 §二): outside them nobody can apply or file, and is told when the next one is. Days are China's,
 * `YYYY-MM-DD`; both ends belong to a window.
 */
import { PROJECT_LEVELS, type ProjectLevel, WINDOW_KINDS, type WindowKind } from '../terms';

/** What a window is for. */
export interface WindowPurpose {
  kind: WindowKind;
  level: ProjectLevel;
  /** The year of the projects, not of the days. */
  year: number;
}
export interface ProjectWindow extends WindowPurpose {
  from: string;
  to: string;
}
export type WindowState = 'before' | 'open' | 'over';

/** Where today stands to a window. */
export function windowState({ from, to }: Pick<ProjectWindow, 'from' | 'to'>, today: string): WindowState {
  if (today < from) {
    return 'before';
  }
  return today > to ? 'over' : 'open';
}

/**
 * Of all windows over a region those that rule: for each purpose the one of the nearest authority.
 * @param windows The nearest authority's first.
 */
export function rulingWindows<W extends WindowPurpose>(windows: readonly W[]): W[] {
  const ruling = new Map<string, W>();
  for (const window of windows) {
    const key = `${window.kind} ${window.level} ${window.year}`;
    if (!ruling.has(key)) {
      ruling.set(key, window);
    }
  }
  return Array.from(ruling.values());
}

const RANK: Record<WindowState, number> = { open: 0, before: 1, over: 2 };

/** Open ones first, the soonest to close in front; then those to come, the soonest first; then the past, the latest first. */
export function sortWindows<W extends ProjectWindow>(windows: readonly W[], today: string): W[] {
  const key = (window: W) => {
    const state = windowState(window, today);
    return { rank: RANK[state], day: state === 'before' ? window.from : window.to };
  };
  return Array.from(windows).sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x.rank !== y.rank) {
      return x.rank - y.rank;
    }
    const order = x.day < y.day ? -1 : x.day > y.day ? 1 : 0;
    return x.rank === RANK.over ? -order : order;
  });
}

/**
 * Why one cannot apply or file today, with the next window named; null where one can.
 * @param windows All over the region, the nearest authority's first.
 */
export function windowRefusal(
  windows: readonly ProjectWindow[],
  wanted: WindowPurpose,
  today: string,
): string | null {
  const ofKind = rulingWindows(windows).filter(
    ({ kind, level }) => kind === wanted.kind && level === wanted.level,
  );
  const isOpen = (window: ProjectWindow) => windowState(window, today) === 'open';
  if (ofKind.some((window) => window.year === wanted.year && isOpen(window))) {
    return null;
  }
  const what = `${PROJECT_LEVELS[wanted.level]}项目${WINDOW_KINDS[wanted.kind]}`;
  const now = `现在不在${wanted.year}年${what}内`;
  const [first] = sortWindows(ofKind, today);
  if (first && isOpen(first)) {
    return `${now}，正在开放的是${first.year}年的：${rangeInWords(first)}`;
  }
  const next = first && windowState(first, today) === 'before' ? first : null;
  return next
    ? `${now}。下一次${what}：${rangeInWords(next)}`
    : `${now}。还没有设置下一次${what}，请留意上级卫生健康行政部门的通知`;
}

/** 2027年3月1日至3月31日; the year again where it is another. */
export function rangeInWords({ from, to }: Pick<ProjectWindow, 'from' | 'to'>): string {
  if (from === to) {
    return dayInWords(from);
  }
  const end = dayInWords(to);
  return `${dayInWords(from)}至${from.slice(0, 4) === to.slice(0, 4) ? end.slice(5) : end}`;
}

const dayInWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
