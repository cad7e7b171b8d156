import type { DocumentRow } from '@common/contract/documents';
import type { DocumentKind } from '@common/terms';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asApiError } from '../../hooks/useLoad';
import { documentProblem } from './documentProblem';
import { sendDocument } from './sendDocument';

/** A document on its way. `broken`: the connection is; `refused`: the server or the file itself says no. */
export interface UploadState {
  file: File;
  at: 'checking' | 'sending' | 'paused' | 'broken' | 'refused';
  /** 0 to 1. */
  share: number;
  /** Why it is broken or refused. */
  reason: string | null;
}
export interface Uploads {
  of: (kind: DocumentKind) => UploadState | null;
  start: (kind: DocumentKind, file: File) => Promise<void>;
  pause: (kind: DocumentKind) => void;
  /** Goes on with the same file: only the missing parts are sent. */
  resume: (kind: DocumentKind) => void;
  cancel: (kind: DocumentKind) => void;
  isBusy: boolean;
}

type States = Partial<Record<DocumentKind, UploadState>>;

/** The uploads of an activity, one of each kind at a time; they go on while another step is filled in. */
export function useUploads(activityId: string, onDone: (document: DocumentRow) => Promise<void>): Uploads {
  const [states, setStates] = useState<States>({});
  const aborters = useRef<Partial<Record<DocumentKind, AbortController>>>({});
  const done = useRef(onDone);
  done.current = onDone;

  const put = useCallback(
    (kind: DocumentKind, change: (before: UploadState | undefined) => UploadState | undefined) =>
      setStates((before) => ({ ...before, [kind]: change(before[kind]) })),
    [],
  );

  const start = useCallback(
    async (kind: DocumentKind, file: File) => {
      aborters.current[kind]?.abort();
      const aborter = new AbortController();
      aborters.current[kind] = aborter;
      const { signal } = aborter;
      // An upload that was paused or replaced says nothing more.
      const say = (some: Partial<UploadState>) =>
        put(kind, (before) => (signal.aborted || !before ? before : { ...before, ...some }));
      put(kind, (before) => ({
        file,
        at: 'checking',
        share: before?.file === file ? before.share : 0,
        reason: null,
      }));
      const problem = await documentProblem(file);
      if (problem) {
        say({ at: 'refused', reason: problem });
        return;
      }
      try {
        const document = await sendDocument({
          activityId,
          kind,
          file,
          signal,
          onProgress: (share) => say({ at: 'sending', share }),
        });
        await done.current(document);
        put(kind, (before) => (signal.aborted ? before : undefined));
      } catch (thrown) {
        const { code, message } = asApiError(thrown);
        say({ at: code === 'NETWORK' ? 'broken' : 'refused', reason: message });
      }
    },
    [activityId, put],
  );

  const isBusy = Object.values(states).some((state) => state?.at === 'sending' || state?.at === 'checking');
  const latest = useRef(states);
  latest.current = states;
  useEffect(() => {
    const resumeBroken = () => {
      for (const [kind, state] of Object.entries(latest.current)) {
        if (state?.at === 'broken') {
          void start(kind as DocumentKind, state.file);
        }
      }
    };
    // The line is back: nobody needs to press anything.
    window.addEventListener('online', resumeBroken);
    return () => {
      window.removeEventListener('online', resumeBroken);
      for (const aborter of Object.values(aborters.current)) {
        aborter?.abort();
      }
    };
  }, [start]);
  useEffect(() => {
    if (!isBusy) {
      return;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isBusy]);

  const stop = (kind: DocumentKind) => aborters.current[kind]?.abort();
  return {
    of: (kind) => states[kind] ?? null,
    start,
    pause: (kind) => {
      stop(kind);
      put(kind, (before) => before && { ...before, at: 'paused', reason: null });
    },
    resume: (kind) => {
      const { file } = states[kind] ?? {};
      if (file) {
        void start(kind, file);
      }
    },
    cancel: (kind) => {
      stop(kind);
      put(kind, () => undefined);
    },
    isBusy,
  };
}
