import type { ImportReport } from '@common/contract/imports';
import { Alert, Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { showCount } from '../../format';
import { EmptyState } from '../states';

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

type RowError = ImportReport['errors'][number];

/** What the check found, row by row. With any error nothing can be stored: the file is corrected and uploaded again. */
export function CheckedStep(props: Props) {
  const { fileName, report, unit, note, failure, busy, onCommit, onRestart } = props;
  const { importId, rows, errors, errorCount, preview } = report;
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
      {importId === null ? (
        <Table<RowError>
          className="list-table"
          rowKey={(error) => `${error.row} ${error.column} ${error.message}`}
          dataSource={errors}
          pagination={errors.length > 20 && { pageSize: 20, showTotal: () => totalWords(errors, errorCount) }}
          columns={[
            { title: '行号', dataIndex: 'row', width: 110, render: (row: number) => `第${row}行` },
            { title: '列', dataIndex: 'column', width: 200 },
            { title: '问题', dataIndex: 'message' },
          ]}
        />
      ) : (
        <Table<Record<string, string>>
          className="list-table"
          rowKey={(row) => preview.indexOf(row)}
          dataSource={preview}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={Object.keys(preview[0] ?? {}).map((title) => ({
            title,
            key: title,
            render: (_, row) => row[title] || <span className="faint">—</span>,
          }))}
          footer={rows > preview.length ? () => `以上是前${preview.length}行，其余行也已检查通过` : undefined}
        />
      )}
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

function totalWords(errors: RowError[], errorCount: number): string {
  return errorCount > errors.length ? `共${errorCount}处，列出前${errors.length}处` : `共${errorCount}处`;
}
