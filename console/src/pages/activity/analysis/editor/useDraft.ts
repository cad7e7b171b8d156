import type { SavedAnalysis } from '@common/contract/analyses';
import { useRef, useState } from 'react';
import type { Span } from '../../../../components/timeline/geometry';
import { beginning, type Draft, type DraftWindow, inOrder, MOST_WINDOWS } from './draft';

/** What is done to the draft of an analysis. */
export interface DraftActions {
  set: (change: Partial<Omit<Draft, 'windows'>>) => void;
  /** One more; none past the most that there may be. */
  add: (span: Span) => void;
  /** Those in place of all. */
  replace: (spans: readonly Span[]) => void;
  /** They keep their order while one types; `settle` puts them in that of time. */
  change: (key: string, some: Partial<DraftWindow>) => void;
  settle: () => void;
  remove: (key: string) => void;
}

/** The windows and conditions that are being set. */
export function useDraft(before: SavedAnalysis | null): [Draft, DraftActions] {
  const [draft, setDraft] = useState<Draft>(() => beginning(before));
  const made = useRef(0);
  const windowOf = (span: Span): DraftWindow => ({
    ...span,
    key: `new ${++made.current}`,
    direction: null,
    courseId: null,
  });
  const setWindows = (next: (windows: readonly DraftWindow[]) => readonly DraftWindow[]) =>
    setDraft((now) => ({ ...now, windows: next(now.windows) }));
  return [
    draft,
    {
      set: (change) => setDraft((now) => ({ ...now, ...change })),
      add: (span) => {
        const window = windowOf(span);
        setWindows((all) => (all.length < MOST_WINDOWS ? inOrder([...all, window]) : all));
      },
      replace: (spans) => {
        const windows = inOrder(spans.map(windowOf));
        setWindows(() => windows);
      },
      change: (key, some) =>
        setWindows((all) => all.map((window) => (window.key === key ? { ...window, ...some } : window))),
      settle: () => setWindows(inOrder),
      remove: (key) => setWindows((all) => all.filter((window) => window.key !== key)),
    },
  ];
}
