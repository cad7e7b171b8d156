import type { ImportReport } from '@common/contract/imports';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { showCount } from '../../format';
import { EmptyState } from '../states';
import { ReportErrors, ReportPreview } from './reportTables';

interface Props {
  fileName: string;
  report: ImportReport;
  unit: string;
  note: ReactNode;
  failure: string | null;
  busy: boolean;
  onCommit: (importId: string) => void;
  onRestart: () => void;
}

/** What the check found, row by row. With any error nothing can be stored: the file is corrected and uploaded again. */
export function CheckedStep(props: Props) {
  const { fileName, report, unit, note, failure, busy, onCommit, onRestart } = props;
  const { importId, rows, errorCount } = report;
  if (rows === 0 && errorCount === 0) {
    return (
      <EmptyState
        title="文件里没有数据"
        hint={`“${fileName}”只有列名。请从第一行数据开始填写，保存后重新上传。`}
        action={<Button onClick={onRestart}>重新上传</Button>}
      />
    );
  }
  return (
    <div className="import__checked">
      {failure && <Alert type="error" showIcon title={failure} />}
      {importId === null ? (
        <Alert
          type="error"
          showIcon
          title={`“${fileName}”共${showCount(rows)}行，发现${showCount(errorCount)}处问题，没有写入任何数据`}
          description="请按下表在原文件中改正，保存后重新上传。"
        />
      ) : (
        <Alert
          type="success"
          showIcon
          title={`“${fileName}”共${showCount(rows)}行，检查全部通过`}
          description={note}
        />
      )}
      {importId === null ? <ReportErrors report={report} /> : <ReportPreview report={report} />}
      <div className="import__actions">
        <Button type={importId === null ? 'primary' : 'default'} onClick={onRestart} disabled={busy}>
          {importId === null ? '重新上传' : '换一个文件'}
        </Button>
        {importId !== null && (
          <Button type="primary" loading={busy} onClick={() => onCommit(importId)}>
            {`确认导入${showCount(rows)}${unit}`}
          </Button>
        )}
      </div>
    </div>
  );
}
