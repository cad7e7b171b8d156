import type { AuditRow } from '@common/contract/personalData';
import type { TableProps } from 'antd';
import { showDate, showTime } from '../../format';

const KINDS: Record<AuditRow['actorKind'], string> = {
  learner: '学员',
  unit: '单位',
  authority: '行政部门',
  wechat: '微信用户',
  system: '系统',
};

/** The columns of 审计日志. */
export const auditColumns: TableProps<AuditRow>['columns'] = [
  {
    title: '时间',
    dataIndex: 'at',
    width: 176,
    className: 'mono nowrap',
    render: (at: string) => `${showDate(at)} ${showTime(at)}`,
  },
  {
    title: '操作人',
    key: 'actor',
    width: 320,
    render: (_, row) => (
      <>
        <div>{row.actorName}</div>
        <div className="cell-sub">{KINDS[row.actorKind]}</div>
      </>
    ),
  },
  {
    title: '操作',
    dataIndex: 'actionLabel',
    width: 220,
    render: (label: string) => <span className="cell-main">{label}</span>,
  },
  {
    title: '对象',
    key: 'subject',
    render: (_, row) => (
      <>
        <div>{row.subjectName || <span className="faint">—</span>}</div>
        {row.reason && <div className="cell-sub">原因：{row.reason}</div>}
      </>
    ),
  },
];
