import type { EnrolmentRow } from '@common/contract/enrolments';
import { ENROLMENT_STATES } from '@common/terms';
import type { TableProps } from 'antd';
import { StatusTag } from '../../../components/statusTag';
import { showDateTime } from '../../../format';

/** The columns of 报名名单. */
export const enrolmentColumns: TableProps<EnrolmentRow>['columns'] = [
  { title: '姓名', dataIndex: 'name', width: 120, className: 'cell-main' },
  { title: '单位', dataIndex: 'unitName', ellipsis: true },
  { title: '科室', dataIndex: 'department', width: 150, ellipsis: true, render: (name) => name || '—' },
  { title: '手机号', dataIndex: 'phoneMasked', width: 140, className: 'mono' },
  {
    title: '报名情况',
    key: 'state',
    width: 150,
    render: (_, { state, place }) =>
      state === 'waiting' ? (
        <StatusTag tone="waiting">{`${ENROLMENT_STATES.waiting}${place ? `第${place}位` : ''}`}</StatusTag>
      ) : (
        <StatusTag tone="done">{ENROLMENT_STATES[state]}</StatusTag>
      ),
  },
  {
    title: '报名时间',
    dataIndex: 'enrolledAt',
    width: 160,
    className: 'mono nowrap',
    render: (at: string) => showDateTime(at),
  },
];
