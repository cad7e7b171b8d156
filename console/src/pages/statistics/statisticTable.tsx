import type { StatisticRow } from '@common/contract/statistics';
import { formatCredits, formatHours } from '@common/rules/credits';
import { STATISTIC_GROUPS, type StatisticGroup } from '@common/terms';
import { Table, type TableProps } from 'antd';
import { showCount } from '../../format';

type Amounts = Omit<StatisticRow, 'key' | 'label'>;
interface Props {
  by: StatisticGroup;
  items: StatisticRow[];
  /** What is not listed, added up. */
  others: StatisticRow | null;
  total: Amounts;
}

const AMOUNTS: { title: string; of: (row: Amounts) => string; by: (row: Amounts) => number }[] = [
  { title: '人数', of: ({ persons }) => showCount(persons), by: ({ persons }) => persons },
  { title: '人次', of: ({ entries }) => showCount(entries), by: ({ entries }) => entries },
  { title: '学分', of: ({ credits }) => formatCredits(credits), by: ({ credits }) => credits },
  { title: '学时', of: ({ minutes }) => formatHours(minutes), by: ({ minutes }) => minutes },
  { title: '其中未审核', of: ({ pending }) => formatCredits(pending), by: ({ pending }) => pending },
];

/** The same figures as the chart's, all of them, to be sorted by each. */
export function StatisticTable({ by, items, others, total }: Props) {
  const columns: TableProps<StatisticRow>['columns'] = [
    { title: STATISTIC_GROUPS[by], dataIndex: 'label' },
    ...AMOUNTS.map(({ title, of, by: sortBy }) => ({
      title,
      key: title,
      width: 120,
      align: 'right' as const,
      render: (_: unknown, row: StatisticRow) => of(row),
      sorter: (a: StatisticRow, b: StatisticRow) => sortBy(a) - sortBy(b),
    })),
  ];
  return (
    <Table<StatisticRow>
      rowKey="key"
      size="small"
      columns={columns}
      dataSource={items}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      summary={() => (
        <>
          {others && <SumRow label={others.label} row={others} />}
          <SumRow label="合计" row={total} />
        </>
      )}
    />
  );
}

function SumRow({ label, row }: { label: string; row: Amounts }) {
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>{label}</Table.Summary.Cell>
      {AMOUNTS.map(({ title, of }, at) => (
        <Table.Summary.Cell key={title} index={at + 1} align="right">
          {of(row)}
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
