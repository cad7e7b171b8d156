import type { ApiError } from '@common/contract/errors';
import type { PaperView } from '@common/contract/papers';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { client } from '../../../api/session';
import { type Load, useLoad } from '../../../hooks/useLoad';

/** The addresses of the pictures are good for two hours. */
const EVERY_MS = 3_600_000;

/** What every part of 考试 needs of the paper. */
export interface Paper {
  view: PaperView;
  /** An answer to a change: the paper as it is now. */
  take: (view: PaperView) => void;
  reload: () => void;
  /** For `useAction`'s onError: what was changed elsewhere is loaded and said. False for any other error. */
  onMoved: (error: ApiError) => boolean;
}

/** What the step line says of it. */
const shownAbove = ({ state, questions }: PaperView) => `${state} ${questions.length}`;

/** The paper of an activity, kept as the last answer had it. */
export function usePaper(
  activityId: string,
  onChange: () => void,
): Omit<Paper, 'view'> & { load: Load<PaperView> } {
  const { message } = App.useApp();
  const [view, setView] = useState<PaperView | null>(null);
  // A slow reading must not undo what a change has answered.
  const keep = useCallback(
    (next: PaperView) =>
      setView((before) =>
        before?.activityId === next.activityId && before.revision > next.revision ? before : next,
      ),
    [],
  );
  const load = useLoad(
    async () => {
      const loaded = await client.papers.getPaper({ activityId });
      keep(loaded);
      return loaded;
    },
    [activityId],
    { everyMs: EVERY_MS },
  );
  const shown = view && shownAbove(view);
  const told = useRef(shown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is shown above matters
  useEffect(() => {
    if (told.current !== null && told.current !== shown) {
      onChange();
    }
    told.current = shown;
  }, [shown]);
  return {
    load: { ...load, data: view },
    reload: load.reload,
    take: keep,
    onMoved: ({ code }) => {
      if (code !== 'REVIEW_MOVED' && code !== 'MOVE_REFUSED' && code !== 'NOT_FOUND') {
        return false;
      }
      load.reload();
      message.warning('试卷刚刚在别处修改过，已载入最新的内容，请核对后再操作');
      return true;
    },
  };
}
