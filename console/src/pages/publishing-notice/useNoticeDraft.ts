import type { ManagedNotice } from '@common/contract/notices';
import type { NoticeKind } from '@common/terms';
import { useRef, useState } from 'react';
import { client } from '../../api/session';
import { type Autosaving, useAutosave } from '../../hooks/useAutosave';
import { draftOf, EMPTY_DRAFT, isSameDraft, type NoticeDraft } from './noticeDraft';

/** A notice while it is written. */
export interface NoticeEditing {
  /** As it is stored; null before the first time. */
  notice: ManagedNotice | null;
  draft: NoticeDraft;
  isPublished: boolean;
  /** What is shown is not what is stored, and nothing will store it by itself. */
  isChanged: boolean;
  saving: Pick<Autosaving<NoticeDraft>, 'state' | 'error' | 'flush'>;
  change: (some: Partial<NoticeDraft>) => void;
  /** Stores what is shown; the id, or null where that failed or there is no title yet. */
  keep: () => Promise<string | null>;
  /** Takes over what an answer of the server has just said; what is written stays. */
  take: (notice: ManagedNotice) => void;
  /** Back to what is stored. */
  drop: () => void;
}

/**
 * What is not published is kept by itself, from the moment it has a title; what is, only when told to, for everybody sees it.
 * @param onCreated Hears the id once there is one.
 */
export function useNoticeDraft(
  kind: NoticeKind,
  stored: ManagedNotice | null,
  onCreated: (id: string) => void,
): NoticeEditing {
  const [notice, setNotice] = useState(stored);
  const [draft, setDraft] = useState(stored ? draftOf(stored) : EMPTY_DRAFT);
  const [kept, setKept] = useState(draft);
  const id = useRef(stored?.id ?? null);
  const isPublished = notice?.state === 'published';

  const autosave = useAutosave<NoticeDraft, { version: number }>(
    0,
    async (value, version) => {
      const isNew = id.current === null;
      const answer = id.current
        ? await client.notices.updateNotice({ noticeId: id.current, ...value })
        : await client.notices.createNotice({ kind, ...value });
      id.current = answer.id;
      setNotice(answer);
      setKept(value);
      if (isNew) {
        onCreated(answer.id);
      }
      return { version: version + 1 };
    },
    () => undefined,
  );

  return {
    notice,
    draft,
    isPublished,
    isChanged: !isSameDraft(draft, kept) && (isPublished || !draft.title.trim()),
    saving: autosave,
    change: (some) => {
      const next = { ...draft, ...some };
      setDraft(next);
      if (!isPublished && next.title.trim()) {
        autosave.change(next);
      }
    },
    keep: async () => {
      if (!draft.title.trim()) {
        return null;
      }
      if (!isSameDraft(draft, kept) || id.current === null) {
        autosave.change(draft);
      }
      return (await autosave.flush()) ? id.current : null;
    },
    take: (next) => {
      setNotice(next);
      // Withdrawn over changes that were not told to go out: as a draft they are kept by themselves.
      if (isPublished && next.state !== 'published' && !isSameDraft(draft, kept) && draft.title.trim()) {
        autosave.change(draft);
      }
    },
    drop: () => setDraft(kept),
  };
}
