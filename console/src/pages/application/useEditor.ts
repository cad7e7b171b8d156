import type { ApplicationForm, ApplicationView } from '@common/contract/applications';
import { type FormFault, missingInApplication } from '@common/rules/application';
import { useMemo, useRef, useState } from 'react';
import { client } from '../../api/session';
import { type Autosaving, useAutosave } from '../../hooks/useAutosave';
import type { PageProps } from './formPage';

export interface Editor {
  form: ApplicationForm;
  change: PageProps['change'];
  missing: FormFault[];
  saving: Autosaving<ApplicationForm>;
  /** What the server answered last. */
  stored: ApplicationView;
  /** The name as it is typed. */
  name: string;
  /** After a conflict: what is written here shall stand. Throws `ApiError`. */
  overwrite: () => Promise<void>;
}

/** The form as it is typed, kept by itself over the version that was read. */
export function useEditor(view: ApplicationView): Editor {
  const [form, setForm] = useState(view.form);
  const [stored, setStored] = useState(view);
  const latest = useRef(form);
  const saving = useAutosave<ApplicationForm, ApplicationView>(
    view.version,
    (value, version) => client.applications.saveApplication({ applicationId: view.id, version, form: value }),
    setStored,
  );
  const missing = useMemo(() => missingInApplication(form, view.year), [form, view.year]);
  return {
    form,
    missing,
    saving,
    stored,
    name: form.basics.name.trim(),
    change(page, value) {
      // Two changes in one tick must both stand.
      latest.current = { ...latest.current, [page]: value };
      setForm(latest.current);
      saving.change(latest.current);
    },
    async overwrite() {
      saving.rebase((await client.applications.getApplication({ applicationId: view.id })).version);
      await saving.flush();
    },
  };
}
