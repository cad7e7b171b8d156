import type { HeldRow } from '@common/contract/attendance';
import { DIRECTIONS, HELD_KINDS, HELD_STATES } from '@common/terms';
import { Button, type TableProps } from 'antd';
import { Guarded } from '../../../components/guarded';
import { StatusTag, type Tone } from '../../../components/statusTag';
import { TwoLines } from '../../../components/twoLines';
import { showDate, showDateTime, showTime } from '../../../format';

interface Options {
  busy: boolean;
  onAccept: (row: HeldRow) => void;
  onRefuse: (row: HeldRow) => void;
}

const TONES: Record<HeldRow['state'], Tone> = { waiting: 'act', accepted: 'done', refused: 'quiet' };

/** The columns of 待确认: who scanned what when, why it waits, and the decision. */
export function heldColumns({ busy, onAccept, onRefuse }: Options): TableProps<HeldRow>['columns'] {
  return [
    {
      title: '扫码时间',
      key: 'at',
      width: 170,
      className: 'mono nowrap',
      render: (_, { at, receivedAt }) => (
        <>
          {showDate(at)} {showTime(at)}
          {at !== receivedAt && <div className="cell-sub">收到 {showDateTime(receivedAt)}</div>}
        </>
      ),
    },
    { title: '姓名', dataIndex: 'name', width: 104, className: 'cell-main' },
    { title: '单位', dataIndex: 'unitName', ellipsis: true, render: (name) => name || '—' },
    {
      title: '课程',
      key: 'course',
      ellipsis: true,
      render: (_, { courseName, direction }) => <TwoLines text={courseName} sub={DIRECTIONS[direction]} />,
    },
    {
      title: '保留的原因',
      key: 'words',
      width: 270,
      render: (_, { kind, words }) => (
        <>
          {HELD_KINDS[kind]}
          <div className="cell-sub">{words}</div>
        </>
      ),
    },
    {
      title: '处理',
      key: 'state',
      width: 210,
      render: (_, row) =>
        row.canDecide ? (
          <span className="cell-actions">
            <Guarded permission="holdActivities">
              <Button type="link" disabled={busy} onClick={() => onAccept(row)}>
                确认有效
              </Button>
            </Guarded>
            <Guarded permission="holdActivities">
              <Button type="link" danger disabled={busy} onClick={() => onRefuse(row)}>
                不予确认
              </Button>
            </Guarded>
          </span>
        ) : (
          <Decided row={row} />
        ),
    },
  ];
}

/** What became of it; one of a learner who is not approved waits for his unit. */
function Decided({ row: { state, kind, reason, decidedBy } }: { row: HeldRow }) {
  if (state === 'waiting') {
    return <StatusTag tone="waiting">{HELD_KINDS[kind]}</StatusTag>;
  }
  const said = [decidedBy, reason].filter(Boolean).join('：');
  return (
    <>
      <StatusTag tone={TONES[state]}>{HELD_STATES[state]}</StatusTag>
      {said && <div className="cell-sub">{said}</div>}
    </>
  );
}
