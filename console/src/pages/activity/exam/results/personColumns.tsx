import type { ExamResultRow } from '@common/contract/examResults';
import type { TableProps } from 'antd';
import { StatusTag } from '../../../../components/statusTag';
import { TwoLines } from '../../../../components/twoLines';
import { showDateTime } from '../../../../format';

/** The columns of 成绩. */
export const personColumns: TableProps<ExamResultRow>['columns'] = [
  { title: '姓名', dataIndex: 'name', width: 120, className: 'cell-main' },
  { title: '身份证号', dataIndex: 'idNoMasked', width: 180, className: 'mono' },
  {
    title: '单位与科室',
    key: 'unit',
    ellipsis: true,
    render: (_, row) => <TwoLines text={row.unitName} sub={row.department || '—'} />,
  },
  {
    title: '最好成绩',
    key: 'best',
    width: 110,
    align: 'right',
    className: 'mono',
    render: (_, { best }) => (best === null ? '—' : `${best}分`),
  },
  {
    title: '结果',
    key: 'state',
    width: 120,
    render: (_, { isPassed, tries }) =>
      isPassed ? (
        <StatusTag tone="done">合格</StatusTag>
      ) : tries > 0 ? (
        <StatusTag tone="act">未合格</StatusTag>
      ) : (
        <StatusTag tone="waiting">未参加</StatusTag>
      ),
  },
  {
    title: '考试次数',
    key: 'tries',
    width: 100,
    align: 'right',
    render: (_, { tries }) => (tries > 0 ? `${tries}次` : '—'),
  },
  {
    title: '交卷时间',
    key: 'submittedAt',
    width: 170,
    className: 'mono nowrap',
    render: (_, { submittedAt }) => (submittedAt ? showDateTime(submittedAt) : '—'),
  },
];
