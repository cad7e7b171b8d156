import type { CreditingRow } from '@common/contract/crediting';
import { CREDITING_KINDS } from '@common/terms';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../components/statusTag';
import { TwoLines } from '../../components/twoLines';
import { showDateTime } from '../../format';
import { eachWords, isMyTurn, stateWords, type Viewer } from './creditingWords';
import { DueDay } from './dueDay';

interface Options {
  viewer: Viewer;
  /** May approve and return, or grant and submit anew. */
  mayAct: boolean;
}

/** The columns of the batches; each row opens its batch. */
export function creditingColumns({
  viewer,
  mayAct,
}: Options): NonNullable<TableProps<CreditingRow>['columns']> {
  const isUnit = viewer.roles.includes('unit');
  return [
    {
      title: '项目名称',
      key: 'name',
      render: (_, row) => (
        <>
          <Link className="cell-main clamp" to={`/creditings/${row.id}`} title={row.activityName}>
            {row.activityName}
          </Link>
          <div className="cell-sub mono">
            {row.projectNumber}，第{row.term}期
          </div>
        </>
      ),
    },
    {
      title: isUnit ? '授分方式' : '举办单位与授分方式',
      key: 'kind',
      width: isUnit ? 128 : 168,
      render: (_, row) =>
        isUnit ? <Kind row={row} /> : <TwoLines text={row.unitName} sub={<Kind row={row} />} />,
    },
    { title: '活动日期', dataIndex: 'activityDate', width: 98, className: 'nowrap mono' },
    { title: '人数与学分', key: 'persons', width: 116, render: (_, row) => <Persons row={row} /> },
    {
      title: '授分',
      key: 'granted',
      width: 128,
      render: (_, row) => (
        <>
          <div className="clip">{row.grantedBy}</div>
          <div className="cell-sub nowrap">{showDateTime(row.grantedAt)}</div>
        </>
      ),
    },
    {
      title: '审核期限',
      key: 'due',
      width: 116,
      render: (_, row) => (
        <DueDay dueOn={row.reviewDueOn} daysLeft={row.daysLeft} isMine={isMyTurn(row, viewer)} />
      ),
    },
    { title: '审核状态', key: 'state', width: 168, render: (_, row) => <State row={row} viewer={viewer} /> },
    {
      title: '操作',
      key: 'actions',
      width: 60,
      render: (_, row) => <Link to={`/creditings/${row.id}`}>{deedOf(row, mayAct)}</Link>,
    },
  ];
}

/** By hand: to be looked at one by one. */
function Kind({ row: { kind, isManual } }: { row: CreditingRow }) {
  return isManual ? (
    <span className="pill pill--waiting" title="须逐一核对">
      {CREDITING_KINDS[kind]}
    </span>
  ) : (
    <span>{CREDITING_KINDS[kind]}</span>
  );
}

function Persons({ row }: { row: CreditingRow }) {
  const { persons, exceptedPersons, revokedPersons, progress } = row;
  if (progress) {
    return (
      <span className="nowrap">
        {progress.done} / {progress.total}人
      </span>
    );
  }
  return (
    <>
      <b>{persons}人</b>
      <div className="cell-sub nowrap">{eachWords(row)}</div>
      {exceptedPersons > 0 && <div className="cell-sub nowrap">取消{exceptedPersons}人</div>}
      {revokedPersons > 0 && <div className="cell-sub nowrap">撤销{revokedPersons}人</div>}
    </>
  );
}

function State({ row, viewer }: { row: CreditingRow; viewer: Viewer }) {
  const { tone, text } = stateWords(row, viewer);
  return (
    <>
      <StatusTag tone={tone}>{text}</StatusTag>
      {row.state === 'returned' && row.returnReason && <div className="cell-sub">{row.returnReason}</div>}
      {row.state === 'approved' && (
        <div className="cell-sub">
          {row.reviewedBy}
          {row.reviewedAt && <div className="nowrap">{showDateTime(row.reviewedAt)}</div>}
        </div>
      )}
    </>
  );
}

function deedOf({ can }: CreditingRow, mayAct: boolean): string {
  if (!mayAct) {
    return '查看';
  }
  return can.includes('approve') ? '审核' : can.includes('submit') ? '修改' : '查看';
}
