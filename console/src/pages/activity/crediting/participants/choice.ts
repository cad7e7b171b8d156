/** Who is chosen for 授分: 全选, 本页全选, one by one, and whose 有效 was taken away again (manual 000 §四4). Pure. */
import type { AnalysisRow } from '@common/contract/analyses';

/** An effective person who is to get nothing, and why. */
export interface Excepted {
  learnerId: string;
  name: string;
  reason: string;
}

export interface Choice {
  /** Everybody who can be credited, also those who are not loaded. */
  isWhole: boolean;
  /** Chosen by name where it is not the whole. */
  ids: readonly string[];
  /** Chosen by 全选: whoever is unchecked now is left out in spite of being effective, which needs a reason. */
  asksReason: boolean;
  excepted: readonly Excepted[];
}

/** The contract takes so many by name; the whole has no limit. */
export const MOST_NAMED = 5_000;

export const NOBODY: Choice = { isWhole: false, ids: [], asksReason: false, excepted: [] };
export const WHOLE: Choice = { isWhole: true, ids: [], asksReason: true, excepted: [] };
/** Those who were found, as many as can be granted to at once. */
export const allOf = (ids: readonly string[]): Choice => ({
  ...NOBODY,
  ids: ids.slice(0, MOST_NAMED),
  asksReason: true,
});

const isExcepted = ({ excepted }: Choice, id: string) => excepted.some(({ learnerId }) => learnerId === id);

export const isChosen = (choice: Choice, id: string): boolean =>
  (choice.isWhole || choice.ids.includes(id)) && !isExcepted(choice, id);

/** How many are granted to, of `grantable` whom the analysis leaves. */
export const chosenCount = (choice: Choice, grantable: number): number =>
  Math.max(0, (choice.isWhole ? grantable : choice.ids.length) - choice.excepted.length);

/** Adds persons; who had been excepted is effective again. */
export function choose(choice: Choice, ids: readonly string[]): Choice {
  const excepted = choice.excepted.filter(({ learnerId }) => !ids.includes(learnerId));
  return { ...choice, excepted, ids: choice.isWhole ? [] : Array.from(new Set([...choice.ids, ...ids])) };
}

/** Takes persons out who were chosen one by one: no more is said of them. */
export const drop = (choice: Choice, ids: readonly string[]): Choice => ({
  ...choice,
  ids: choice.ids.filter((id) => !ids.includes(id)),
});

/** Takes 有效 away from persons, with the reason. */
export const except = (choice: Choice, rows: readonly AnalysisRow[], reason: string): Choice => ({
  ...choice,
  excepted: [
    ...choice.excepted.filter(({ learnerId }) => !rows.some((row) => row.learnerId === learnerId)),
    ...rows.map(({ learnerId, name }) => ({ learnerId, name, reason })),
  ],
});

/** As the API takes it: without `learnerIds` it is the whole. */
export const asInput = ({ isWhole, ids, excepted }: Choice) => ({
  learnerIds: isWhole ? undefined : [...ids],
  except: excepted.map(({ learnerId, reason }) => ({ learnerId, reason })),
});
