import type { ActivityView } from '@common/contract/activities';
import { useCallback, useRef, useState } from 'react';
import { client } from '../../api/session';
import { type Autosaving, useAutosave } from '../../hooks/useAutosave';
import { type Draft, draftOf, inputOf, missingInDraft } from './draft';

/** An activity being filled in: what was typed, what is stored, what is missing. */
export interface ActivityDraft {
  draft: Draft;
  /** As the server has it. */
  view: ActivityView;
  saving: Autosaving<Draft>;
  missing: { field: string; message: string }[];
  change: (some: Partial<Draft>) => void;
  /** Takes over what has changed beside the draft: documents. @throws ApiError. */
  refresh: () => Promise<void>;
  /** Takes over all that is stored, instead of what was typed. @throws ApiError. */
  discard: () => Promise<void>;
}

export function useActivityDraft(activity: ActivityView): ActivityDraft {
  const [draft, setDraft] = useState(() => draftOf(activity));
  const [view, setView] = useState(activity);
  const typed = useRef(draft);
  const ids = useRef(new Map(activity.courses.map(({ id }) => [id, id])));
  const activityId = activity.id;

  const saving = useAutosave<Draft, ActivityView>(
    activity.version,
    async (value, version) => {
      const answer = await client.activities.saveActivity({
        activityId,
        version,
        ...inputOf(value, ids.current),
      });
      // A new course is answered with its id: the next save must mean the same course.
      for (const [index, { key }] of value.courses.entries()) {
        const stored = answer.courses[index];
        if (stored) {
          ids.current.set(key, stored.id);
        }
      }
      return answer;
    },
    setView,
  );

  const { change: keep, flush, rebase } = saving;
  const change = useCallback(
    (some: Partial<Draft>) => {
      typed.current = { ...typed.current, ...some };
      setDraft(typed.current);
      keep(typed.current);
    },
    [keep],
  );
  const refresh = useCallback(async () => {
    const isStored = await flush();
    const fresh = await client.activities.getActivity({ activityId });
    if (isStored) {
      rebase(fresh.version);
      setView(fresh);
    } else {
      // What is not stored must not be written over what a colleague did.
      setView((before) => ({ ...before, documents: fresh.documents }));
    }
  }, [activityId, flush, rebase]);
  const discard = useCallback(async () => {
    const fresh = await client.activities.getActivity({ activityId });
    ids.current = new Map(fresh.courses.map(({ id }) => [id, id]));
    typed.current = draftOf(fresh);
    rebase(fresh.version);
    setDraft(typed.current);
    setView(fresh);
    if (fresh.can.includes('submit')) {
      keep(typed.current);
      await flush();
    }
  }, [activityId, flush, keep, rebase]);

  const missing = saving.state === 'saved' ? view.missing : missingInDraft(draft, view, Date.now());
  return { draft, view, saving, missing, change, refresh, discard };
}
