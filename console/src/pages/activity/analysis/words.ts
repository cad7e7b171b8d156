import type { SavedAnalysis } from '@common/contract/analyses';
import { conditionsInWords } from '@common/rules/creditConditions';
import { CREDITING_STRATEGIES, DIRECTIONS } from '@common/terms';
import { showRange } from '../../../format';

type SavedWindow = SavedAnalysis['windows'][number];

/** One of them in words: `2026-07-20 08:00 至 08:40，签到，围手术期护理`. */
export const windowWords = ({ direction, courseName, ...window }: SavedWindow): string =>
  [showRange(window), direction && DIRECTIONS[direction], courseName].filter(Boolean).join('，');

/** All of them, each with its number before it. */
export const numberedWindows = (windows: readonly SavedWindow[]): string[] =>
  windows.map((window, index) => `${index + 1}. ${windowWords(window)}`);

/** What an analysis went by: the strategy, and what was demanded beside. */
export function methodWords({
  strategy,
  conditions,
}: Pick<SavedAnalysis, 'strategy' | 'conditions'>): string {
  const demanded = conditionsInWords(conditions);
  return `${CREDITING_STRATEGIES[strategy]}${demanded && `；须${demanded}`}`;
}

/** Where an analysis is looked at, and where one like it is begun. */
export const resultAddress = (activityId: string, id: string) =>
  `/activities/${activityId}/analysis?analysis=${id}`;
export const againAddress = (activityId: string, id: string) =>
  `/activities/${activityId}/analysis?again=${id}`;
