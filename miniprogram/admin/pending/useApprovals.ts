import type { LearnerRow } from '@common/contract/learners';
import type { ApprovalState } from '@common/terms';
import { useEffect, useRef, useState } from 'react';
import { type Pages, usePages } from '@/hooks/usePages';
import { tell } from '@/services/feedback';
import { api } from '@/services/session';
import { type Decided, type Decision, decideAll, wordsOfDecided } from './decideAll';

export interface Filter {
  state: ApprovalState | 'all';
  /** Part of a name, or a whole number. */
  q: string;
}

export interface Approvals {
  pages: Pages<LearnerRow>;
  /** The ids that are ticked; after 全选 also of rows that are not loaded. */
  selected: readonly string[];
  isPageSelected: boolean;
  /** 1200 of 3000, while something goes through many. */
  progress: string;
  /** What the last decision came to, where not all went through. */
  report: string;
  /** Those who changed their data since the list was loaded. */
  newer: readonly string[];
  toggle(id: string): void;
  /** All that are on the screen, or none. */
  togglePage(): void;
  /** All that the filter finds, loaded or not. */
  selectAll(): Promise<void>;
  /** Decides about the ticked, or about one that was looked at; rejects with an ApiError. A reason is needed to reject. */
  decide(decision: Decision, options?: { reason?: string; one?: Looked }): Promise<void>;
  /** Somebody's new data have been looked at. */
  seen(id: string): void;
}
/** One who was looked at by himself, and the time of what was seen. */
export interface Looked {
  id: string;
  asOf: string;
}

/** Fifty approvals are two taps: 本页全选, 审核通过. */
const PAGE_SIZE = 50;
/** The most that the contract gives at a time. */
const ALL_AT_ONCE = 200;

/** The list of 人员信息审核, which of them are ticked, and the decision. */
export function useApprovals({ state, q }: Filter): Approvals {
  // What the first page shows is the oldest of what the administrator has seen.
  const asOf = useRef<string>();
  const load = async (page: number, pageSize: number) => {
    const answer = await api.learners.listLearners({ state, q, page, pageSize });
    if (page === 1) {
      asOf.current = answer.asOf;
    }
    return answer;
  };
  const key = `${state} ${q}`;
  const pages = usePages(load, key, PAGE_SIZE);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [progress, setProgress] = useState('');
  const [report, setReport] = useState('');
  const [newer, setNewer] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins without ticks
  useEffect(() => {
    setTicked([]);
    setReport('');
  }, [key]);

  const onPage = (pages.items ?? []).filter((row) => row.state === 'pending').map((row) => row.id);
  const isPageSelected = onPage.length > 0 && onPage.every((id) => ticked.includes(id));

  const selectAll = async () => {
    const ids: string[] = [];
    try {
      for (let page = 1; ; page += 1) {
        const answer = await api.learners.listLearners({ state, q, page, pageSize: ALL_AT_ONCE });
        ids.push(...answer.items.filter((row) => row.state === 'pending').map((row) => row.id));
        setProgress(`正在选择 ${Math.min(page * ALL_AT_ONCE, answer.total)} / ${answer.total}`);
        if (page * ALL_AT_ONCE >= answer.total) {
          break;
        }
      }
    } finally {
      setProgress('');
    }
    setTicked(Array.from(new Set(ids)));
  };

  const settle = (decided: Decided) => {
    const gone = [...decided.changed, ...decided.byOthers];
    setTicked((now) => now.filter((id) => !gone.includes(id)));
    setNewer((now) => [...now.filter((id) => !gone.includes(id)), ...decided.newer]);
    if (state === 'pending') {
      pages.remove(gone);
    }
  };
  const decide: Approvals['decide'] = async (decision, { reason, one } = {}) => {
    const learnerIds = one ? [one.id] : ticked;
    setReport('');
    let through = 0;
    let decided: Decided;
    try {
      decided = await decideAll(
        { learnerIds, decision, reason, asOf: one?.asOf ?? asOf.current },
        (some, done) => {
          through = done;
          settle(some);
          setProgress(learnerIds.length > done ? `正在审核 ${done} / ${learnerIds.length}` : '');
        },
      );
    } catch (error) {
      if (through > 0) {
        // Those who are through have left the list: it may be empty now while others wait.
        await pages.reload();
      }
      throw error;
    } finally {
      setProgress('');
    }
    const words = wordsOfDecided(decision, decided);
    if (decided.changed.length < learnerIds.length) {
      setReport(words);
    } else {
      tell(words);
    }
    setTicked((now) => now.filter((id) => !decided.newer.includes(id)));
    const isEmptied = onPage.every((id) => learnerIds.includes(id));
    if (isEmptied || decided.newer.length > 0 || state !== 'pending') {
      await pages.reload();
    }
  };

  return {
    pages,
    selected: ticked,
    isPageSelected,
    progress,
    report,
    newer,
    toggle: (id) => setTicked((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id])),
    togglePage: () => setTicked(isPageSelected ? [] : onPage),
    selectAll,
    decide,
    seen: (id) => setNewer((now) => now.filter((each) => each !== id)),
  };
}
