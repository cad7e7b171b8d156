import type { LearnerRow } from '@common/contract/learners';
import { useState } from 'react';
import { type Pages, usePages } from '@/hooks/usePages';
import { tell } from '@/services/feedback';
import { api } from '@/services/session';

export interface Approvals {
  pages: Pages<LearnerRow>;
  /** The ids that are ticked, all of them on the screen. */
  selected: string[];
  isAllSelected: boolean;
  toggle(id: string): void;
  /** All that is on the screen, or none. */
  toggleAll(): void;
  /** Decides about the ticked; rejects with an ApiError. A reason is needed to reject. */
  decide(decision: 'approve' | 'reject', reason?: string): Promise<void>;
}

/** At most this many in one request, by the contract. */
const MAX_AT_ONCE = 200;

/** The waiting learners, which of them are ticked, and the decision. */
export function useApprovals(): Approvals {
  const pages = usePages((page, pageSize) => api.learners.listLearners({ state: 'pending', page, pageSize }));
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const shown = (pages.items ?? []).map((learner) => learner.id);
  const selected = shown.filter((id) => ticked.includes(id));
  const isAllSelected = shown.length > 0 && selected.length === shown.length;

  const decide = async (decision: 'approve' | 'reject', reason?: string) => {
    const learnerIds = selected.slice(0, MAX_AT_ONCE);
    const { changed } = await api.learners.decide({ learnerIds, decision, reason });
    const word = decision === 'approve' ? '已通过' : '已退回';
    const others = learnerIds.length - changed;
    tell(others > 0 ? `${word} ${changed} 人，另 ${others} 人先前已审核` : `${word} ${changed} 人`);
    setTicked([]);
    pages.remove(learnerIds);
    if (learnerIds.length === shown.length) {
      await pages.reload();
    }
  };

  return {
    pages,
    selected,
    isAllSelected,
    toggle: (id) => setTicked((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id])),
    toggleAll: () => setTicked(isAllSelected ? [] : shown),
    decide,
  };
}
