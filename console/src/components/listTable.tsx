import { Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { scrollToTop } from '../hooks/scrollToTop';
import type { Load } from '../hooks/useLoad';
import { ErrorState } from './states';
import { TableSkeleton } from './tableSkeleton';

interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
  /** There are more than `total`, which were not counted. */
  isMore?: boolean;
}

interface Props<T> extends Pick<TableProps<T>, 'columns' | 'rowSelection' | 'scroll' | 'onRow'> {
  load: Load<Page<T>>;
  rowKey: keyof T & string;
  empty: ReactNode;
  /** What is counted: 人, 个活动. */
  unit: string;
  /** Many columns: smaller type and closer columns. */
  isDense?: boolean;
  onPage: (page: number, pageSize: number) => void;
}

/** One page of a list: sticky head, paging, skeleton, failure and emptiness alike in every list. */
export function ListTable<T extends object>({
  load,
  rowKey,
  empty,
  unit,
  isDense,
  onPage,
  ...table
}: Props<T>) {
  if (!load.data) {
    return load.error && !load.loading ? (
      <ErrorState error={load.error} onRetry={load.reload} />
    ) : (
      <TableSkeleton />
    );
  }
  const { items, total, page, pageSize, isMore } = load.data;
  if (items.length === 0 && !load.loading) {
    return <>{empty}</>;
  }
  return (
    <Table<T>
      {...table}
      className={`list-table${isDense ? ' list-table--dense' : ''}`}
      rowKey={rowKey}
      dataSource={items}
      loading={{ spinning: load.loading, delay: 200 }}
      sticky={{ offsetHeader: 56 }}
      pagination={{
        current: page,
        pageSize,
        total,
        showSizeChanger: true,
        pageSizeOptions: [20, 50, 100, 200],
        showTotal: (count) => (isMore ? `超过 ${count} ${unit}，请缩小查询范围` : `共 ${count} ${unit}`),
        onChange: (nextPage, nextSize) => {
          scrollToTop();
          // Another size begins anew: the old page number means nothing there.
          onPage(nextSize === pageSize ? nextPage : 1, nextSize);
        },
      }}
    />
  );
}
