import type { ImportReport } from '@common/contract/imports';
import { Table } from 'antd';

type RowError = ImportReport['errors'][number];

interface ErrorsProps {
  report: ImportReport;
  /** What is counted off: 行, 题. */
  unit?: string;
}

/** What is wrong, row by row and column by column. */
export function ReportErrors({ report: { errors, errorCount }, unit = '行' }: ErrorsProps) {
  return (
    <Table<RowError>
      className="list-table"
      rowKey={(error) => `${error.row} ${error.column} ${error.message}`}
      dataSource={errors}
      pagination={errors.length > 20 && { pageSize: 20, showTotal: () => totalWords(errors, errorCount) }}
      columns={[
        {
          title: unit === '行' ? '行号' : '题号',
          dataIndex: 'row',
          width: 110,
          render: (row: number) => `第${row}${unit}`,
        },
        { title: '列', dataIndex: 'column', width: 200 },
        { title: '问题', dataIndex: 'message' },
      ]}
    />
  );
}

function totalWords(errors: RowError[], errorCount: number): string {
  return errorCount > errors.length ? `共${errorCount}处，列出前${errors.length}处` : `共${errorCount}处`;
}

/** The first rows as they were understood; columns that are empty throughout are left out. */
export function ReportPreview({ report: { preview, rows }, unit = '行' }: ErrorsProps) {
  const titles = Object.keys(preview[0] ?? {}).filter((title) => preview.some((row) => row[title]));
  return (
    <Table<Record<string, string>>
      className="list-table"
      rowKey={(row) => preview.indexOf(row)}
      dataSource={preview}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={titles.map((title) => ({
        title,
        key: title,
        className: 'import__cell',
        render: (_, row) => row[title] || <span className="faint">—</span>,
      }))}
      footer={
        rows > preview.length ? () => `以上是前${preview.length}${unit}，其余${unit}也已检查通过` : undefined
      }
    />
  );
}
