import type { ReportForm, ReportView } from '@common/contract/reports';
import { missingInReport, type ReportFault } from '@common/rules/executionReport';
import { useMemo, useRef, useState } from 'react';
import { client } from '../../api/session';
import { type Autosaving, useAutosave } from '../../hooks/useAutosave';
import type { PageProps } from './reportPages';

export interface ReportEditor {
  form: ReportForm;
  change: PageProps['change'];
  missing: ReportFault[];
  saving: Autosaving<ReportForm>;
  /** What the server answered last. */
  stored: ReportView;
  /** After a conflict: what is written here shall stand. Throws `ApiError`. */
  overwrite: () => Promise<void>;
}

/** The form as it is typed, kept by itself over the version that was read. */
export function useReportEditor(view: ReportView): ReportEditor {
  const [form, setForm] = useState(view.form);
  const [stored, setStored] = useState(view);
  const latest = useRef(form);
  const { activityId } = view;
  const saving = useAutosave<ReportForm, ReportView>(
    view.version,
    (value, version) => client.reports.saveReport({ activityId, version, form: value }),
    setStored,
  );
  const missing = useMemo(() => missingInReport(form), [form]);
  return {
    form,
    missing,
    saving,
    stored,
    change(page, value) {
      // Two changes in one tick must both stand.
      latest.current = { ...latest.current, [page]: value };
      setForm(latest.current);
      saving.change(latest.current);
    },
    async overwrite() {
      saving.rebase((await client.reports.getReport({ activityId })).version);
      await saving.flush();
    },
  };
}
