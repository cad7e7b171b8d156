import type { ImportReport } from '@common/contract/imports';
import type { FileAnswer } from '@common/contract/shapes';
import { Steps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useAction } from '../../hooks/useAction';
import { CheckedStep } from './checkedStep';
import { DoneStep } from './doneStep';
import { UploadStep } from './uploadStep';
import './import.css';

export interface ImportStepsProps {
  /** What is imported, with its measure word's unit: `人`, `个单位`. */
  unit: string;
  /** The template's columns, in order, as the first step explains them. */
  columns: readonly { title: string; isRequired?: boolean; note?: string }[];
  /** Fetches the template. */
  template: () => Promise<FileAnswer>;
  /** Uploads and checks; `onProgress` hears the share sent, 0 to 1. */
  check: (file: File, onProgress: (share: number) => void) => Promise<ImportReport>;
  /** Stores what was checked; answers how many were added, and what else there is to say. */
  commit: (importId: string) => Promise<{ added: number; note?: string }>;
  /** What the administrator should know before the import is stored. */
  commitNote: ReactNode;
  /** Where to go when it is done. */
  next: ReactNode;
  /** Called once it is stored, e.g. to refresh the badges. */
  onDone?: (added: number) => void;
  /** Why this administrator may not import: everything is shown, nothing can be pressed. */
  forbidden?: string | null;
}

type Stage =
  | { at: 'upload' }
  | { at: 'checked'; fileName: string; report: ImportReport }
  | { at: 'done'; added: number; note?: string };

const STEPS = ['下载模板并填写', '上传文件', '核对检查结果', '导入完成'];

/**
 * An import from Excel, from the template to the stored rows: 下载模板 → 上传 → 逐行检查 → 确认导入. The check stores nothing; the
 * import stores all rows or none.
 */
export function ImportSteps(props: ImportStepsProps) {
  const { unit, columns, template, check, commit, commitNote, next, onDone, forbidden } = props;
  const [stage, setStage] = useState<Stage>({ at: 'upload' });
  const [hasTemplate, setHasTemplate] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const download = useAction(async () => {
    const file = await template();
    await file.save();
    setHasTemplate(true);
  });
  const store = useAction(
    async (importId: string) => {
      const { added, note } = await commit(importId);
      setStage({ at: 'done', added, note });
      onDone?.(added);
    },
    (error) => {
      setFailure(error.message);
      // Only a file checked anew can be stored now.
      if (error.code === 'IMPORT_EXPIRED') {
        setStage({ at: 'upload' });
      }
      return true;
    },
  );
  const restart = () => {
    setFailure(null);
    setStage({ at: 'upload' });
  };
  const current = stage.at === 'done' ? 3 : stage.at === 'checked' ? 2 : hasTemplate ? 1 : 0;

  return (
    <section className="card import">
      <Steps
        className="import__steps"
        current={current}
        status={stage.at === 'done' ? 'finish' : 'process'}
        items={STEPS.map((title) => ({ title }))}
      />
      {stage.at === 'upload' && (
        <UploadStep
          columns={columns}
          download={download}
          check={check}
          failure={failure}
          forbidden={forbidden ?? null}
          onFailure={setFailure}
          onChecked={(fileName, report) => setStage({ at: 'checked', fileName, report })}
        />
      )}
      {stage.at === 'checked' && (
        <CheckedStep
          fileName={stage.fileName}
          report={stage.report}
          unit={unit}
          note={commitNote}
          failure={failure}
          busy={store.busy}
          onCommit={store.run}
          onRestart={restart}
        />
      )}
      {stage.at === 'done' && (
        <DoneStep added={stage.added} note={stage.note} unit={unit} next={next} onRestart={restart} />
      )}
    </section>
  );
}
