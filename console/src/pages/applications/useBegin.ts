import type { ApplicationView, WindowRow } from '@common/contract/applications';
import type { WindowKind } from '@common/terms';
import { useEffect, useState } from 'react';
import { client } from '../../api/session';
import { useAction } from '../../hooks/useAction';
import { type Load, useLoad } from '../../hooks/useLoad';

export interface Begin {
  windows: Load<WindowRow[]>;
  /** The window that is chosen; the only open one by itself. */
  chosen: WindowRow | null;
  choose: (windowId: string) => void;
  busy: boolean;
  /** Makes the draft, or with a project its 备案. */
  begin: (projectId?: string) => void;
}

/** What both dialogs are given. */
export interface BeginProps {
  open: boolean;
  /** The window that 申报时间 led here from; '' for none. */
  windowId: string;
  onClose: () => void;
  onBegun: (view: ApplicationView) => void;
}

/** What a new application begins with: an open window of the kind. Loaded anew whenever the dialog opens. */
export function useBegin(kind: WindowKind, { open: isOpen, windowId: wished, onBegun }: BeginProps): Begin {
  const [windowId, setWindowId] = useState<string | null>(null);
  const windows = useLoad(
    async () =>
      isOpen
        ? (await client.applications.listWindows({})).items.filter((window) => window.kind === kind)
        : [],
    [isOpen, kind],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening begins anew.
  useEffect(() => setWindowId(wished || null), [isOpen]);
  const open = (windows.data ?? []).filter(({ state }) => state === 'open');
  const chosen = open.find(({ id }) => id === windowId) ?? (open.length === 1 ? (open[0] ?? null) : null);

  const { busy, run } = useAction(async (projectId?: string) => {
    if (chosen) {
      const { level, year } = chosen;
      onBegun(await client.applications.createApplication({ kind, level, year, projectId }));
    }
  });
  return { windows, chosen, choose: setWindowId, busy, begin: (projectId) => void run(projectId) };
}
