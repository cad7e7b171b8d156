import type { SavedAnalysis } from '@common/contract/analyses';
import type { TableProps } from 'antd';
import { Link } from 'react-router';
import { StatusTag } from '../../../../components/statusTag';
import { showDateTime } from '../../../../format';
import { againAddress, methodWords, numberedWindows, resultAddress } from '../words';

/** So many windows are named in a cell; the others on hover. */
const NAMED = 3;

/** The columns of 已保存的分析. */
export function savedColumns(isReadOnly: boolean): NonNullable<TableProps<SavedAnalysis>['columns']> {
  return [
    {
      title: '分析',
      key: 'no',
      width: 150,
      render: (_, { id, activityId, no, at, byName }) => (
        <>
          <Link className="cell-main" to={resultAddress(activityId, id)}>
            第{no}次分析
          </Link>
          <div className="cell-sub">
            {byName}
            <br />
            <span className="mono">{showDateTime(at)}</span>
          </div>
        </>
      ),
    },
    {
      title: '刷卡周期与授分策略',
      key: 'windows',
      render: (_, analysis) => (
        <>
          <Windows windows={analysis.windows} />
          <div className="cell-sub">{methodWords(analysis)}</div>
        </>
      ),
    },
    {
      title: '有考勤',
      key: 'persons',
      width: 84,
      align: 'right',
      className: 'mono',
      render: (_, { counts }) => `${counts.persons}人`,
    },
    {
      title: '有效',
      key: 'effective',
      width: 84,
      align: 'right',
      className: 'mono',
      render: (_, { counts }) => <b>{counts.effective}人</b>,
    },
    {
      title: '授分',
      key: 'creditings',
      width: 150,
      className: 'after-number',
      render: (_, { creditings, outdated }) => (
        <>
          <span className={creditings > 0 ? undefined : 'faint'}>
            {creditings > 0 ? `已用于${creditings}批` : '还没有'}
          </span>
          {outdated !== null && (
            <div title={outdated}>
              <StatusTag tone={isReadOnly ? 'quiet' : 'act'}>需重新分析</StatusTag>
            </div>
          )}
        </>
      ),
    },
    {
      title: '操作',
      key: 'actions',
      width: isReadOnly ? 72 : 130,
      render: (_, { id, activityId }) => (
        <span className="cell-actions">
          <Link to={resultAddress(activityId, id)}>查看</Link>
          {!isReadOnly && <Link to={againAddress(activityId, id)}>重新分析</Link>}
        </span>
      ),
    },
  ];
}

function Windows({ windows }: Pick<SavedAnalysis, 'windows'>) {
  const lines = numberedWindows(windows);
  return (
    <ul className="analysis-saved__windows mono" title={lines.join('\n')}>
      {lines.slice(0, NAMED).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {lines.length > NAMED && <li className="faint">等{lines.length}个</li>}
    </ul>
  );
}
