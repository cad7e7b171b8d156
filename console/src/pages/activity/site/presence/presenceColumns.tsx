import type { PresenceRow } from '@common/contract/presence';
import { PRESENCE_STATES, type PresenceState } from '@common/terms';
import type { TableProps } from 'antd';
import { StatusTag, type Tone } from '../../../../components/statusTag';
import { showTime } from '../../../../format';

const TONES = { here: 'done', left: 'quiet', missing: 'waiting' } as const satisfies Record<
  PresenceState,
  Tone
>;

/** The columns of 现场人员. */
export const presenceColumns: TableProps<PresenceRow>['columns'] = [
  {
    title: '姓名',
    dataIndex: 'name',
    width: 150,
    className: 'cell-main',
    render: (name: string, { isEnrolled }) => (
      <>
        {name}
        {!isEnrolled && <span className="cell-sub">未报名</span>}
      </>
    ),
  },
  { title: '单位', dataIndex: 'unitName', ellipsis: true },
  { title: '科室', dataIndex: 'department', width: 130, ellipsis: true, render: (name) => name || '—' },
  {
    title: '现在',
    dataIndex: 'state',
    width: 96,
    render: (state: PresenceState) => <StatusTag tone={TONES[state]}>{PRESENCE_STATES[state]}</StatusTag>,
  },
  {
    title: '最近扫码',
    dataIndex: 'lastAt',
    width: 100,
    className: 'mono nowrap',
    render: (at: string | null) => (at ? showTime(at) : '—'),
  },
];
